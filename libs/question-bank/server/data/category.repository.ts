import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

export interface CategoryRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly position: number;
  readonly unitId: string;
  readonly unitPath: string;
}

const columns = `c.id, c.parent_id as "parentId", c.name, c.position, c.unit_id as "unitId", c.unit_path as "unitPath"`;
const scoped = `exists (select from unnest($1::text[]) as top where starts_with(c.unit_path, top))`;

const contents = `select
    (select count(*)::int from question_bank.question q where q.category_id = $1) as questions,
    (select count(*)::int from question_bank.category c where c.parent_id = $1) as categories`;

/** Trees of categories, one a unit. What a unit may use are its own and those of units above it. */
@Injectable()
export class CategoryRepository {
  /** The trees within the scope and above it, with how many of the questions in scope lie in each category itself. */
  list(tx: Transaction, scope: readonly string[]): Promise<(CategoryRow & { questions: number })[]> {
    return tx.query(
      `select ${columns}, coalesce(n.questions, 0) as questions
       from question_bank.category c
       left join (select q.category_id, count(*)::int as questions from question_bank.question q
         where exists (select from unnest($1::text[]) as top where q.unit_path >= top and q.unit_path < top || '~') group by 1) n on n.category_id = c.id
       where exists (select from unnest($1::text[]) as top where starts_with(c.unit_path, top) or starts_with(top, c.unit_path))
       order by c.unit_path, c.position, c.name`,
      [scope],
    );
  }

  /** Names are no secret where the question is none; only call it for ids that were read in scope. */
  async byIds(tx: Transaction, ids: readonly string[]): Promise<(CategoryRow | null)[]> {
    const rows = (await tx.query(`select ${columns} from question_bank.category c where c.id = any($1)`, [ids])) as CategoryRow[];
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /** The names on the way to each category, 法规/第一章; only call it for ids that were read in scope. */
  async paths(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = (await tx.query(
      `with recursive up as (select id as category, parent_id, name, 1 as level from question_bank.category where id = any($1)
         union all select up.category, c.parent_id, c.name, up.level + 1 from question_bank.category c join up on up.parent_id = c.id)
       select category as id, string_agg(replace(name, '/', '／'), '/' order by level desc) as path from up group by category`,
      [ids],
    )) as { id: string; path: string }[];
    return new Map(rows.map(({ id, path }) => [id, path]));
  }

  /** The categories of one unit's tree within the scope, kept from others until the transaction ends. */
  async lock(systemTx: Transaction, scope: readonly string[], ids: readonly string[]): Promise<(CategoryRow | null)[]> {
    const rows = (await systemTx.query(
      `select ${columns} from question_bank.category c where ${scoped} and c.unit_id in (select unit_id from question_bank.category where id = any($2)) order by c.id for update`,
      [scope, ids],
    )) as CategoryRow[];
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /** Whether `id` is `top` or lies below it. */
  async liesBelow(tx: Transaction, id: string, top: string): Promise<boolean> {
    const [{ below }] = (await tx.query(
      `with recursive up as (select id, parent_id from question_bank.category where id = $1
         union all select c.id, c.parent_id from question_bank.category c join up on up.parent_id = c.id)
       select exists (select from up where id = $2) as below`,
      [id, top],
    )) as [{ below: boolean }];
    return below;
  }

  async contents(systemTx: Transaction, id: string): Promise<{ questions: number; categories: number }> {
    const [found] = (await systemTx.query(contents, [id])) as [{ questions: number; categories: number }];
    return found;
  }

  async nameTaken(systemTx: Transaction, { id, unitId, parentId, name }: Pick<CategoryRow, 'id' | 'unitId' | 'parentId' | 'name'>): Promise<boolean> {
    const rows = (await systemTx.query(`select from question_bank.category where unit_id = $1 and parent_id is not distinct from $2 and name = $3 and id <> $4`, [unitId, parentId, name, id])) as unknown[];
    return rows.length > 0;
  }

  async insert(systemTx: Transaction, { id, parentId, name, unitId, unitPath }: Omit<CategoryRow, 'position'>): Promise<void> {
    await systemTx.query(
      `insert into question_bank.category (id, parent_id, name, unit_id, unit_path, position)
       select $1, $2, $3, $4, $5, coalesce(max(position) + 1, 0) from question_bank.category where unit_id = $4 and parent_id is not distinct from $2`,
      [id, parentId, name, unitId, unitPath],
    );
  }

  async update(systemTx: Transaction, { id, name }: Pick<CategoryRow, 'id' | 'name'>): Promise<void> {
    await systemTx.query('update question_bank.category set name = $2 where id = $1', [id, name]);
  }

  /** Puts a category at a place among the children of a parent, who close up. */
  async place(systemTx: Transaction, { id, parentId, unitId }: Pick<CategoryRow, 'id' | 'parentId' | 'unitId'>, position: number): Promise<void> {
    await systemTx.query(
      `update question_bank.category c set parent_id = $2, position = s.place from (
         select id, row_number() over (order by case when id = $1 then $4 - 0.5 else n end) - 1 as place from (
           select id, row_number() over (order by position, name) - 1 as n from question_bank.category
           where id <> $1 and unit_id = $3 and parent_id is not distinct from $2
           union all select $1, null) as neighbours) as s
       where c.id = s.id`,
      [id, parentId, unitId, position],
    );
  }

  async remove(systemTx: Transaction, id: string): Promise<void> {
    await systemTx.query('delete from question_bank.category where id = $1', [id]);
  }

  /** A name that children of both have; null where there is none. */
  async commonName(systemTx: Transaction, one: string, other: string): Promise<string | null> {
    const [row] = (await systemTx.query('select a.name from question_bank.category a join question_bank.category b on b.name = a.name where a.parent_id = $1 and b.parent_id = $2 limit 1', [one, other])) as [{ name: string }?];
    return row?.name ?? null;
  }

  /** All questions and categories of `from` become those of `into`. */
  async pour(systemTx: Transaction, from: string, into: string): Promise<void> {
    await systemTx.query('update question_bank.question set category_id = $2 where category_id = $1', [from, into]);
    await systemTx.query('update question_bank.category set parent_id = $2 where parent_id = $1', [from, into]);
  }
}
