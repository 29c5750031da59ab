import { type Actor, type Locale, type PhraseValues, say, scopeOf } from '@skillhall/kernel';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { readFile } from 'node:fs/promises';
import { Database, type Transaction } from '../database/index.js';
import { cellErrors, type Columns, HeaderNotRecognised, type HeaderRecognition, type Mapping, openTable, readRecords, TableError, tableErrors } from '../tabular/index.js';
import { FileRefused, type ImportContext, type ImportCounts, type ImportHandler, type ImportOptions, isTableImport, type LeftFile, type TableImport } from './import-handler.js';

export interface ImportRequest {
  readonly kind: string;
  readonly path: string;
  readonly fileName: string;
  readonly dryRun: boolean;
  readonly mapping?: Mapping<Columns> | undefined;
  readonly options?: ImportOptions;
  readonly actor: Actor | null;
  readonly locale: Locale;
  readonly runId?: string;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Work within the transaction of the rows themselves: before anything is read, and after all is merged. */
  readonly before?: (tx: Transaction) => Promise<void>;
  readonly after?: (tx: Transaction, outcome: ImportOutcome) => Promise<void>;
}

export interface ImportProgress {
  readonly stage: 'reading' | 'merging';
  readonly rowsRead: number;
  /** Estimated from the bytes read. */
  readonly rowsTotal: number | null;
}

export interface ImportProblem {
  readonly row: number;
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export interface ImportOutcome {
  readonly accepted: number;
  readonly counts: ImportCounts;
  /** Rows left out, the rows of a table in order. */
  readonly rejected: readonly ImportProblem[];
  readonly skipped: number;
  readonly encoding: string | null;
  readonly sheetName: string | null;
  readonly recognition: HeaderRecognition | null;
  /** Why the whole file was refused; nothing was written then. */
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly files: readonly LeftFile[];
}

/** Undoes a dry run from within its transaction. */
class DryRunDone extends Error {}

/** Problems stay in memory until the end, and nobody reads more. */
const mostProblems = 100_000;

const nothing: ImportCounts = { created: 0, updated: 0, unchanged: 0 };

/** Takes files in: the same for a job, a command and a test. All of a file's good rows are written, or none. */
@Injectable()
export class ImportRunner implements OnModuleInit {
  private readonly handlers = new Map<string, ImportHandler>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders() as { instance: unknown }[])
      if (typeof instance === 'object' && instance !== null && 'importKind' in instance) this.handlers.set((instance as ImportHandler).importKind, instance as ImportHandler);
  }

  find(kind: string): ImportHandler | undefined {
    return this.handlers.get(kind);
  }

  async run(request: ImportRequest): Promise<ImportOutcome> {
    const handler = this.handlers.get(request.kind);
    if (!handler) throw new Error(`no import of kind ${request.kind}`);
    const file = new FileImport(handler, request);
    try {
      await this.database.asSystem('imports must see numbers taken elsewhere; rows are checked against the scope', async (tx) => {
        await request.before?.(tx);
        await file.read(tx);
        if (request.dryRun) throw new DryRunDone();
        await request.after?.(tx, file.outcome());
      });
    } catch (error) {
      if (error instanceof TableError || error instanceof FileRefused) return file.refused(error);
      if (!(error instanceof DryRunDone)) throw error;
    }
    return file.outcome();
  }
}

/** One file on its way in. */
class FileImport {
  private readonly problems: ImportProblem[] = [];
  private readonly files: LeftFile[] = [];
  private counts: ImportCounts = nothing;
  private skipped = 0;
  private encoding: string | null = null;
  private sheetName: string | null = null;
  private recognition: HeaderRecognition | null = null;

  constructor(
    private readonly handler: ImportHandler,
    private readonly request: ImportRequest,
  ) {}

  async read(tx: Transaction): Promise<void> {
    const { handler } = this;
    const context = this.contextFor(tx);
    const whole = isTableImport(handler) && handler.whole?.wanted(context.options) ? handler.whole : null;
    if (whole) this.counts = await whole.read(context, this.request.path, this.request.fileName);
    else if (isTableImport(handler)) await this.readTable(context, handler);
    else this.counts = await handler.readDocument(context, await readFile(this.request.path), this.request.fileName);
  }

  outcome(): ImportOutcome {
    const { counts, skipped, encoding, sheetName, recognition, files } = this;
    const rejected = this.problems.toSorted((a, b) => a.row - b.row);
    return { counts, skipped, encoding, sheetName, recognition, files, rejected, failure: null, accepted: counts.created + counts.updated + counts.unchanged };
  }

  refused(error: TableError | FileRefused): ImportOutcome {
    const recognition = error instanceof HeaderNotRecognised ? error.recognition : this.recognition;
    const phrase = error instanceof FileRefused ? error.phrase : tableErrors[error.code];
    const failure = { code: error.code, message: say(phrase, this.request.locale, error.values) };
    return { ...this.outcome(), counts: nothing, accepted: 0, recognition, failure };
  }

  private contextFor(tx: Transaction): ImportContext {
    const { actor, locale, runId = null, options = {}, dryRun, onProgress } = this.request;
    const scope = actor ? scopeOf(actor, this.handler.permission) : [''];
    return {
      ...{ tx, actor, locale, runId, options, dryRun, scope, reject: (row, field, code, values) => this.reject(row, field, code, values) },
      progress: (rowsRead, rowsTotal) => onProgress?.({ stage: rowsRead < rowsTotal ? 'reading' : 'merging', rowsRead, rowsTotal }),
      leave: (file) => void this.files.push(file),
    };
  }

  private reject(row: number, field: string, code: string, values?: PhraseValues): void {
    const phrase = this.handler.phrases[code] ?? (cellErrors as Readonly<Record<string, (typeof cellErrors)[keyof typeof cellErrors]>>)[code];
    if (!phrase) throw new Error(`import problem ${code} has no sentence`);
    this.problems.push({ row, field, code, message: say(phrase, this.request.locale, { row, ...values }) });
    if (this.problems.length >= mostProblems) throw new TableError('too-many-problems', { limit: mostProblems });
  }

  private async readTable(context: ImportContext, handler: TableImport): Promise<void> {
    let read = 0;
    let share = 0;
    const table = await openTable(this.request.path, { onProgress: (done, total) => void (share = total ? done / total : 0) });
    this.encoding = table.encoding ?? null;
    this.sheetName = table.sheetName ?? null;
    await handler.prepare(context);
    for await (const batch of readRecords(table, handler.columns, { ...(this.request.mapping && { mapping: this.request.mapping }) })) {
      this.recognition = batch.recognition;
      for (const { row, field, code, values } of batch.problems) this.reject(row, field, code, values);
      this.skipped += batch.skipped.filter(({ reason }) => reason !== 'blank').length;
      if (batch.records.length) await handler.stage(context, batch.records);
      read += batch.records.length + new Set(batch.problems.map(({ row }) => row)).size;
      this.request.onProgress?.({ stage: 'reading', rowsRead: read, rowsTotal: share > 0 ? Math.max(read, Math.round(read / share)) : null });
    }
    this.request.onProgress?.({ stage: 'merging', rowsRead: read, rowsTotal: read });
    this.counts = await handler.merge(context);
  }
}
