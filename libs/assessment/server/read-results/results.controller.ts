import { type Actor, isId, type Locale, say, scopeOf } from '@skillhall/kernel';
import { UnitRepository } from '@skillhall/directory/server';
import { Allow, CurrentActor, CurrentLocale } from '@skillhall/platform/access';
import { AuditLog } from '@skillhall/platform/audit';
import { CONFIG, type Config } from '@skillhall/platform/config';
import { Database } from '@skillhall/platform/database';
import { Controller, Get, Inject, NotFoundException, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sheetWords } from '../../domain/index.js';
import { type ResultRow, ResultsRepository } from '../data/results.repository.js';
import { workbookFile } from '../workbook-file.js';

const reason = 'results are read by who is in charge of the people; their scope stands in every statement';
/** More people than sit one exam anywhere. */
const most = 200_000;
const heads = ['name', 'staffNumber', 'unit', 'sitting', 'verdict', 'score', 'marks', 'maxMarks', 'startedAt', 'submittedAt'] as const;

const verdictOf = ({ pending, passed }: ResultRow) => (pending > 0 ? 'pending' : passed ? 'passed' : 'failed');

/** Results as a file: everybody who sat, then who did not come. */
@Controller('files/exams')
export class ResultsController {
  private readonly clock: Intl.DateTimeFormat;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly results: ResultsRepository,
    private readonly units: UnitRepository,
    private readonly audit: AuditLog,
  ) {
    this.clock = new Intl.DateTimeFormat('sv-SE', { timeZone: config.TIME_ZONE, dateStyle: 'short', timeStyle: 'medium' });
  }

  @Allow('exam.read-results')
  @Get(':examId/results.xlsx')
  async file(
    @Param('examId') examId: string,
    @Query('sitting') sitting: string | undefined,
    @Query('unit') unit: string | undefined,
    @CurrentActor() actor: Actor,
    @CurrentLocale() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    if (![examId, sitting, unit].every((id) => id === undefined || isId(id))) throw new NotFoundException();
    const scope = scopeOf(actor, 'exam.read-results');
    const place = unit === undefined ? null : await this.database.asActor(actor, 'unit.read', async (tx) => (await this.units.byIds(tx, [unit]))[0] ?? null);
    const read = await this.database.asSystem(reason, async (tx) => {
      const exam = await this.results.exam(tx, scope, examId);
      if (!exam || (unit !== undefined && !place)) return null;
      const of = { examId, scope, sittingId: sitting ?? null, unitPath: place?.path ?? null };
      const all = { offset: 0, limit: most };
      const [sat, absent] = [await this.results.page(tx, of, { search: null, verdict: null }, all), await this.results.absent(tx, of, all)];
      await this.audit.record(tx, actor, { action: 'exam.results-exported', subjectType: 'exam', subjectId: examId, details: { title: exam.title, rows: sat.totalCount + absent.totalCount } });
      return { exam, sat, absent };
    });
    if (!read) throw new NotFoundException();
    const word = (key: keyof typeof sheetWords): string => say(sheetWords[key], locale);
    return workbookFile(reply, read.exam.title, word('results'), heads.map(word), [
      ...read.sat.nodes.map((row) => [row.name, row.staffNumber, row.unitName, row.sittingTitle, word(verdictOf(row)), String(row.score), String(row.marks), String(row.maxMarks), this.clock.format(row.startedAt), this.clock.format(row.submittedAt)]),
      ...read.absent.nodes.map((row) => [row.name, row.staffNumber, row.unitName, row.sittingTitle, word('absent'), '', '', '', '', '']),
    ]);
  }
}
