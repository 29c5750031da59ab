import type { Actor, Page, PageRequest, Role } from '@skillhall/kernel';
import { isId, pageOf, scopeOf } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

export interface PersonRow {
  readonly id: string;
  readonly staffNumber: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly postId: string | null;
  readonly phone: string | null;
  readonly hiredOn: string | null;
  readonly leftOn: string | null;
  readonly employmentKind: string | null;
}

export interface PersonCriteria {
  readonly unitId?: string | null;
  readonly search?: string | null;
  readonly postId?: string | null;
  readonly hasAccount?: boolean | null;
}

const columns = `p.id, p.staff_number as "staffNumber", p.name, p.unit_id as "unitId", p.unit_path as "unitPath",
  p.post_id as "postId", p.phone, p.hired_on::text as "hiredOn", p.left_on::text as "leftOn",
  p.employment_kind as "employmentKind"`;

const scoped = `exists (select from unnest($1::text[]) as top where p.unit_path >= top and p.unit_path < top || '~')`;

const page = `from directory.person p
  where ${scoped} and p.left_on is null
    and ($2::text is null or (p.unit_path >= $2 and p.unit_path < $2 || '~'))
    and ($3::text is null or p.name like '%' || $3 || '%' or p.staff_number like $3 || '%')
    and ($4::uuid is null or p.post_id = $4)
    and ($5::boolean is null or $5 = (p.id in (select directory.account_holders())))`;

@Injectable()
export class PersonRepository {
  async allowedIds(tx: Transaction, actor: Actor, ids: readonly string[]): Promise<Set<string>> {
    const rows = (await tx.query(`select p.id from directory.person p where (${scoped} or p.id = $3) and p.id = any($2)`, [scopeOf(actor, 'person.read'), ids, actor.personId])) as { id: string }[];
    return new Set(rows.map(({ id }) => id));
  }

  async findInScope(tx: Transaction, scope: readonly string[], id: string): Promise<PersonRow | null> {
    if (!isId(id)) return null;
    const [row] = (await tx.query(`select ${columns} from directory.person p where ${scoped} and p.id = $2`, [scope, id])) as [PersonRow?];
    return row ?? null;
  }

  async page(tx: Transaction, scope: readonly string[], criteria: PersonCriteria, request: PageRequest): Promise<Page<PersonRow>> {
    if (criteria.postId && !isId(criteria.postId)) return pageOf([], 0, request);
    const path = criteria.unitId ? await this.pathOf(tx, criteria.unitId) : null;
    const values = [scope, path, criteria.search?.trim() || null, criteria.postId ?? null, criteria.hasAccount ?? null];
    const nodes = (await tx.query(`select ${columns} ${page} order by p.unit_path, p.staff_number offset $6 limit $7`, [...values, request.offset, request.limit])) as PersonRow[];
    const [{ count }] = (await tx.query(`select count(*)::int as count ${page}`, values)) as [{ count: number }];
    return pageOf(nodes, count, request);
  }

  /** People by id, in the order of the ids; only call it for ids already allowed. */
  async byIds(tx: Transaction, ids: readonly string[]): Promise<(PersonRow | null)[]> {
    const rows = (await tx.query(`select ${columns} from directory.person p where p.id = any($1)`, [ids])) as PersonRow[];
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }

  async employmentsOf(tx: Transaction, personIds: readonly string[]): Promise<{ unitId: string; postId: string | null; from: string; until: string | null }[][]> {
    const rows = (await tx.query(
      `select person_id as "personId", unit_id as "unitId", post_id as "postId", lower(during)::text as "from", (upper(during) - 1)::text as until
       from directory.employment where person_id = any($1) order by lower(during) desc`,
      [personIds],
    )) as { personId: string; unitId: string; postId: string | null; from: string; until: string | null }[];
    return personIds.map((id) => rows.filter(({ personId }) => personId === id));
  }

  async grantsOf(tx: Transaction, personIds: readonly string[]): Promise<{ id: string; role: Role; unitId: string }[][]> {
    const rows = (await tx.query(
      `select id, person_id as "personId", role, unit_id as "unitId" from directory.role_grant
       where person_id = any($1) and unit_id is not null order by role, unit_path`,
      [personIds],
    )) as { id: string; personId: string; role: Role; unitId: string }[];
    return personIds.map((id) => rows.filter(({ personId }) => personId === id));
  }

  private async pathOf(tx: Transaction, unitId: string): Promise<string> {
    if (!isId(unitId)) return '/';
    const [row] = (await tx.query('select path from directory.unit where id = $1', [unitId])) as [{ path: string }?];
    // A unit that does not exist holds nobody; no path begins with a stroke.
    return row?.path ?? '/';
  }
}
