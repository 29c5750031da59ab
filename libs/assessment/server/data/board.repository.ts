import { newId } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

export const incidentKinds = ['note', 'technical', 'extended', 'all-extended', 'checked-in', 'forced-in', 'cancelled', 'ended'] as const;
export type IncidentKind = (typeof incidentKinds)[number];

export interface IncidentRow {
  readonly id: string;
  readonly kind: IncidentKind;
  readonly personName: string | null;
  readonly minutes: number | null;
  readonly note: string;
  readonly at: Date;
  readonly accountName: string;
}

export interface NewIncident {
  readonly sittingId: string;
  readonly attemptId?: string | null;
  readonly kind: IncidentKind;
  readonly minutes?: number | null;
  readonly note: string;
}

export interface AttemptEventRow {
  readonly kind: string;
  readonly at: Date;
  readonly detail: Record<string, unknown>;
}

/** What invigilators read and write. Needs a system transaction: who asks has been found to invigilate the sitting. */
@Injectable()
export class BoardRepository {
  async addIncident(systemTx: Transaction, { sittingId, attemptId, kind, minutes, note }: NewIncident, who: { accountId: string; name: string }): Promise<void> {
    await systemTx.query(
      `insert into assessment.incident (id, sitting_id, attempt_id, kind, minutes, note, account_id, account_name) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), sittingId, attemptId ?? null, kind, minutes ?? null, note, who.accountId, who.name],
    );
  }

  incidents(systemTx: Transaction, sittingId: string): Promise<IncidentRow[]> {
    return systemTx.query(
      `select i.id, i.kind, p.name as "personName", i.minutes, i.note, i.at, i.account_name as "accountName"
       from assessment.incident i left join assessment.attempt a on a.id = i.attempt_id left join directory.person p on p.id = a.person_id
       where i.sitting_id = $1 order by i.at desc, i.id desc`,
      [sittingId],
    );
  }

  events(systemTx: Transaction, sittingId: string, attemptId: string): Promise<AttemptEventRow[]> {
    return systemTx.query(
      `select e.kind, e.at, e.detail from assessment.attempt_event e join assessment.attempt a on a.id = e.attempt_id
       where a.id = $2 and a.sitting_id = $1 order by e.id limit 1000`,
      [sittingId, attemptId],
    );
  }

  /** Moves the deadline of one open attempt, held against saving and submitting meanwhile; false where none is open. */
  async extend(systemTx: Transaction, sittingId: string, attemptId: string, minutes: number): Promise<boolean> {
    const [rows] = (await systemTx.query(
      `update assessment.attempt set deadline = deadline + make_interval(mins => $3) where id = $2 and sitting_id = $1 and state = 'open' returning id`,
      [sittingId, attemptId, minutes],
    )) as [unknown[], number];
    return rows.length > 0;
  }

  /** Every open attempt, in the order of the ids, so that no two of these ever wait for each other in a circle. */
  async extendAll(systemTx: Transaction, sittingId: string, minutes: number): Promise<number> {
    const [rows] = (await systemTx.query(
      `with open as materialized (select id from assessment.attempt where sitting_id = $1 and state = 'open' order by id for update)
       update assessment.attempt a set deadline = deadline + make_interval(mins => $2) from open where a.id = open.id returning a.id`,
      [sittingId, minutes],
    )) as [unknown[], number];
    return rows.length;
  }
}
