import type { Locale } from '@skillhall/kernel';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { WritableFormat } from '../exchange/question-file.js';
import type { QuestionCriteria } from './question-criteria.js';

export interface ExportRow {
  readonly id: string;
  readonly accountId: string;
  readonly format: WritableFormat;
  readonly criteria: QuestionCriteria;
  readonly locale: Locale;
  readonly status: 'queued' | 'working' | 'done' | 'failed';
  readonly total: number;
  readonly done: number;
  readonly written: number;
  readonly losses: number;
  readonly withheld: number;
  readonly fileId: string | null;
  readonly fileName: string | null;
  readonly lossesFileId: string | null;
}

export interface ExportEnd extends Pick<ExportRow, 'written' | 'losses' | 'withheld' | 'lossesFileId'> {
  readonly fileId: string;
  readonly fileName: string;
}

const columns = `id, account_id as "accountId", format, criteria, locale, status, total, done, written, losses, withheld,
  file_id as "fileId", file_name as "fileName", losses_file_id as "lossesFileId"`;
const own = 'exports belong to accounts; every statement names the account or the export that its job was given';
/** Files of exports are gone long before. */
const remembered = `created_at < now() - interval '90 days'`;

/** Exports of questions and how far they are, each for whoever asked for it. */
@Injectable()
export class ExportRepository {
  constructor(private readonly database: Database) {}

  async find(id: string, accountId?: string): Promise<ExportRow | null> {
    const [row] = await this.database.asSystem(own, (tx) => tx.query(`select ${columns} from question_bank.export where id = $1 and ($2::uuid is null or account_id = $2)`, [id, accountId ?? null]) as Promise<[ExportRow?]>);
    return row ?? null;
  }

  async insert(systemTx: Transaction, { id, accountId, format, criteria, locale }: Pick<ExportRow, 'id' | 'accountId' | 'format' | 'criteria' | 'locale'>): Promise<void> {
    await systemTx.query(`delete from question_bank.export where account_id = $1 and ${remembered}`, [accountId]);
    await systemTx.query('insert into question_bank.export (id, account_id, format, criteria, locale) values ($1,$2,$3,$4,$5)', [id, accountId, format, JSON.stringify(criteria), locale]);
  }

  async progress(id: string, done: number, total: number): Promise<void> {
    await this.database.asSystem(own, (tx) => tx.query(`update question_bank.export set status = 'working', done = $2, total = $3 where id = $1 and status in ('queued', 'working')`, [id, done, total]));
  }

  /** False where it had ended before. */
  async finish(systemTx: Transaction, id: string, { written, losses, withheld, fileId, fileName, lossesFileId }: ExportEnd): Promise<boolean> {
    const [, changed] = (await systemTx.query(
      `update question_bank.export set status = 'done', done = total, written = $2, losses = $3, withheld = $4, file_id = $5, file_name = $6, losses_file_id = $7, finished_at = now()
       where id = $1 and status in ('queued', 'working')`,
      [id, written, losses, withheld, fileId, fileName, lossesFileId],
    )) as [unknown, number];
    return changed > 0;
  }

  async fail(id: string): Promise<void> {
    await this.database.asSystem(own, (tx) => tx.query(`update question_bank.export set status = 'failed', finished_at = now() where id = $1 and status in ('queued', 'working')`, [id]));
  }
}
