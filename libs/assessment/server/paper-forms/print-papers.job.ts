import { Database } from '@skillhall/platform/database';
import { Files } from '@skillhall/platform/files';
import type { JobContext, JobHandler } from '@skillhall/platform/jobs';
import type { PdfDocument } from '@skillhall/platform/pdf';
import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { formLetters } from '../../domain/index.js';
import { ExamRepository } from '../data/exam.repository.js';
import { type PrintedForm, PrintedForms } from '../data/printed-form.repository.js';
import { type PaperFileKind, type Printing, PrintingRepository } from '../data/printing.repository.js';
import { SittingRepository } from '../data/sitting.repository.js';
import { DrawPapers } from '../prepare-papers/draw-papers.service.js';
import { printPapersJob } from './print-papers.job-type.js';
import { PrintedPaper } from './printed-paper.js';
import { answerSheetPdf } from './render/answer-sheet-pdf.js';
import { type FormWithKeys, keyPdf } from './render/key-pdf.js';
import { paperPdf } from './render/paper-pdf.js';
import type { PrintFacts } from './render/print-facts.js';
import { sayIn } from './render/words.js';

const reason = 'papers and keys are made into files that only who manages the sitting can fetch';

interface Payload {
  readonly printingId: string;
}

/** Draws the forms that are lacking and makes the files of all. Run twice it makes them again from the same papers. */
@Injectable()
export class PrintPapersJob implements JobHandler<Payload> {
  readonly job = printPapersJob;

  constructor(
    private readonly database: Database,
    private readonly sittings: SittingRepository,
    private readonly exams: ExamRepository,
    private readonly drawing: DrawPapers,
    private readonly forms: PrintedForms,
    private readonly printings: PrintingRepository,
    private readonly papers: PrintedPaper,
    private readonly files: Files,
  ) {}

  async run({ printingId }: Payload, { attempt }: JobContext): Promise<void> {
    const printing = await this.database.asSystem(reason, (tx) => this.printings.find(tx, printingId));
    if (!printing || printing.state === 'done' || printing.state === 'failed') return;
    try {
      await this.make(printing);
    } catch (error) {
      if (attempt >= printPapersJob.attempts) await this.database.asSystem(reason, (tx) => this.printings.finish(tx, printing.id, 'failed'));
      throw error;
    }
  }

  private async make(printing: Printing): Promise<void> {
    const { id, sittingId } = printing;
    // What a run before this one left behind.
    await this.takeAway(sittingId, null, id);
    const { facts, forms } = await this.prepare(printing);
    const [missing, keys] = [new Set<string>(), [] as FormWithKeys[]];
    let done = 0;
    const keep = async (document: PdfDocument, kind: PaperFileKind, form: string | null): Promise<void> => {
      await this.keep(printing, document, kind, form, `${facts.exam}-${facts.sitting}`);
      for (const character of document.missing) missing.add(character);
      await this.database.asSystem(reason, (tx) => this.printings.progress(tx, id, (done += 1)));
    };
    for (const form of forms) {
      const [questions, answers] = await this.database.asSystem(reason, async (tx) => [await this.papers.questions(tx, form), await this.papers.keysOf(tx, form)] as const);
      const toPrint = { form, questions };
      await keep(await paperPdf(facts, toPrint, await this.papers.pictures(questions)), 'paper', form.form);
      await keep(await answerSheetPdf(facts, toPrint), 'answerSheet', form.form);
      keys.push({ ...toPrint, keys: answers });
    }
    await keep(await keyPdf(facts, keys), 'keys', null);
    await this.database.asSystem(reason, (tx) => this.printings.finish(tx, id, 'done', [...missing].sort()));
    await this.takeAway(sittingId, id, null);
  }

  /** The papers of the forms, frozen in one transaction, and what stands on all of them. */
  private prepare({ sittingId, forms: count, locale, accountId, at }: Printing): Promise<{ facts: PrintFacts; forms: PrintedForm[] }> {
    return this.database.asSystem(reason, async (tx) => {
      const [sitting] = await this.sittings.byIds(tx, [sittingId]);
      const [exam] = await this.exams.byIds(tx, [sitting!.examId]);
      const known = new Set((await this.forms.of(tx, sittingId)).map(({ form }) => form));
      const lacking = formLetters(count).filter((form) => !known.has(form));
      // Forms that are there are printed whatever the bank holds now.
      const drawn = lacking.length ? await this.drawing.draw(tx, exam!.id, lacking.map((form) => ({ sittingId, personId: `form ${form}`, number: 1 }))) : [];
      for (const [index, form] of lacking.entries()) await this.forms.add(tx, sittingId, form, drawn[index]!, accountId);
      const facts = { exam: exam!.title, sitting: sitting!.title, instructions: exam!.instructions, minutes: exam!.minutes, locale, at };
      return { facts, forms: await this.forms.of(tx, sittingId) };
    });
  }

  private async keep({ id, locale }: Printing, document: PdfDocument, kind: PaperFileKind, form: string | null, title: string): Promise<void> {
    const say = sayIn(locale);
    const name = `${[title, ...(form ? [say('form', { form })] : []), say(kind)].join('-')}.pdf`;
    const bytes = await document.finish();
    const { id: fileId, size } = await this.files.save({ name, mediaType: 'application/pdf', content: Readable.from([bytes]), owner: null });
    await this.database.asSystem(reason, (tx) => this.printings.addFile(tx, id, { fileId, kind, form, name, size }));
  }

  /** Files of this sitting that are of no use any more: those of one printing, or of all but one. */
  private async takeAway(sittingId: string, keep: string | null, only: string | null): Promise<void> {
    await this.files.removeContents(await this.database.asSystem(reason, (tx) => this.printings.dropFiles(tx, sittingId, { keep, only })));
  }
}
