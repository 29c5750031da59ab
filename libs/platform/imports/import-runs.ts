import { type Page, pageOf, type PageRequest, type Phrase } from '@skillhall/kernel';
import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../database/index.js';
import type { HeaderRecognition } from '../tabular/index.js';
import type { ImportOptions, LeftFile } from './import-handler.js';
import type { ImportOutcome, ImportProblem, ImportProgress } from './import-runner.js';

/** A file of a run, as it was stored for its account. */
export interface RunFile {
  readonly kind: LeftFile['kind'];
  readonly name: string;
  readonly fileId: string;
}

export interface ImportRunRow {
  readonly id: string;
  readonly kind: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly dryRun: boolean;
  readonly mapping: Readonly<Record<string, string | null>> | null;
  readonly options: ImportOptions;
  readonly files: readonly RunFile[];
  readonly locale: 'zh-CN' | 'zh-TW' | 'en';
  readonly accountId: string;
  readonly status: 'queued' | 'reading' | 'merging' | 'done' | 'failed';
  readonly rowsRead: number;
  readonly rowsTotal: number | null;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly encoding: string | null;
  readonly sheetName: string | null;
  readonly recognition: HeaderRecognition | null;
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly fileKept: boolean;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly createdByName: string;
}

const select = `select r.id, r.kind, r.file_id as "fileId", r.file_name as "fileName", r.dry_run as "dryRun", r.mapping, r.options, r.files, r.locale,
    r.account_id as "accountId", r.status, r.rows_read as "rowsRead", r.rows_total as "rowsTotal", r.created, r.updated,
    r.unchanged, r.rejected, r.encoding, r.sheet_name as "sheetName", r.recognition, r.failure,
    exists (select from platform.file f where f.id = r.file_id) as "fileKept",
    r.created_at as "createdAt", r.finished_at as "finishedAt", a.name as "createdByName"
  from platform.import_run r join platform.account a on a.id = r.account_id`;

const unfinished = `status not in ('done', 'failed')`;

export const internalFailure: Phrase = {
  'zh-CN': '导入中途出了问题，什么都没有写入。请稍后再试，或联系管理员。',
  'zh-TW': '匯入途中出了問題，什麼都沒有寫入。請稍後再試，或聯絡管理員。',
  en: 'The import failed on our side; nothing was written. Please try again later or ask your administrator.',
};

/** The run was finished before, or meanwhile by another worker. */
export class RunFinished extends Error {}

const own = 'runs belong to accounts; every statement names the account';

/** Runs of imports and what they found, kept for whoever started them. */
@Injectable()
export class ImportRuns {
  constructor(private readonly database: Database) {}

  async find(id: string, accountId?: string): Promise<ImportRunRow | null> {
    const [row] = await this.database.asSystem(own, (tx) => tx.query(`${select} where r.id = $1 and ($2::uuid is null or r.account_id = $2)`, [id, accountId ?? null]) as Promise<[ImportRunRow?]>);
    return row ?? null;
  }

  page(accountId: string, request: PageRequest): Promise<Page<ImportRunRow>> {
    return this.database.asSystem(own, async (tx) => {
      const nodes = (await tx.query(`${select} where r.account_id = $1 order by r.created_at desc offset $2 limit $3`, [accountId, request.offset, request.limit])) as ImportRunRow[];
      const [{ count }] = (await tx.query('select count(*)::int as count from platform.import_run where account_id = $1', [accountId])) as [{ count: number }];
      return pageOf(nodes, count, request);
    });
  }

  /** Problems of a run already found for its account. */
  problems(runId: string, request: PageRequest): Promise<Page<ImportProblem>> {
    return this.database.asSystem(own, async (tx) => {
      const nodes = (await tx.query('select row, field, code, message from platform.import_problem where run_id = $1 order by place offset $2 limit $3', [runId, request.offset, request.limit])) as ImportProblem[];
      const [{ count }] = (await tx.query('select count(*)::int as count from platform.import_problem where run_id = $1', [runId])) as [{ count: number }];
      return pageOf(nodes, count, request);
    });
  }

  allProblems(runId: string): Promise<ImportProblem[]> {
    return this.database.asSystem(own, (tx) => tx.query('select row, field, code, message from platform.import_problem where run_id = $1 order by place', [runId]));
  }

  progress(id: string, { stage, rowsRead, rowsTotal }: ImportProgress): Promise<unknown> {
    return this.database.asSystem(own, (tx) => tx.query(`update platform.import_run set status = $2, rows_read = $3, rows_total = $4 where id = $1 and ${unfinished}`, [id, stage, rowsRead, rowsTotal]));
  }

  /** Runs of which nothing came in a day: their job was lost, or workers died of it. */
  giveUp(): Promise<unknown> {
    return this.database.asSystem('runs that nobody works at any more, of whoever', (tx) =>
      tx.query(
        `update platform.import_run set status = 'failed', finished_at = now(), failure = jsonb_build_object('code', 'INTERNAL', 'message', $1::jsonb ->> locale)
         where ${unfinished} and created_at < now() - interval '1 day'`,
        [JSON.stringify(internalFailure)],
      ),
    );
  }

  /**
   * Takes the run for the transaction that writes its rows: another worker waits here until that has ended, however it
   * did, and then finds the run finished, or takes it up.
   */
  async claim(tx: Transaction, id: string): Promise<void> {
    await tx.query('set local statement_timeout = 0');
    await tx.query('select pg_advisory_xact_lock(74501004, hashtext($1))', [id]);
    await tx.query('set local statement_timeout to default');
    const rows = (await tx.query(`select from platform.import_run where id = $1 and ${unfinished}`, [id])) as unknown[];
    if (!rows.length) throw new RunFinished();
  }

  /** Writes down what came of the run: in the transaction of its rows where there is one, so that neither is without the other. */
  finish(id: string, outcome: Omit<ImportOutcome, 'files'>, files: readonly RunFile[], rows?: Transaction): Promise<void> {
    const { counts, rejected, encoding, sheetName, recognition, failure } = outcome;
    const work = async (tx: Transaction): Promise<void> => {
      const total = new Set(rejected.map(({ row }) => row)).size;
      const [, changed] = (await tx.query(
        `update platform.import_run set status = $2, created = $3, updated = $4, unchanged = $5, rejected = $6, encoding = $7,
           sheet_name = $8, recognition = $9, failure = $10, files = $11, finished_at = now() where id = $1 and ${unfinished}`,
        [id, failure ? 'failed' : 'done', counts.created, counts.updated, counts.unchanged, total, encoding, sheetName, recognition && JSON.stringify(recognition), failure && JSON.stringify(failure), JSON.stringify(files)],
      )) as [unknown, number];
      if (changed) await this.keepProblems(tx, id, rejected);
    };
    return rows ? work(rows) : this.database.asSystem(own, work);
  }

  private async keepProblems(tx: Transaction, id: string, problems: readonly ImportProblem[]): Promise<void> {
    await tx.query('delete from platform.import_problem where run_id = $1', [id]);
    await tx.query(
      `insert into platform.import_problem (run_id, place, row, field, code, message)
       select $1, place, row, field, code, message
       from unnest($2::int[], $3::text[], $4::text[], $5::text[]) with ordinality as t(row, field, code, message, place)`,
      [id, problems.map((p) => p.row), problems.map((p) => p.field), problems.map((p) => p.code), problems.map((p) => p.message)],
    );
  }
}
