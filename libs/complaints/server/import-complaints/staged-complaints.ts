import type { Transaction } from '@skillhall/platform/database';
import { copyRows, type CopyValue, type ImportContext, type ImportCounts } from '@skillhall/platform/imports';
import { say } from '@skillhall/kernel';
import { Injectable } from '@nestjs/common';
import { sameness } from '../../domain/index.js';

const create = `create temp table staged_complaint (
    row integer not null, id uuid not null, order_number text not null, unit_id uuid not null, unit_path text collate "C" not null,
    received_at timestamp(0) not null, class text not null, second_class text, third_class text, level text, channel text,
    text text not null, substantiated boolean, closed_on date, content_hash bytea not null) on commit drop`;

const columns = ['row', 'id', 'order_number', 'unit_id', 'unit_path', 'received_at', 'class', 'second_class', 'third_class', 'level', 'channel', 'text', 'substantiated', 'closed_on', 'content_hash'];

const duplicates = `with ranked as (
    select row, order_number, content_hash, first_value(row) over w as first, first_value(content_hash) over w as first_hash
    from staged_complaint window w as (partition by order_number order by row)),
  gone as (delete from staged_complaint s using ranked r where s.row = r.row and r.row <> r.first)
  select row, order_number as number, first, content_hash = first_hash as same from ranked where row <> first order by row`;

/** `$1` is the scope. */
const within = `exists (select from unnest($1::text[]) as top where c.unit_path >= top and c.unit_path < top || '~')`;

const elsewhere = `delete from staged_complaint s using complaints.complaint c
  where c.order_number = s.order_number
    and not ${within}
  returning s.row, s.order_number as number`;

const plain = (row: string): string => `regexp_replace(${row}.text, '\\s', '', 'g')`;

/**
 * The scope once more: a number may have been taken elsewhere since the check, by an import that ran at the same time.
 * The text counts too: better scrubbing reaches what came in earlier, the hash of which stays.
 */
const merge = `with written as (
    insert into complaints.complaint as c (id, order_number, unit_id, unit_path, received_at, class, second_class, third_class,
      level, channel, text, substantiated, closed_on, content_hash, import_run_id)
    select id, order_number, unit_id, unit_path, received_at, class, second_class, third_class,
      level, channel, text, substantiated, closed_on, content_hash, $2::uuid from staged_complaint order by row
    on conflict (order_number) do update set unit_id = excluded.unit_id, unit_path = excluded.unit_path,
      received_at = excluded.received_at, class = excluded.class, second_class = excluded.second_class,
      third_class = excluded.third_class, level = excluded.level, channel = excluded.channel, text = excluded.text,
      substantiated = excluded.substantiated, closed_on = excluded.closed_on, content_hash = excluded.content_hash,
      import_run_id = excluded.import_run_id
    where (c.content_hash, c.unit_id, ${plain('c')}) is distinct from (excluded.content_hash, excluded.unit_id, ${plain('excluded')})
      and ${within}
    returning c.id)
  select count(*) filter (where w.id = s.id)::int as created, count(*) filter (where w.id <> s.id)::int as updated,
    count(*) filter (where w.id is null)::int as unchanged
  from staged_complaint s left join complaints.complaint c on c.order_number = s.order_number
  left join written w on w.id = coalesce(c.id, s.id)`;

/** The staging table of one run: what it refuses there it reports, what is left it writes in one statement. */
@Injectable()
export class StagedComplaints {
  async create(tx: Transaction): Promise<void> {
    await tx.query(create);
  }

  add(tx: Transaction, rows: readonly CopyValue[][]): Promise<void> {
    return copyRows(tx, 'staged_complaint', columns, rows);
  }

  async merge({ tx, scope, locale, runId, reject }: ImportContext): Promise<ImportCounts> {
    const repeated = (await tx.query(duplicates)) as { row: number; number: string; first: number; same: boolean }[];
    for (const { row, number, first, same } of repeated)
      reject(row, 'number', 'duplicate-number', { number, first, sameness: say(same ? sameness.same : sameness.differs, locale) });
    const [taken] = (await tx.query(elsewhere, [scope])) as [{ row: number; number: string }[], number];
    for (const { row, number } of taken) reject(row, 'number', 'taken-number', { number });
    const [counts] = (await tx.query(merge, [scope, runId])) as [ImportCounts];
    return counts;
  }
}
