import { type Page, pageOf, type PageRequest } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { CheckIn, Delivery, SittingState } from '../../domain/index.js';

export interface Proctoring {
  readonly fullScreen: boolean;
  readonly blur: boolean;
  readonly paste: boolean;
}

export interface SittingRow {
  readonly id: string;
  readonly examId: string;
  readonly title: string;
  readonly place: string | null;
  readonly unitId: string;
  readonly unitPath: string;
  readonly delivery: Delivery;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly lateEntryMinutes: number | null;
  readonly checkIn: CheckIn;
  readonly proctoring: Proctoring;
  readonly cancelledAt: Date | null;
  readonly cancelledReason: string | null;
  readonly endedAt: Date | null;
  readonly version: number;
  /** The database's clock, which decides. */
  readonly now: Date;
}

export interface SittingCriteria {
  readonly examId?: string | null;
  readonly state?: SittingState | null;
  readonly search?: string | null;
}

const columns = `s.id, s.exam_id as "examId", s.title, s.place, s.unit_id as "unitId", s.unit_path as "unitPath", s.delivery,
  s.opens_at as "opensAt", s.closes_at as "closesAt", s.late_entry_minutes as "lateEntryMinutes", s.check_in as "checkIn", s.proctoring,
  s.cancelled_at as "cancelledAt", s.cancelled_reason as "cancelledReason", s.ended_at as "endedAt", s.version, clock_timestamp() as now`;

const scoped = `exists (select from unnest($1::text[]) as top where s.unit_path >= top and s.unit_path < top || '~')`;

// The same rule as `sittingState` in the domain, where a list has to be narrowed.
const state = `case when s.cancelled_at is not null then 'cancelled' when s.ended_at is not null or clock_timestamp() >= s.closes_at then 'closed'
  when clock_timestamp() < s.opens_at then 'planned' else 'open' end`;

const filtered = `from assessment.sitting s
  where (${scoped} or assessment.invigilates(s.id))
    and ($2::uuid is null or s.exam_id = $2) and ($3::text is null or ${state} = $3)
    and ($4::text is null or position(lower($4) in lower(s.title || ' ' || coalesce(s.place, ''))) > 0)`;

/** Sittings as those see them who plan, invigilate or read results. */
@Injectable()
export class SittingRepository {
  async page(tx: Transaction, scope: readonly string[], { examId, state: wanted, search }: SittingCriteria, request: PageRequest): Promise<Page<SittingRow>> {
    const values = [scope, examId ?? null, wanted ?? null, search?.trim() || null];
    const nodes = (await tx.query(`select ${columns} ${filtered} order by s.opens_at desc, s.id offset $5 limit $6`, [...values, request.offset, request.limit])) as SittingRow[];
    const [{ count }] = (await tx.query(`select count(*)::int as count ${filtered}`, values)) as [{ count: number }];
    return pageOf(nodes, count, request);
  }

  /** In the scope, or one that the acting person invigilates. */
  async find(tx: Transaction, scope: readonly string[], id: string): Promise<SittingRow | null> {
    const [row] = (await tx.query(`select ${columns} from assessment.sitting s where s.id = $2 and (${scoped} or assessment.invigilates(s.id))`, [scope, id])) as [SittingRow?];
    return row ?? null;
  }

  /** Sittings on paper in the scope that somebody means by a title or an id; two are enough to know that it is not clear. */
  onPaper(tx: Transaction, scope: readonly string[], named: string): Promise<SittingRow[]> {
    return tx.query(`select ${columns} from assessment.sitting s where ${scoped} and s.delivery = 'paper' and s.cancelled_at is null and (s.title = $2 or s.id::text = $2) limit 2`, [scope, named]);
  }

  async findInScope(tx: Transaction, scope: readonly string[], id: string): Promise<SittingRow | null> {
    const [row] = (await tx.query(`select ${columns} from assessment.sitting s where s.id = $2 and ${scoped}`, [scope, id])) as [SittingRow?];
    return row ?? null;
  }

  /** In the scope, and nobody else's to change until the end of the transaction. */
  async lock(tx: Transaction, scope: readonly string[], id: string): Promise<SittingRow | null> {
    const [row] = (await tx.query(`select ${columns} from assessment.sitting s where s.id = $2 and ${scoped} for update`, [scope, id])) as [SittingRow?];
    return row ?? null;
  }

  async byIds(tx: Transaction, ids: readonly string[]): Promise<(SittingRow | null)[]> {
    const rows = (await tx.query(`select ${columns} from assessment.sitting s where s.id = any($1)`, [ids])) as SittingRow[];
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /** Units, posts and invigilators of each sitting. */
  async rulesOf(tx: Transaction, ids: readonly string[]): Promise<{ unitIds: string[]; postIds: string[]; invigilatorIds: string[] }[]> {
    const list = (table: string, column: string) => `array(select ${column} from assessment.${table} x where x.sitting_id = w.id order by ${column})`;
    const rows = (await tx.query(
      `select w.id, ${list('sitting_unit_admitted', 'unit_id')} as "unitIds", ${list('sitting_post_admitted', 'post_id')} as "postIds",
         ${list('sitting_invigilator', 'person_id')} as "invigilatorIds"
       from unnest($1::uuid[]) with ordinality as w (id, n) order by n`,
      [ids],
    )) as { unitIds: string[]; postIds: string[]; invigilatorIds: string[] }[];
    return rows;
  }
}
