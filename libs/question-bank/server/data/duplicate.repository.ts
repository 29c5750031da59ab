import { type Page, type PageRequest, pageOf } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

export interface DuplicatePair {
  readonly aId: string;
  readonly bId: string;
  readonly exact: boolean;
  /** 0 to 1, by groups of three characters. */
  readonly similarity: number;
}

/** From here on two questions are shown beside each other. */
export const nearEnough = 0.6;
/** Of questions made after one pattern no more than so many are looked at for each. */
const mostCandidates = 300;

const takeDue = `update question_bank.question_text set compared = true where question_id in (
    select question_id from question_bank.question_text where not compared and same_hash is not null order by question_id limit $1 for update skip locked)
  returning question_id as id`;

const forget = `delete from question_bank.duplicate_pair where a_id = any($1) or b_id = any($1)`;

const findExact = `insert into question_bank.duplicate_pair (a_id, b_id, exact, similarity)
  select distinct least(t.question_id, o.question_id), greatest(t.question_id, o.question_id), true, 1
  from question_bank.question_text t join question_bank.question_text o on o.same_hash = t.same_hash and o.question_id <> t.question_id
  where t.question_id = any($1)
  on conflict do nothing`;

const findNear = `insert into question_bank.duplicate_pair (a_id, b_id, exact, similarity)
  select distinct least(id, other), greatest(id, other), false, similarity
  from (
    select t.question_id as id, o.question_id as other, similarity(t.plain, o.plain) as similarity
    from question_bank.question_text t cross join lateral (
      select c.question_id, c.plain from question_bank.question_text c
      where c.sketch && t.sketch and c.question_id <> t.question_id and c.same_hash is distinct from t.same_hash
      limit ${mostCandidates}) as o
    where t.question_id = any($1) offset 0) as candidates
  where similarity >= ${nearEnough}
  on conflict do nothing`;

const open = `from question_bank.duplicate_pair p
  join question_bank.question a on a.id = p.a_id
  join question_bank.question b on b.id = p.b_id
  where exists (select from unnest($1::text[]) as top where starts_with(a.unit_path, top))
    and exists (select from unnest($1::text[]) as top where starts_with(b.unit_path, top))
    and (a.current_version > 0 or a.latest_state <> 'retired') and (b.current_version > 0 or b.latest_state <> 'retired')
    and ($2::boolean is null or p.exact = $2)
    and not exists (select from question_bank.duplicate_verdict d where d.a_id = p.a_id and d.b_id = p.b_id and (d.exact or not p.exact))`;

/** Questions that say the same or nearly so. */
@Injectable()
export class DuplicateRepository {
  /** Compares some of the questions whose text is new with all others; answers how many, 0 when there are no more. */
  async compareSome(systemTx: Transaction, most: number): Promise<number> {
    // An update answers its rows and how many they were.
    const [due] = (await systemTx.query(takeDue, [most])) as [{ id: string }[], number];
    const ids = due.map(({ id }) => id);
    if (!ids.length) return 0;
    // Without statistics of arrays the planner would read all sketches for each of them.
    await systemTx.query('set local enable_seqscan = off');
    await systemTx.query(forget, [ids]);
    await systemTx.query(findExact, [ids]);
    await systemTx.query(findNear, [ids]);
    return ids.length;
  }

  /** Questions whose text was not yet prepared for comparing, some of them. */
  async unprepared(systemTx: Transaction, most: number): Promise<string[]> {
    const rows = (await systemTx.query(
      `select q.id from question_bank.question q left join question_bank.question_text t on t.question_id = q.id
       where t.same_hash is null and q.latest_version > 0 order by q.id limit $1`,
      [most],
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  async page(tx: Transaction, scope: readonly string[], exact: boolean | null, request: PageRequest): Promise<Page<DuplicatePair>> {
    const nodes = (await tx.query(
      `select p.a_id as "aId", p.b_id as "bId", p.exact, p.similarity ${open} order by p.exact desc, p.similarity desc, a.code, b.code offset $3 limit $4`,
      [scope, exact, request.offset, request.limit],
    )) as DuplicatePair[];
    const [{ count }] = (await tx.query(`select count(*)::int as count ${open}`, [scope, exact])) as [{ count: number }];
    return pageOf(nodes, count, request);
  }

  /** Questions in scope that say nearly what this text says, the nearest first. */
  like(tx: Transaction, scope: readonly string[], text: { plain: string; same_hash: string; sketch: readonly number[] }, except: string | null): Promise<{ id: string; similarity: number }[]> {
    return tx.query(
      `select q.id, case when t.same_hash = decode($3, 'hex') then 1 else similarity(t.plain, $2) end as similarity
       from question_bank.question_text t join question_bank.question q on q.id = t.question_id
       where (t.sketch && $4::int[] or t.same_hash = decode($3, 'hex')) and q.id is distinct from $5
         and exists (select from unnest($1::text[]) as top where starts_with(q.unit_path, top))
         and (t.same_hash = decode($3, 'hex') or similarity(t.plain, $2) >= ${nearEnough})
       order by similarity desc, q.code limit 5`,
      [scope, text.plain, text.same_hash, text.sketch, except],
    );
  }

  /** That two questions are different although they look alike; said of those in scope alone. */
  async judge(systemTx: Transaction, scope: readonly string[], one: string, other: string, accountId: string): Promise<boolean> {
    const rows = (await systemTx.query(
      `insert into question_bank.duplicate_verdict (a_id, b_id, exact, account_id)
       select a.id, b.id, coalesce((select exact from question_bank.duplicate_pair p where p.a_id = a.id and p.b_id = b.id), false), $4
       from question_bank.question a join question_bank.question b on a.id = least($2::uuid, $3::uuid) and b.id = greatest($2::uuid, $3::uuid) and a.id <> b.id
       where exists (select from unnest($1::text[]) as top where starts_with(a.unit_path, top)) and exists (select from unnest($1::text[]) as top where starts_with(b.unit_path, top))
       on conflict (a_id, b_id) do update set exact = excluded.exact, account_id = excluded.account_id, at = now()
       returning a_id`,
      [scope, one, other, accountId],
    )) as unknown[];
    return rows.length > 0;
  }

  async unjudge(systemTx: Transaction, scope: readonly string[], one: string, other: string): Promise<boolean> {
    const [, count] = (await systemTx.query(
      `delete from question_bank.duplicate_verdict d using question_bank.question a
       where d.a_id = least($2::uuid, $3::uuid) and d.b_id = greatest($2::uuid, $3::uuid) and a.id = d.a_id
         and exists (select from unnest($1::text[]) as top where starts_with(a.unit_path, top))`,
      [scope, one, other],
    )) as [unknown, number];
    return count > 0;
  }
}
