import { newId } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { CheckIn, Delivery } from '../../domain/index.js';
import type { Proctoring } from './sitting.repository.js';

export interface SittingFields {
  readonly examId: string;
  readonly title: string;
  readonly place: string | null;
  readonly unit: { readonly id: string; readonly path: string };
  readonly delivery: Delivery;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly lateEntryMinutes: number | null;
  readonly checkIn: CheckIn;
  readonly proctoring: Proctoring;
}

export interface SittingRules {
  readonly units: readonly { readonly id: string; readonly path: string }[];
  readonly postIds: readonly string[];
  readonly invigilatorIds: readonly string[];
}

const values = ({ examId, title, place, unit, delivery, opensAt, closesAt, lateEntryMinutes, checkIn, proctoring }: SittingFields): unknown[] => [
  ...[examId, title, place, unit.id, unit.path, delivery, opensAt, closesAt, lateEntryMinutes, checkIn, JSON.stringify(proctoring)],
];

/** Writes of sittings. Who may write what has been checked by the service; the walls check it again. */
@Injectable()
export class SittingStore {
  async add(tx: Transaction, fields: SittingFields, accountId: string): Promise<string> {
    const id = newId();
    await tx.query(
      `insert into assessment.sitting (exam_id, title, place, unit_id, unit_path, delivery, opens_at, closes_at, late_entry_minutes, check_in, proctoring, id, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [...values(fields), id, accountId],
    );
    return id;
  }

  async change(tx: Transaction, id: string, fields: SittingFields): Promise<void> {
    await tx.query(
      `update assessment.sitting set exam_id = $1, title = $2, place = $3, unit_id = $4, unit_path = $5, delivery = $6, opens_at = $7, closes_at = $8,
         late_entry_minutes = $9, check_in = $10, proctoring = $11, version = version + 1 where id = $12`,
      [...values(fields), id],
    );
  }

  async setRules(tx: Transaction, id: string, { units, postIds, invigilatorIds }: SittingRules): Promise<void> {
    for (const table of ['sitting_unit_admitted', 'sitting_post_admitted', 'sitting_invigilator']) await tx.query(`delete from assessment.${table} where sitting_id = $1`, [id]);
    await tx.query(
      `insert into assessment.sitting_unit_admitted (sitting_id, unit_id, unit_path) select $1, u, p from unnest($2::uuid[], $3::text[]) as t (u, p)`,
      [id, units.map((unit) => unit.id), units.map((unit) => unit.path)],
    );
    await tx.query(`insert into assessment.sitting_post_admitted (sitting_id, post_id) select $1, unnest($2::uuid[])`, [id, postIds]);
    await tx.query(`insert into assessment.sitting_invigilator (sitting_id, person_id) select $1, unnest($2::uuid[])`, [id, invigilatorIds]);
  }

  async cancel(tx: Transaction, id: string, reason: string): Promise<void> {
    await tx.query(`update assessment.sitting set cancelled_at = clock_timestamp(), cancelled_reason = $2, version = version + 1 where id = $1`, [id, reason]);
  }

  async end(tx: Transaction, id: string): Promise<void> {
    await tx.query(`update assessment.sitting set ended_at = clock_timestamp(), version = version + 1 where id = $1`, [id]);
  }

  async prolong(tx: Transaction, id: string, minutes: number): Promise<void> {
    await tx.query(`update assessment.sitting set closes_at = closes_at + make_interval(mins => $2), version = version + 1 where id = $1`, [id, minutes]);
  }

  /** What is particular to one person; what is not named stays. */
  async setCandidate(tx: Transaction, sittingId: string, personId: string, set: { admitted: boolean | null; extraMinutes: number; note: string | null }): Promise<void> {
    await tx.query(
      `insert into assessment.sitting_candidate (sitting_id, person_id, admitted, extra_minutes, note) values ($1, $2, $3, $4, $5)
       on conflict (sitting_id, person_id) do update set admitted = excluded.admitted, extra_minutes = excluded.extra_minutes, note = excluded.note`,
      [sittingId, personId, set.admitted, set.extraMinutes, set.note],
    );
  }

  async checkIn(tx: Transaction, sittingId: string, personId: string, accountId: string): Promise<void> {
    await tx.query(
      `insert into assessment.sitting_candidate (sitting_id, person_id, checked_in_at, checked_in_by) values ($1, $2, clock_timestamp(), $3)
       on conflict (sitting_id, person_id) do update set checked_in_at = coalesce(sitting_candidate.checked_in_at, excluded.checked_in_at),
         checked_in_by = coalesce(sitting_candidate.checked_in_by, excluded.checked_in_by)`,
      [sittingId, personId, accountId],
    );
  }

  /** Kept apart from the sitting: an examinee who may read the one must not read the other. Needs a system transaction. */
  async addCheckInCode(systemTx: Transaction, sittingId: string, code: string): Promise<void> {
    await systemTx.query(
      `insert into assessment.sitting_secret (sitting_id, check_in_code) values ($1, $2) on conflict (sitting_id) do nothing`,
      [sittingId, code],
    );
  }

  async checkInCode(systemTx: Transaction, sittingId: string): Promise<string | null> {
    const [row] = (await systemTx.query('select check_in_code as code from assessment.sitting_secret where sitting_id = $1', [sittingId])) as [{ code: string }?];
    return row?.code ?? null;
  }
}
