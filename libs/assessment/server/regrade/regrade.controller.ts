import { type Actor, isId, type Locale, say, scopeOf } from '@skillhall/kernel';
import { Allow, CurrentActor, CurrentLocale } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import { Controller, Get, NotFoundException, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sheetWords } from '../../domain/index.js';
import { ExamRepository } from '../data/exam.repository.js';
import { type RegradeChange, RegradeRepository } from '../data/regrade.repository.js';
import { workbookFile } from '../workbook-file.js';

const heads = ['name', 'staffNumber', 'unit', 'scoreBefore', 'scoreAfter', 'marksBefore', 'marksAfter', 'verdictBefore', 'verdictAfter'] as const;
const verdictOf = ({ passed }: RegradeChange['before']) => (passed === null ? 'pending' : passed ? 'passed' : 'failed');

/** Before and after of one regrade as a file. */
@Controller('files/regrades')
export class RegradeController {
  constructor(
    private readonly database: Database,
    private readonly exams: ExamRepository,
    private readonly regrades: RegradeRepository,
  ) {}

  @Allow('exam.manage')
  @Get(':id/changes.xlsx')
  async file(@Param('id') id: string, @CurrentActor() actor: Actor, @CurrentLocale() locale: Locale, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const reason = 'the regrade is looked for first, then whether its exam is kept by the reader';
    const row = isId(id) ? await this.database.asSystem(reason, (tx) => this.regrades.find(tx, id)) : null;
    const scope = scopeOf(actor, 'exam.manage');
    const exam = row && (await this.database.asActor(actor, 'exam.manage', (tx) => this.exams.find(tx, scope, row.examId)));
    if (!row || !exam) throw new NotFoundException();
    const changes = await this.database.asSystem(reason, (tx) => this.regrades.changes(tx, row.id, scope));
    const word = (key: keyof typeof sheetWords): string => say(sheetWords[key], locale);
    const rows = changes.map(({ name, staffNumber, unitName, before, after }) => [name, staffNumber, unitName, String(before.score), String(after.score), String(before.marks), String(after.marks), word(verdictOf(before)), word(verdictOf(after))]);
    return workbookFile(reply, exam.title, word('regrade'), heads.map(word), rows);
  }
}
