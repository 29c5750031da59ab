import type { CivilMonth } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { RunState, SensitivityResult, StudyResult } from '../../domain/index.js';

export interface SnapshotRow {
  readonly id: string;
  readonly fileId: string;
  readonly digest: string;
  readonly halls: number;
  readonly trainedHalls: number;
  readonly months: number;
  readonly rows: number;
  readonly firstMonth: CivilMonth | null;
  readonly lastMonth: CivilMonth | null;
  readonly takenAt: Date;
}

export interface RunRow {
  readonly id: string;
  readonly studyId: string;
  readonly number: number;
  readonly state: RunState;
  readonly progress: number;
  readonly reason: string;
  readonly askedAt: Date;
  readonly askedBy: string;
  readonly snapshotId: string | null;
  readonly methodVersion: string | null;
  readonly begunAt: Date | null;
  readonly endedAt: Date | null;
  readonly result: StudyResult | null;
  readonly sensitivity: SensitivityResult | null;
}

const columns = `r.id, r.study_id as "studyId", r.number, r.state, r.progress, r.reason, r.asked_at as "askedAt", r.asked_by_name as "askedBy", r.snapshot_id as "snapshotId",
  r.method_version as "methodVersion", r.begun_at as "begunAt", r.ended_at as "endedAt", r.result, r.sensitivity`;
const snapshotColumns = `id, file_id as "fileId", digest, halls, trained_halls as "trainedHalls", months, rows, to_char(first_month, 'YYYY-MM') as "firstMonth",
  to_char(last_month, 'YYYY-MM') as "lastMonth", taken_at as "takenAt"`;

/** Every run of every study, with the snapshot it was computed on. Reads go through the walls of `tx`. */
@Injectable()
export class RunRepository {
  /** The newest first. */
  ofStudies(tx: Transaction, studyIds: readonly string[]): Promise<RunRow[]> {
    return tx.query(`select ${columns} from impact.study_run r where r.study_id = any($1) order by r.study_id, r.number desc`, [studyIds]);
  }

  async find(tx: Transaction, id: string): Promise<RunRow | null> {
    const [row] = (await tx.query(`select ${columns} from impact.study_run r where r.id = $1`, [id])) as [RunRow?];
    return row ?? null;
  }

  async snapshots(tx: Transaction, ids: readonly string[]): Promise<(SnapshotRow | null)[]> {
    const rows = (await tx.query(`select ${snapshotColumns} from impact.snapshot where id = any($1)`, [ids])) as SnapshotRow[];
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /** Newest run of each study that has a result. */
  latestResults(tx: Transaction, studyIds: readonly string[]): Promise<{ studyId: string; pValue: number | null }[]> {
    return tx.query(
      `select distinct on (study_id) study_id as "studyId", (result->>'pValue')::float8 as "pValue" from impact.study_run
       where study_id = any($1) and state = 'done' order by study_id, number desc`,
      [studyIds],
    );
  }

  async add(tx: Transaction, run: { id: string; studyId: string; number: number; reason: string; snapshotId: string | null }, by: { accountId: string; name: string }): Promise<void> {
    await tx.query(`insert into impact.study_run (id, study_id, number, state, reason, snapshot_id, asked_by, asked_by_name) values ($1, $2, $3, 'waiting', $4, $5, $6, $7)`, [
      ...[run.id, run.studyId, run.number, run.reason, run.snapshotId, by.accountId, by.name],
    ]);
  }

  /** Takes the run up; null where it has ended already. */
  async begin(systemTx: Transaction, id: string): Promise<RunRow | null> {
    const [rows] = (await systemTx.query(
      `update impact.study_run r set state = 'computing', begun_at = now(), progress = 0 where r.id = $1 and r.state in ('waiting', 'computing') returning ${columns}`,
      [id],
    )) as [RunRow[], number];
    return rows[0] ?? null;
  }

  async progress(systemTx: Transaction, id: string, percent: number): Promise<void> {
    await systemTx.query(`update impact.study_run set progress = $2 where id = $1 and state = 'computing'`, [id, Math.round(percent)]);
  }

  /** The result, once; answers whether it was this call that wrote it. */
  async finish(systemTx: Transaction, id: string, snapshotId: string, methodVersion: string, result: StudyResult): Promise<boolean> {
    const [, count] = (await systemTx.query(
      `update impact.study_run set state = 'done', progress = 100, ended_at = now(), snapshot_id = $2, method_version = $3, result = $4 where id = $1 and state = 'computing'`,
      [id, snapshotId, methodVersion, JSON.stringify(result)],
    )) as [unknown, number];
    return count > 0;
  }

  async fail(systemTx: Transaction, id: string): Promise<void> {
    await systemTx.query(`update impact.study_run set state = 'failed', ended_at = now() where id = $1 and state in ('waiting', 'computing')`, [id]);
  }

  /** Runs that nothing has moved for so many hours; a job that comes later finds them ended. */
  async failLost(systemTx: Transaction, hours: number): Promise<void> {
    await systemTx.query(`update impact.study_run set state = 'failed', ended_at = now() where state in ('waiting', 'computing') and coalesce(begun_at, asked_at) < now() - make_interval(hours => $1)`, [hours]);
  }

  async setSensitivity(systemTx: Transaction, id: string, found: SensitivityResult): Promise<void> {
    await systemTx.query(`update impact.study_run set sensitivity = $2 where id = $1 and sensitivity is null`, [id, JSON.stringify(found)]);
  }

  async addSnapshot(systemTx: Transaction, studyId: string, snapshot: Omit<SnapshotRow, 'takenAt'>): Promise<void> {
    const { id, fileId, digest, halls, trainedHalls, months, rows, firstMonth, lastMonth } = snapshot;
    const day = (month: CivilMonth | null): string | null => (month ? `${month}-01` : null);
    await systemTx.query(
      `insert into impact.snapshot (id, study_id, file_id, digest, halls, trained_halls, months, rows, first_month, last_month) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, studyId, fileId, digest, halls, trainedHalls, months, rows, day(firstMonth), day(lastMonth)],
    );
  }
}
