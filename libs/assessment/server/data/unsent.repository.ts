import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { CheckedAnswer, LoggedAnswer, Paper } from '../../domain/index.js';

export interface UnsentFileRow {
  readonly id: string;
  readonly sittingId: string;
  readonly attemptId: string;
  readonly personId: string;
  readonly personName: string;
  readonly sound: boolean | null;
  readonly deviceId: string;
  readonly sameDevice: boolean;
  readonly exportedAt: string;
  readonly answers: readonly CheckedAnswer[];
  readonly at: Date;
  readonly accountName: string;
  readonly decision: { readonly accepted: boolean; readonly note: string; readonly counted: number; readonly at: string; readonly accountName: string } | null;
}

export interface HandedIn {
  readonly id: string;
  readonly personId: string;
  readonly state: string;
  readonly startedAt: Date;
  readonly deadline: Date;
  readonly paper: Paper;
}

export type NewUnsentFile = Pick<UnsentFileRow, 'id' | 'sittingId' | 'attemptId' | 'sound' | 'deviceId' | 'exportedAt' | 'answers'> & { readonly contentHash: Buffer };

const files = `select f.id, f.sitting_id as "sittingId", f.attempt_id as "attemptId", a.person_id as "personId", p.name as "personName", f.sound, f.device_id as "deviceId", f.device_id is not distinct from a.device_id as "sameDevice",
    f.exported_at as "exportedAt", f.answers, f.at, f.account_name as "accountName",
    case when d.file_id is not null then jsonb_build_object('accepted', d.accepted, 'note', d.note, 'counted', d.counted, 'at', d.at, 'accountName', d.account_name) end as decision
  from assessment.unsent_file f join assessment.attempt a on a.id = f.attempt_id join directory.person p on p.id = a.person_id
  left join assessment.unsent_decision d on d.file_id = f.id`;

/** Files of answers that did not arrive. Needs a system transaction: who asks has been found to run the sitting. */
@Injectable()
export class UnsentRepository {
  ofSitting(systemTx: Transaction, sittingId: string): Promise<UnsentFileRow[]> {
    return systemTx.query(`${files} where f.sitting_id = $1 order by f.at desc, f.id`, [sittingId]);
  }

  async find(systemTx: Transaction, id: string): Promise<UnsentFileRow | null> {
    const [row] = (await systemTx.query(`${files} where f.id = $1`, [id])) as [UnsentFileRow?];
    return row ?? null;
  }

  /** The attempt, if it belongs to the sitting; held, so that nothing is graded meanwhile. */
  async hold(systemTx: Transaction, sittingId: string, attemptId: string): Promise<HandedIn | null> {
    const [row] = (await systemTx.query(
      `select id, person_id as "personId", state, started_at as "startedAt", deadline, paper from assessment.attempt where id = $2 and sitting_id = $1 for update`,
      [sittingId, attemptId],
    )) as [HandedIn?];
    return row ?? null;
  }

  /** What the log and files accepted before know of each question. */
  async known(systemTx: Transaction, attemptId: string): Promise<Map<string, LoggedAnswer>> {
    const rows = (await systemTx.query(
      `select distinct on ("questionId") * from (
         select question_id::text as "questionId", client_seq as "clientSeq", choice, saved_at as at from assessment.answer_log where attempt_id = $1
         union all
         select e ->> 'questionId', (e ->> 'clientSeq')::int, array(select jsonb_array_elements_text(e -> 'choice')), d.at
         from assessment.unsent_file f join assessment.unsent_decision d on d.file_id = f.id and d.accepted cross join jsonb_array_elements(f.answers) as e
         where f.attempt_id = $1 and e ->> 'finding' = 'counts') as t order by "questionId", "clientSeq" desc, at`,
      [attemptId],
    )) as LoggedAnswer[];
    return new Map(rows.map((row) => [row.questionId, row]));
  }

  /** False where the same file was brought before. */
  async add(systemTx: Transaction, file: NewUnsentFile, who: { accountId: string; name: string }): Promise<boolean> {
    const rows = (await systemTx.query(
      `insert into assessment.unsent_file (id, sitting_id, attempt_id, content_hash, sound, device_id, exported_at, answers, account_id, account_name)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (attempt_id, content_hash) do nothing returning id`,
      [file.id, file.sittingId, file.attemptId, file.contentHash, file.sound, file.deviceId, file.exportedAt, JSON.stringify(file.answers), who.accountId, who.name],
    )) as unknown[];
    return rows.length > 0;
  }

  async decide(systemTx: Transaction, fileId: string, decision: { accepted: boolean; note: string; counted: number }, who: { accountId: string; name: string }): Promise<void> {
    await systemTx.query('insert into assessment.unsent_decision (file_id, accepted, note, counted, account_id, account_name) values ($1, $2, $3, $4, $5, $6)', [
      ...[fileId, decision.accepted, decision.note, decision.counted, who.accountId, who.name],
    ]);
  }
}
