import { type Actor, inScope, scopeOf } from '@skillhall/kernel';
import { AuditLog } from '@skillhall/platform/audit';
import { Database } from '@skillhall/platform/database';
import { Files } from '@skillhall/platform/files';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { type PaperQuestion, usualMarks } from '../../domain/index.js';
import { type PrintedForm, PrintedForms } from '../data/printed-form.repository.js';
import { type PrintedFile, PrintingRepository } from '../data/printing.repository.js';
import type { SittingRow } from '../data/sitting.repository.js';
import { PaperAccess } from './paper-access.js';
import type { PaperForm, PaperFormQuestion, SittingPapers } from './print-papers.types.js';

const reason = 'the viewer has been found to manage exams where the sitting is';
const keys = { papers: {} };

/** Printed papers for those who manage the sitting. */
@Injectable()
export class ReadPapers {
  constructor(
    private readonly database: Database,
    private readonly access: PaperAccess,
    private readonly forms: PrintedForms,
    private readonly printings: PrintingRepository,
    private readonly files: Files,
    private readonly audit: AuditLog,
  ) {}

  async of(context: RequestContext, sitting: SittingRow): Promise<SittingPapers | null> {
    const managed = inScope(scopeOf(context.actor!, 'exam.manage'), sitting.unitPath);
    if (!managed || sitting.delivery !== 'paper') return null;
    const read = (asked: readonly SittingRow[]) => this.read(context.actor!, asked);
    return context.loader<SittingRow, SittingPapers>(keys.papers, read).load(sitting);
  }

  /** The file, for who may have it; that they took it is written down before they get it. */
  async open(actor: Actor, fileId: string): Promise<(PrintedFile & { content: Readable }) | null> {
    const file = await this.database.asSystem('whose file it is decides who may have it', (tx) => this.printings.file(tx, fileId));
    const sitting = file && (await this.access.managed(actor, file.sittingId));
    if (!sitting) return null;
    const open = await this.database.asSystem(reason, async (tx) => {
      if (await this.access.withheld(tx, actor, sitting)) return false;
      const action = file.kind === 'keys' ? 'sitting.key-downloaded' : 'sitting.paper-downloaded';
      await this.audit.record(tx, actor, { action, subjectType: 'sitting', subjectId: sitting.id, details: file.form === null ? {} : { form: file.form } });
      return true;
    });
    const content = open ? await this.files.content(fileId) : null;
    return content && { ...file, content };
  }

  private read(actor: Actor, sittings: readonly SittingRow[]): Promise<SittingPapers[]> {
    const ids = sittings.map(({ id }) => id);
    return this.database.asSystem(reason, async (tx) => {
      const [forms, printings] = [await this.forms.ofEach(tx, ids), await this.printings.latest(tx, ids)];
      const papers: SittingPapers[] = [];
      for (const [index, sitting] of sittings.entries()) {
        const withheld = await this.access.withheld(tx, actor, sitting);
        const printing = printings[index]!;
        const files = printing?.state === 'done' && !withheld ? await this.printings.files(tx, printing.id) : [];
        papers.push({ withheld, forms: forms[index]!.map(formOf), printing, files: [...files] });
      }
      return papers;
    });
  }
}

const formOf = ({ form, paper, entered }: PrintedForm & { entered: number }): PaperForm => ({
  form,
  entered,
  sections: (paper.sections ?? []).map(({ title }) => title),
  questions: paper.questions.map(questionOf),
});

const questionOf = ({ type, section = 0, marks = usualMarks, optionKeys, promptKeys = [], blanks = 0 }: PaperQuestion, index: number): PaperFormQuestion => ({
  ...{ position: index + 1, type, section, marks },
  ...{ options: optionKeys.length, prompts: promptKeys.length, blanks },
});
