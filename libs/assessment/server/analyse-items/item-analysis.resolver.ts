import { err, failure, isId, ok, scopeOf } from '@skillhall/kernel';
import { Allow } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Outbox } from '@skillhall/platform/jobs';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ExamRepository } from '../data/exam.repository.js';
import { analyseItemsJob } from './analyse-items.job.js';
import { AnalyseExamResult, AnalyseExamSuccess, ItemAnalysisReport } from './item-analysis.types.js';
import { ItemReports } from './item-reports.js';

const id = { type: () => ID } as const;
const permission = 'exam.manage';

@Resolver()
export class ItemAnalysisResolver {
  constructor(
    private readonly database: Database,
    private readonly exams: ExamRepository,
    private readonly reports: ItemReports,
    private readonly outbox: Outbox,
  ) {}

  @Allow(permission)
  @Query(() => ItemAnalysisReport, { nullable: true })
  itemAnalysis(@Args('examId', id) examId: string, @Context() { actor, locale }: RequestContext): Promise<ItemAnalysisReport | null> {
    return this.reports.report(actor!, examId, locale);
  }

  @Allow(permission)
  @Mutation(() => AnalyseExamResult, { description: 'Analyses the questions over all graded papers, in the background.' })
  async analyseExam(@Args('examId', id) examId: string, @Context() { actor, locale }: RequestContext): Promise<typeof AnalyseExamResult> {
    const asked = await this.database.asActor(actor!, permission, async (tx) => {
      const exam = isId(examId) ? await this.exams.find(tx, scopeOf(actor!, permission), examId) : null;
      if (exam) await this.outbox.enqueue(tx, analyseItemsJob, `${examId}:${Date.now()}`, { examId });
      return exam ? ok(Object.assign(new AnalyseExamSuccess(), { asked: true })) : err(failure('NOT_FOUND'));
    });
    return answer(asked, locale);
  }
}
