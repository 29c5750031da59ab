import { type Actor, isId, type Locale, may } from '@skillhall/kernel';
import { Controller, Get, NotFoundException, Param, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CurrentActor, CurrentLocale, SignedIn } from '../access/index.js';
import { attachment, FileGone, Files } from '../files/index.js';
import { openTable, shown, writeFailedRows, writeTemplate } from '../tabular/index.js';
import { isTableImport, type TableImport } from './import-handler.js';
import type { ImportProblem } from './import-runner.js';
import { ImportRunner } from './import-runner.js';
import { ImportRuns, type ImportRunRow } from './import-runs.js';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('imports')
export class ImportsController {
  constructor(
    private readonly runs: ImportRuns,
    private readonly runner: ImportRunner,
    private readonly files: Files,
  ) {}

  @SignedIn('templates hold no data')
  @Get(':kind/template')
  async template(@Param('kind') kind: string, @CurrentLocale() locale: Locale): Promise<StreamableFile> {
    const handler = this.runner.find(kind);
    if (!handler) throw new NotFoundException();
    if (!isTableImport(handler)) {
      const { name, mediaType, content } = handler.templateFile;
      return new StreamableFile(await content(), { type: mediaType, disposition: attachment(name) });
    }
    const { sheetName, ...options } = handler.template;
    const book = await writeTemplate(handler.columns, { sheetName, ...options, locale } as Parameters<typeof writeTemplate>[1]);
    return new StreamableFile(book, { type: spreadsheet, disposition: attachment(`${sheetName}.xlsx`) });
  }

  @SignedIn('own runs only')
  @Get(':runId/failed-rows.xlsx')
  async failedRows(@Param('runId') runId: string, @CurrentActor() actor: Actor, @CurrentLocale() locale: Locale, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    reply.header('cache-control', 'private, no-store');
    const run = isId(runId) ? await this.runs.find(runId, actor.accountId) : null;
    const handler = run && this.runner.find(run.kind);
    if (!handler || !isTableImport(handler) || !may(actor, handler.permission) || !run.recognition) throw new NotFoundException();
    const book = await this.write(run, handler, await this.runs.allProblems(run.id), locale).catch((error: unknown) => {
      throw error instanceof FileGone ? new NotFoundException() : error;
    });
    return new StreamableFile(book, { type: spreadsheet, disposition: attachment(`${run.fileName.replace(/\.\w+$/, '')}-未导入.xlsx`) });
  }

  /** Reads the file once more, since nothing of it is kept beside the problems. */
  private write(run: ImportRunRow, _handler: TableImport, problems: readonly ImportProblem[], locale: Locale): Promise<Buffer> {
    const reasons = new Map<number, string[]>();
    for (const { row, message } of problems) reasons.set(row, [...(reasons.get(row) ?? []), message]);
    async function* rows(path: string) {
      const table = await openTable(path, run.sheetName ? { sheet: run.sheetName } : {});
      for await (const batch of table.rows())
        for (const { row, cells } of batch) {
          const found = reasons.get(row);
          if (found) yield { row, cells: cells.map(shown), reasons: found };
        }
    }
    return this.files.withLocalCopy(run.fileId, (path) => writeFailedRows([...run.recognition!.titles], rows(path), locale));
  }
}
