import type { Transaction } from '@skillhall/platform/database';
import { copyRows, type CopyValue, type ImportContext, type ImportCounts } from '@skillhall/platform/imports';
import { say } from '@skillhall/kernel';
import { Injectable } from '@nestjs/common';
import { sameness } from '../../domain/index.js';

const create = `create temp table staged_volume (
    row integer not null, named text not null, unit_id uuid not null, unit_path text collate "C" not null, month date not null,
    transactions integer not null, online_share numeric, window_staff integer) on commit drop`;

const columns = ['row', 'named', 'unit_id', 'unit_path', 'month', 'transactions', 'online_share', 'window_staff'];

const duplicates = `with ranked as (
    select row, named, month, first_value(row) over w as first,
      (transactions, online_share, window_staff) is not distinct from
      (first_value(transactions) over w, first_value(online_share) over w, first_value(window_staff) over w) as same
    from staged_volume window w as (partition by unit_id, month order by row)),
  gone as (delete from staged_volume s using ranked r where s.row = r.row and r.row <> r.first)
  select row, named as unit, to_char(month, 'YYYY-MM') as month, first, same from ranked where row <> first order by row`;

const merge = `with written as (
    insert into complaints.hall_month as h (unit_id, unit_path, month, transactions, online_share, window_staff, import_run_id)
    select unit_id, unit_path, month, transactions, online_share, window_staff, $1::uuid from staged_volume
    on conflict (unit_id, month) do update set unit_path = excluded.unit_path, transactions = excluded.transactions,
      online_share = excluded.online_share, window_staff = excluded.window_staff, import_run_id = excluded.import_run_id
    where (h.transactions, h.online_share, h.window_staff) is distinct from (excluded.transactions, excluded.online_share, excluded.window_staff)
    returning h.unit_id, h.month)
  select count(*) filter (where w.unit_id is not null and h.unit_id is null)::int as created,
    count(*) filter (where w.unit_id is not null and h.unit_id is not null)::int as updated,
    count(*) filter (where w.unit_id is null)::int as unchanged
  from staged_volume s left join complaints.hall_month h using (unit_id, month) left join written w using (unit_id, month)`;

/** The staging table of one run of volumes. */
@Injectable()
export class StagedVolumes {
  async create(tx: Transaction): Promise<void> {
    await tx.query(create);
  }

  add(tx: Transaction, rows: readonly CopyValue[][]): Promise<void> {
    return copyRows(tx, 'staged_volume', columns, rows);
  }

  async merge({ tx, locale, runId, reject }: ImportContext): Promise<ImportCounts> {
    const repeated = (await tx.query(duplicates)) as { row: number; unit: string; month: string; first: number; same: boolean }[];
    for (const { row, same, ...said } of repeated)
      reject(row, 'month', 'duplicate-month', { ...said, sameness: say(same ? sameness.same : sameness.differs, locale) });
    const [counts] = (await tx.query(merge, [runId])) as [ImportCounts];
    return counts;
  }
}
