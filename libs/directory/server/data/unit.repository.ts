import type { Actor, Page, PageRequest } from '@skillhall/kernel';
import { isId, pageOf, scopeOf } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { ancestorPaths, type UnitType } from '../../domain/index.js';

export interface UnitRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: UnitType;
  readonly parentId: string | null;
  readonly path: string;
  readonly hallLevel: string | null;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
}

export interface UnitCriteria {
  readonly underId?: string | null;
  readonly type?: UnitType | null;
  readonly search?: string | null;
}

const columns = `u.id, u.code, u.name, u.type, u.parent_id as "parentId", u.path, u.hall_level as "hallLevel",
  u.opened_on::text as "openedOn", u.closed_on::text as "closedOn"`;

/** True for units in one of the subtrees `$1`; an empty path stands for all. */
const scoped = `exists (select from unnest($1::text[]) as top where starts_with(u.path, top))`;

const page = `select ${columns} from directory.unit u
  where ${scoped}
    and ($2::uuid is null or starts_with(u.path, (select path from directory.unit where id = $2)))
    and ($3::text is null or u.type = $3)
    and ($4::text is null or u.name like '%' || $4 || '%' or u.code like $4 || '%')`;

/** Scope is handed to every query; row-level security behind it is the second wall. */
@Injectable()
export class UnitRepository {
  /** Those of the ids that lie in the actor's subtrees. */
  async allowedIds(tx: Transaction, actor: Actor, ids: readonly string[]): Promise<Set<string>> {
    const rows = (await tx.query(`select u.id from directory.unit u where ${scoped} and u.id = any($2)`, [scopeOf(actor, 'unit.read'), ids])) as { id: string }[];
    return new Set(rows.map(({ id }) => id));
  }

  /** The unit, if it lies in one of the subtrees. */
  async findInScope(tx: Transaction, scope: readonly string[], id: string): Promise<UnitRow | null> {
    if (!isId(id)) return null;
    const [row] = (await tx.query(`select ${columns} from directory.unit u where ${scoped} and u.id = $2`, [scope, id])) as [UnitRow?];
    return row ?? null;
  }

  /** The tops of the subtrees: for the whole organisation, its topmost units. */
  tops(tx: Transaction, scope: readonly string[]): Promise<UnitRow[]> {
    return tx.query(
      `select ${columns} from directory.unit u
       where u.path = any($1) or ('' = any($1) and u.parent_id is null) order by u.path`,
      [scope],
    );
  }

  async page(tx: Transaction, scope: readonly string[], criteria: UnitCriteria, request: PageRequest): Promise<Page<UnitRow>> {
    const values = [scope, criteria.underId ?? null, criteria.type ?? null, criteria.search?.trim() || null];
    const nodes = (await tx.query(`${page} order by u.path offset $5 limit $6`, [...values, request.offset, request.limit])) as UnitRow[];
    const [{ count }] = (await tx.query(`select count(*)::int as count from (${page}) as found`, values)) as [{ count: number }];
    return pageOf(nodes, count, request);
  }

  /** Units by id, in the order of the ids. Names of units are no secret; only call it for ids already allowed. */
  async byIds(tx: Transaction, ids: readonly string[]): Promise<(UnitRow | null)[]> {
    const rows = (await tx.query(`select ${columns} from directory.unit u where u.id = any($1)`, [ids])) as UnitRow[];
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }

  async childrenOf(tx: Transaction, ids: readonly string[]): Promise<UnitRow[][]> {
    const rows = (await tx.query(`select ${columns} from directory.unit u where u.parent_id = any($1) order by u.path`, [ids])) as UnitRow[];
    return ids.map((id) => rows.filter(({ parentId }) => parentId === id));
  }

  async ancestorsOf(tx: Transaction, paths: readonly string[]): Promise<UnitRow[][]> {
    const wanted = [...new Set(paths.flatMap(ancestorPaths))];
    const rows = (await tx.query(`select ${columns} from directory.unit u where u.path = any($1) order by u.path`, [wanted])) as UnitRow[];
    return paths.map((path) => rows.filter((row) => path !== row.path && path.startsWith(row.path)));
  }

  /** Halls and people below each path, itself included. */
  async countsOf(tx: Transaction, paths: readonly string[]): Promise<{ halls: number; people: number }[]> {
    const rows = (await tx.query(
      `select top, (select count(*)::int from directory.unit u where u.path >= top and u.path < top || '~' and u.type = 'hall') as halls,
         (select count(*)::int from directory.person p where p.unit_path >= top and p.unit_path < top || '~' and p.left_on is null) as people
       from unnest($1::text[]) as top`,
      [paths],
    )) as { top: string; halls: number; people: number }[];
    const found = new Map(rows.map((row) => [row.top, row]));
    return paths.map((path) => found.get(path) ?? { halls: 0, people: 0 });
  }
}
