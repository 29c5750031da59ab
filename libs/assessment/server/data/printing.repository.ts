import type { Locale } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

export const printingStates = ['queued', 'working', 'done', 'failed'] as const;
export type PrintingState = (typeof printingStates)[number];
export const paperFileKinds = ['paper', 'answerSheet', 'keys'] as const;
export type PaperFileKind = (typeof paperFileKinds)[number];

export interface Printing {
  readonly id: string;
  readonly sittingId: string;
  readonly forms: number;
  readonly locale: Locale;
  readonly state: PrintingState;
  readonly done: number;
  readonly total: number;
  readonly missing: readonly string[];
  readonly at: Date;
  readonly accountId: string;
  readonly accountName: string;
}

export interface PrintedFile {
  readonly fileId: string;
  readonly kind: PaperFileKind;
  /** Null for the keys of all forms. */
  readonly form: string | null;
  readonly name: string;
  readonly size: number;
}

type NewPrinting = Pick<Printing, 'id' | 'sittingId' | 'forms' | 'locale' | 'total' | 'accountId' | 'accountName'>;

const columns = `p.id, p.sitting_id as "sittingId", p.forms, p.locale, p.state, p.done, p.total, p.missing, p.at, p.account_id as "accountId", p.account_name as "accountName"`;
const fileColumns = `f.file_id as "fileId", f.kind, f.form, f.name, f.size`;

/** Files of printed papers and how far they are. Needs a system transaction: the service has found who may ask. */
@Injectable()
export class PrintingRepository {
  /** False where papers of this sitting are being made already. */
  async add(systemTx: Transaction, { id, sittingId, forms, locale, total, accountId, accountName }: NewPrinting): Promise<boolean> {
    const rows = (await systemTx.query(
      `insert into assessment.paper_printing (id, sitting_id, forms, locale, total, account_id, account_name) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
      [id, sittingId, forms, locale, total, accountId, accountName],
    )) as unknown[];
    return rows.length > 0;
  }

  async find(systemTx: Transaction, id: string): Promise<Printing | null> {
    const [row] = (await systemTx.query(`select ${columns} from assessment.paper_printing p where id = $1`, [id])) as [Printing?];
    return row ?? null;
  }

  /** The latest of each sitting, in the order of the ids. */
  async latest(systemTx: Transaction, sittingIds: readonly string[]): Promise<(Printing | null)[]> {
    const rows = (await systemTx.query(`select distinct on (p.sitting_id) ${columns} from assessment.paper_printing p where sitting_id = any($1) order by p.sitting_id, p.at desc`, [sittingIds])) as Printing[];
    return sittingIds.map((id) => rows.find(({ sittingId }) => sittingId === id) ?? null);
  }

  async progress(systemTx: Transaction, id: string, done: number): Promise<void> {
    await systemTx.query(`update assessment.paper_printing set state = 'working', done = $2 where id = $1`, [id, done]);
  }

  async finish(systemTx: Transaction, id: string, state: 'done' | 'failed', missing: readonly string[] = []): Promise<void> {
    await systemTx.query(`update assessment.paper_printing set state = $2, missing = $3, done = case when $2 = 'done' then total else done end where id = $1`, [id, state, missing]);
  }

  async addFile(systemTx: Transaction, printingId: string, { fileId, kind, form, name, size }: PrintedFile): Promise<void> {
    await systemTx.query('insert into assessment.printed_file (file_id, printing_id, kind, form, name, size) values ($1, $2, $3, $4, $5, $6)', [fileId, printingId, kind, form, name, size]);
  }

  /** Papers first, then answer sheets, then keys. */
  files(systemTx: Transaction, printingId: string): Promise<PrintedFile[]> {
    return systemTx.query(`select ${fileColumns} from assessment.printed_file f where printing_id = $1 order by array_position(array['paper', 'answerSheet', 'keys'], kind), form`, [printingId]);
  }

  async file(systemTx: Transaction, fileId: string): Promise<(PrintedFile & { sittingId: string }) | null> {
    const [row] = (await systemTx.query(
      `select ${fileColumns}, p.sitting_id as "sittingId" from assessment.printed_file f join assessment.paper_printing p on p.id = f.printing_id where f.file_id = $1`,
      [fileId],
    )) as [(PrintedFile & { sittingId: string })?];
    return row ?? null;
  }

  /** Takes files of a sitting out of use, those of one printing or of all but one; answers their ids, whose contents may go. */
  async dropFiles(systemTx: Transaction, sittingId: string, { keep, only }: { keep: string | null; only: string | null }): Promise<string[]> {
    const [rows] = (await systemTx.query(
      `with gone as (
         delete from assessment.printed_file f using assessment.paper_printing p
         where p.id = f.printing_id and p.sitting_id = $1 and p.id is distinct from $2 and p.id = coalesce($3, p.id) returning f.file_id)
       delete from platform.file where id in (select file_id from gone) returning id`,
      [sittingId, keep, only],
    )) as [{ id: string }[], number];
    return rows.map(({ id }) => id);
  }
}
