import { inScope, isId, pageOf, pageRequest, scopeOf } from '@skillhall/kernel';
import { Allow } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { QuestionReader } from '@skillhall/question-bank/server';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { markerAgreement } from '../../domain/index.js';
import { ExamRepository, type ExamRow } from '../data/exam.repository.js';
import { MarkingRepository } from '../data/marking.repository.js';
import { MarkingAccess } from './marking-access.js';
import { ExamToMark, ExamToMarkPage, MarkingCounts, type MarkerAgreementType, QuestionToMark } from './marking-queue.types.js';

const permission = 'exam.mark';
const found = 'the exam was found where the viewer may mark; counts and stems tell of no person';
const counts = {};

/** What waits for markers, exam by exam and question by question. */
@Resolver(() => ExamToMark)
export class MarkingQueueResolver {
  constructor(
    private readonly database: Database,
    private readonly access: MarkingAccess,
    private readonly exams: ExamRepository,
    private readonly marking: MarkingRepository,
    private readonly questions: QuestionReader,
  ) {}

  @Allow(permission)
  @Query(() => ExamToMarkPage, { description: 'Exams of which people mark something, those with open answers first.' })
  async examsToMark(@Context() { actor }: RequestContext, @Args('offset', { type: () => Int, nullable: true }) offset?: number, @Args('limit', { type: () => Int, nullable: true }) limit?: number): Promise<ExamToMarkPage> {
    const request = pageRequest(offset, limit);
    const { ids, total } = await this.database.asSystem(found, (tx) => this.marking.exams(tx, scopeOf(actor!, permission), request));
    const rows = await this.database.asActor(actor!, permission, (tx) => this.exams.byIds(tx, ids));
    return pageOf(rows.filter((row) => row !== null) as unknown as ExamToMark[], total, request);
  }

  @Allow(permission)
  @Query(() => ExamToMark, { nullable: true })
  async markingQueue(@Args('examId', { type: () => ID }) examId: string, @Context() { actor }: RequestContext): Promise<ExamToMark | null> {
    return isId(examId) ? ((await this.access.exam(actor!, examId)) as unknown as ExamToMark | null) : null;
  }

  @ResolveField(() => [QuestionToMark])
  async questionsToMark(@Parent() exam: ExamToMark, @Context() { actor }: RequestContext): Promise<QuestionToMark[]> {
    const keeps = inScope(scopeOf(actor!, 'exam.manage'), (exam as unknown as ExamRow).unitPath);
    return this.database.asSystem(found, async (tx) => {
      const rows = await this.marking.progress(tx, exam.id, actor!.accountId);
      const faces = new Map((await this.questions.versions(tx, rows.map(({ questionId }) => questionId))).map((face) => [face.versionId, face]));
      const pairs = keeps && exam.markers === 2 ? await this.marking.pairs(tx, exam.id) : null;
      const agreement = (questionId: string): MarkerAgreementType | null => {
        const own = pairs?.filter((pair) => pair.questionId === questionId);
        return own ? markerAgreement({ first: own.map(({ first }) => first), second: own.map(({ second }) => second) }) : null;
      };
      return rows.map((row) => ({ ...row, stem: faces.get(row.questionId)?.stem ?? '', agreement: agreement(row.questionId) }));
    });
  }

  @ResolveField(() => MarkingCounts)
  counts(@Parent() { id }: ExamToMark, @Context() context: RequestContext): Promise<MarkingCounts> {
    const read = (ids: readonly string[]) => this.database.asSystem(found, (tx) => this.marking.countsOf(tx, ids, context.actor!.accountId));
    return context.loader(counts, read).load(id);
  }
}
