import { type CivilMonth, type Page, pageOf, type PageRequest } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { complaintClasses, counterClasses } from '../../domain/index.js';
import { countOf } from './panel-cell.js';

export interface MonthNumbers {
  readonly month: CivilMonth;
  /** Null where no hall has reported. */
  readonly transactions: number | null;
  readonly complaints: number;
  /** Service and business: what happens at the counter. */
  readonly counterComplaints: number;
  /** Those of them at halls that reported transactions; only these belong over that denominator. */
  readonly ratedComplaints: number;
}

export interface UnitMonthRow extends MonthNumbers {
  readonly onlineShare: number | null;
  readonly windowStaff: number | null;
}

export interface HallMonthRow extends MonthNumbers {
  readonly unitId: string;
  readonly unitPath: string;
}

export interface PanelRow {
  readonly unitId: string;
  readonly month: CivilMonth;
  readonly transactions: number;
  readonly complaints: number;
}

export interface MonthSpan {
  readonly from?: CivilMonth | null;
  readonly until?: CivilMonth | null;
}

const inside = (row: string): string => `exists (select from unnest($1::text[]) as top where ${row}.unit_path >= top and ${row}.unit_path < top || '~')
    and ${row}.unit_path >= $2 and ${row}.unit_path < $2 || '~'
    and ($3::date is null or ${row}.month >= $3) and ($4::date is null or ${row}.month <= $4)`;

const [all, atCounter] = [countOf(complaintClasses, false), countOf(counterClasses, false)];

/** Complaints and volumes below a node by unit and month. */
const numbers = `filed as (
    select c.unit_id, c.unit_path, c.month, ${all} as complaints, ${atCounter} as counter from complaints.panel_cell c where ${all} > 0 and ${inside('c')}),
  volume as (
    select h.unit_id, h.unit_path, h.month, h.transactions, h.online_share, h.window_staff from complaints.hall_month h where ${inside('h')}),
  cell as (
    select coalesce(v.unit_id, f.unit_id) as unit_id, coalesce(v.unit_path, f.unit_path) as unit_path, coalesce(v.month, f.month) as month,
      v.transactions, v.online_share, v.window_staff, coalesce(f.complaints, 0) as complaints, coalesce(f.counter, 0) as counter,
      case when v.transactions > 0 then coalesce(f.counter, 0) else 0 end as rated
    from volume v full join filed f on f.unit_id = v.unit_id and f.month = v.month)`;

const unitMonths = `with ${numbers},
  by_month as (
    select month, sum(transactions)::int as transactions, sum(complaints)::int as complaints, sum(counter)::int as counter, sum(rated)::int as rated,
      sum(window_staff)::int as window_staff,
      (sum(online_share * transactions) / nullif(sum(transactions) filter (where online_share is not null), 0))::float8 as online_share
    from cell group by month)
  select to_char(m, 'YYYY-MM') as month, b.transactions, coalesce(b.complaints, 0) as complaints, coalesce(b.counter, 0) as "counterComplaints",
    coalesce(b.rated, 0) as "ratedComplaints", b.online_share as "onlineShare", b.window_staff as "windowStaff"
  from (select min(month) as first, max(month) as last from by_month) as span,
    generate_series(span.first, span.last, interval '1 month') as m
  left join by_month b on b.month = m::date order by m`;

const hallMonths = `with ${numbers}
  select cell.unit_id as "unitId", cell.unit_path as "unitPath", to_char(cell.month, 'YYYY-MM') as month, cell.transactions, cell.complaints,
    cell.counter as "counterComplaints", cell.rated as "ratedComplaints", (count(*) over ())::int as total
  from cell join directory.unit u on u.id = cell.unit_id and u.type = 'hall'
  order by cell.unit_path, cell.month offset $5 limit $6`;

const panel = `with ${numbers}
  select unit_id as "unitId", to_char(month, 'YYYY-MM') as month, transactions, counter as complaints
  from cell where transactions > 0 order by unit_path, month`;

const lastYear = `with latest as (select max(month) as month from complaints.panel_cell where unit_id = any($1) and transactions > 0)
  select c.unit_id as "unitId", (10000.0 * sum(${atCounter}) / sum(c.transactions))::float8 as rate
  from complaints.panel_cell c, latest
  where c.unit_id = any($1) and c.transactions > 0 and c.month > latest.month - interval '12 months' group by c.unit_id`;

/** Complaints and volumes by month. `scope` are the subtrees the reader may see, `path` the node asked for. */
@Injectable()
export class MonthRepository {
  /** One row a month from the first to the last with data, none left out. */
  unitMonths(tx: Transaction, scope: readonly string[], path: string, span: MonthSpan = {}): Promise<UnitMonthRow[]> {
    return tx.query(unitMonths, this.#values(scope, path, span));
  }

  async hallMonths(tx: Transaction, scope: readonly string[], path: string, span: MonthSpan, request: PageRequest): Promise<Page<HallMonthRow>> {
    const values = this.#values(scope, path, span);
    const rows = (await tx.query(hallMonths, [...values, request.offset, request.limit])) as (HallMonthRow & { total: number })[];
    // Beyond the last row no row carries the total.
    if (!rows.length && request.offset > 0) return pageOf([], (await this.hallMonths(tx, scope, path, span, { offset: 0, limit: 1 })).totalCount, request);
    return pageOf(rows, rows[0]?.total ?? 0, request);
  }

  /** Every hall and month with transactions below the node, and its counter complaints, for estimates. */
  panel(tx: Transaction, scope: readonly string[], path: string): Promise<PanelRow[]> {
    return tx.query(panel, this.#values(scope, path, {}));
  }

  /** The last month below the node with transactions; within the walls of `tx`. */
  async lastMonth(tx: Transaction, path: string): Promise<CivilMonth | null> {
    const [row] = (await tx.query(`select to_char(max(month), 'YYYY-MM') as month from complaints.hall_month where unit_path >= $1 and unit_path < $1 || '~' and transactions > 0`, [path])) as [{ month: CivilMonth | null }];
    return row.month;
  }

  /** Counter complaints per 10,000 transactions of halls over the last twelve months with figures; within the walls of `tx`. */
  lastYearRates(tx: Transaction, hallIds: readonly string[]): Promise<{ unitId: string; rate: number }[]> {
    return tx.query(lastYear, [hallIds]);
  }

  #values(scope: readonly string[], path: string, { from, until }: MonthSpan): unknown[] {
    return [scope, path, from ? `${from}-01` : null, until ? `${until}-01` : null];
  }
}
