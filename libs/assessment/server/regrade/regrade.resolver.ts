import { type Failure, isId, ok, type Result, scopeOf } from '@skillhall/kernel';
import { keyFields } from '@skillhall/question-bank/domain';
import { AnswerKeys, QuestionReader } from '@skillhall/question-bank/server';
import { Allow } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ExamRepository } from '../data/exam.repository.js';
import { RegradeRepository } from '../data/regrade.repository.js';
import { OpenPapers } from '../read-attempts/open-papers.js';
import { Regrade, type RegradeOutcome } from './regrade.service.js';
import { ApplyRegradeResult, PreviewRegradeResult, RegradeInput, RegradeKey, RegradeSubject, RegradeSuccess } from './regrade.types.js';

const permission = 'exam.manage';
const reason = 'the exam was found to be kept by the reader; questions in the scope of their review alone are shown';
const id = { type: () => ID } as const;
const nobody = { name: '', staffNumber: '', unitName: '' };

const shown = (result: Result<RegradeOutcome, Failure>): Result<RegradeSuccess, Failure> => {
  if (!result.ok) return result;
  const { report, names, regradeId } = result.value;
  const lines = report.lines.slice(0, names.size).map((line) => ({ ...line, ...(names.get(line.attemptId) ?? nobody) }));
  return ok(Object.assign(new RegradeSuccess(), { regradeId, report: { ...report, lines } }));
};

@Resolver()
export class RegradeResolver {
  constructor(
    private readonly service: Regrade,
    private readonly database: Database,
    private readonly exams: ExamRepository,
    private readonly repository: RegradeRepository,
    private readonly questions: QuestionReader,
    private readonly keys: AnswerKeys,
    private readonly open: OpenPapers,
  ) {}

  @Allow(permission)
  @Query(() => RegradeSubject, { nullable: true, description: 'None while the reader is asked the question on an open paper.' })
  async regradeSubject(@Args('examId', id) examId: string, @Args('questionId', id) questionId: string, @Context() { actor }: RequestContext): Promise<RegradeSubject | null> {
    if (!isId(examId) || !isId(questionId)) return null;
    const exam = await this.database.asActor(actor!, permission, (tx) => this.exams.find(tx, scopeOf(actor!, permission), examId));
    if (!exam) return null;
    return this.database.asSystem(reason, async (tx) => {
      const [face] = await this.questions.versions(tx, [questionId]);
      const [name] = await this.questions.names(tx, [questionId], scopeOf(actor!, 'question.review'));
      if (!face || !name || (actor!.personId !== null && (await this.open.asking(tx, actor!.personId, [questionId])).size)) return null;
      const { key, revision } = (await this.keys.of(tx, [questionId]))[0]!;
      const { type, stem, options } = face;
      return { questionId, examTitle: exam.title, code: name.code, type, stem, options, key: Object.assign(new RegradeKey(), { ...keyFields(key), revision }), regrades: await this.repository.ofExam(tx, examId) };
    });
  }

  @Allow(permission)
  @Mutation(() => PreviewRegradeResult, { description: 'Who would gain and lose; nothing is changed.' })
  async previewRegrade(@Args('input') input: RegradeInput, @Context() { actor, locale }: RequestContext): Promise<typeof PreviewRegradeResult> {
    return answer(shown(await this.service.preview(actor!, input)), locale);
  }

  @Allow(permission)
  @Mutation(() => ApplyRegradeResult, { description: 'Corrects the key, or declares the question void; the worker grades every paper anew. First results and receipts stay.' })
  async applyRegrade(@Args('input') input: RegradeInput, @Context() { actor, locale }: RequestContext): Promise<typeof ApplyRegradeResult> {
    return answer(shown(await this.service.apply(actor!, input)), locale);
  }
}
