import { type Actor, type Locale, say } from '@skillhall/kernel';
import { ActorSource } from '@skillhall/platform/access';
import { AuditLog } from '@skillhall/platform/audit';
import { Database } from '@skillhall/platform/database';
import { Files } from '@skillhall/platform/files';
import { defineJob, type JobContext, type JobHandler } from '@skillhall/platform/jobs';
import { csvText } from '@skillhall/platform/tabular';
import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { exportPhrases, type ExchangeQuestion, type Loss, questionErrors } from '../../domain/index.js';
import { ExportRepository, type ExportEnd, type ExportRow } from '../data/export.repository.js';
import { lossSentence, type WritableFormat, writeQuestionFile, type WrittenFile } from '../exchange/question-file.js';
import { type Gathered, GatherQuestions } from './gather-questions.js';

const payload = z.object({ exportId: z.uuid() });
export const exportQuestions = defineJob({ name: 'question-bank.export', payload, attempts: 3 });

/** More than any bank has; it keeps a mistake from filling the memory. */
const mostQuestions = 200_000;

const endings: Readonly<Record<WritableFormat, string>> = { gift: 'gift', 'moodle-xml': 'xml', aiken: 'txt', 'zh-text': 'txt', json: 'json', csv: 'csv', xlsx: 'xlsx' };

/** Pictures are named in a file, and lie in none. */
const pictures = (questions: readonly ExchangeQuestion[], told: readonly Loss[]): Loss[] => {
  const said = new Set(told.filter(({ code }) => code === 'media').map(({ number }) => number));
  return questions.filter(({ media, number, parts }) => (media.length > 0 || parts.some((part) => part.media.length > 0)) && !said.has(number!)).map(({ number, line }) => ({ number: number!, line, code: 'media' }));
};

/** Writes the questions of a list into a file of the format asked for, and beside it a list of what the format does not hold. */
@Injectable()
export class ExportQuestionsJob implements JobHandler<z.infer<typeof payload>> {
  readonly job = exportQuestions;

  constructor(
    private readonly exports: ExportRepository,
    private readonly gathering: GatherQuestions,
    private readonly actors: ActorSource,
    private readonly files: Files,
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  async run({ exportId }: z.infer<typeof payload>, { attempt }: JobContext): Promise<void> {
    const wanted = await this.exports.find(exportId);
    if (!wanted || wanted.status === 'done' || wanted.status === 'failed') return;
    const actor = await this.actors.actorOf(wanted.accountId);
    if (!actor) return this.exports.fail(exportId);
    try {
      await this.write(wanted, actor);
    } catch (error) {
      if (attempt >= exportQuestions.attempts) await this.exports.fail(exportId);
      throw error;
    }
  }

  private async write(wanted: ExportRow, actor: Actor): Promise<void> {
    const { id, format, criteria } = wanted;
    const gathered = await this.gathering.gather(actor, criteria, mostQuestions, (done, total) => this.exports.progress(id, done, total));
    const file = await writeQuestionFile(format, gathered.questions);
    const end = await this.keep(wanted, gathered, { ...file, losses: [...file.losses, ...pictures(gathered.questions, file.losses)] });
    await this.database.asSystem('an export ends with its entry in the audit log', async (tx) => {
      if (!(await this.exports.finish(tx, id, end))) return;
      await this.audit.record(tx, actor, { action: 'question.exported', subjectType: 'question', subjectId: id, details: { questions: end.written, format, file: end.fileName } });
    });
  }

  private async keep({ accountId, format, locale }: ExportRow, { questions, withheld }: Gathered, { content, losses }: WrittenFile): Promise<ExportEnd> {
    const name = say(exportPhrases.fileName, locale);
    const save = (fileName: string, text: string | Buffer): Promise<{ id: string; name: string }> => this.files.save({ name: fileName, mediaType: 'application/octet-stream', content: Readable.from([Buffer.from(text)]), owner: { accountId } });
    const { id: fileId, name: fileName } = await save(`${name}.${endings[format]}`, content);
    const rows = lossRows(losses, withheld, locale);
    const list = rows.length ? await save(`${say(exportPhrases.lossesName, locale)}.csv`, csvText([[say(exportPhrases.number, locale), say(exportPhrases.loss, locale)], ...rows])) : null;
    const notWritten = new Set(losses.filter(({ code }) => code === 'not-written').map(({ number }) => number)).size;
    return { written: questions.length - notWritten, losses: rows.length, withheld: withheld.length, fileId, fileName, lossesFileId: list?.id ?? null };
  }
}

const lossRows = (losses: readonly Loss[], withheld: readonly string[], locale: Locale): string[][] => [
  ...losses.map((loss) => [loss.number, lossSentence(loss, locale)]),
  ...withheld.map((number) => [number, say(questionErrors.KEY_WITHHELD, locale)]),
];
