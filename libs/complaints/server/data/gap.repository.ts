import { type CivilMonth, type Page, pageOf, type PageRequest } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

export interface GapRow {
  readonly unitId: string;
  /** Months of the span in which the hall was open. */
  readonly months: number;
  readonly transactions: CivilMonth[];
  readonly onlineShare: CivilMonth[];
  readonly windowStaff: CivilMonth[];
}

export interface GapSpan {
  readonly from: CivilMonth;
  readonly until: CivilMonth;
}

const inside = (path: string): string => `exists (select from unnest($1::text[]) as top where ${path} >= top and ${path} < top || '~') and ${path} >= $2 and ${path} < $2 || '~'`;

const month = (condition: string): string => `coalesce(array_agg(to_char(m.month, 'YYYY-MM') order by m.month) filter (where ${condition}), '{}')`;

/** Online share and window staff are missed only where transactions came: a hall that sent nothing lacks one thing, not three. */
const gaps = `with months as (select m::date as month from generate_series($3::date, $4::date, interval '1 month') as m),
  halls as (
    select u.id, u.path, date_trunc('month', u.opened_on)::date as opened, u.closed_on from directory.unit u where u.type = 'hall' and ${inside('u.path')}),
  found as (
    select u.id, u.path, count(*)::int as months, ${month('h.unit_id is null')} as transactions,
      ${month('h.unit_id is not null and h.online_share is null')} as online_share, ${month('h.unit_id is not null and h.window_staff is null')} as window_staff
    from halls u join months m on (u.opened is null or m.month >= u.opened) and (u.closed_on is null or m.month <= u.closed_on)
    left join complaints.hall_month h on h.unit_id = u.id and h.month = m.month group by u.id, u.path)
  select id as "unitId", months, transactions, online_share as "onlineShare", window_staff as "windowStaff", (count(*) over ())::int as total
  from found where cardinality(transactions) + cardinality(online_share) + cardinality(window_staff) > 0
  order by cardinality(transactions) desc, cardinality(online_share) + cardinality(window_staff) desc, path offset $5 limit $6`;

/** What halls have not reported, month by month. */
@Injectable()
export class GapRepository {
  /** From the first to the last month with any volumes below the node, the last `most` of them; null without any. */
  async span(tx: Transaction, scope: readonly string[], path: string, most: number): Promise<GapSpan | null> {
    const [row] = (await tx.query(
      `select to_char(greatest(min(h.month), max(h.month) - make_interval(months => $3 - 1)), 'YYYY-MM') as "from", to_char(max(h.month), 'YYYY-MM') as until
       from complaints.hall_month h where ${inside('h.unit_path')}`,
      [scope, path, most],
    )) as [{ from: CivilMonth | null; until: CivilMonth | null }];
    return row.from && row.until ? { from: row.from, until: row.until } : null;
  }

  async page(tx: Transaction, scope: readonly string[], path: string, { from, until }: GapSpan, request: PageRequest): Promise<Page<GapRow>> {
    const read = (offset: number, limit: number) => tx.query(gaps, [scope, path, `${from}-01`, `${until}-01`, offset, limit]) as Promise<(GapRow & { total: number })[]>;
    const rows = await read(request.offset, request.limit);
    // Beyond the last row no row carries the total.
    const total = rows[0]?.total ?? (request.offset > 0 ? (await read(0, 1))[0]?.total : 0) ?? 0;
    return pageOf(rows, total, request);
  }
}
