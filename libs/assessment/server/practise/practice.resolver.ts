import { isId, pageRequest } from '@skillhall/kernel';
import { Allow } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PracticeRepository, type RoundAnswerRow } from '../data/practice.repository.js';
import { examineeOf } from '../examinee.js';
import { AttemptLoader } from '../read-attempts/attempt.loader.js';
import { QuestionForExaminee } from '../read-attempts/attempt.types.js';
import { AnswerPractice } from './answer-practice.service.js';
import { PracticeAnswers } from './practice-answers.js';
import { PracticeHomeService } from './practice-home.service.js';
import {
  AnswerPracticeInput,
  AnswerPracticeResult,
  EndPracticeResult,
  JudgePracticeInput,
  MissedAnswerPage,
  PracticeAnswer,
  PracticeHome,
  PracticeRound,
  StartMockExamResult,
  StartPracticeInput,
  StartPracticeResult,
  PracticeReasonType,
} from './practice.types.js';
import { StartMock } from './start-mock.service.js';
import { StartPractice } from './start-practice.service.js';

const id = { type: () => ID } as const;
const reason = 'a person reads their own rounds of practice, which the statement finds by the person';
const answers = {};

@Resolver(() => PracticeRound)
export class PracticeResolver {
  constructor(
    private readonly database: Database,
    private readonly rounds: PracticeRepository,
    private readonly homes: PracticeHomeService,
    private readonly starting: StartPractice,
    private readonly mocking: StartMock,
    private readonly answering: AnswerPractice,
    private readonly told: PracticeAnswers,
    private readonly loader: AttemptLoader,
  ) {}

  @Allow('quiz.take')
  @Query(() => PracticeHome, { nullable: true, description: 'Null for an account that belongs to nobody on the roster.' })
  async practiceHome(@Context() { actor }: RequestContext): Promise<PracticeHome | null> {
    const examinee = examineeOf(actor!);
    return examinee && this.homes.home(examinee);
  }

  @Allow('quiz.take')
  @Query(() => PracticeRound, { nullable: true })
  async practice(@Args('id', id) practiceId: string, @Context() { actor }: RequestContext): Promise<PracticeRound | null> {
    const { personId } = actor!;
    const found = personId !== null && isId(practiceId) ? await this.database.asSystem(reason, (tx) => this.rounds.find(tx, personId, practiceId)) : null;
    return found as PracticeRound | null;
  }

  @Allow('quiz.take')
  @Query(() => MissedAnswerPage, { nullable: true, description: 'Questions whose latest answer was missed, the latest first, with what is right.' })
  async missedAnswers(@Context() context: RequestContext, @Args('offset', { type: () => Int, nullable: true }) offset?: number, @Args('limit', { type: () => Int, nullable: true }) limit?: number): Promise<MissedAnswerPage | null> {
    const examinee = examineeOf(context.actor!);
    return examinee && ((await this.homes.missed(context, examinee, pageRequest(offset, limit))) as MissedAnswerPage);
  }

  @Allow('quiz.take')
  @Mutation(() => StartPracticeResult)
  async startPractice(@Args('input') input: StartPracticeInput, @Context() { actor, locale }: RequestContext): Promise<typeof StartPracticeResult> {
    return answer(await this.starting.start(actor!, input), locale);
  }

  @Allow('quiz.take')
  @Mutation(() => AnswerPracticeResult, { description: 'May be repeated: the first answer stays.' })
  async answerPractice(@Args('input') input: AnswerPracticeInput, @Context() { actor, locale }: RequestContext): Promise<typeof AnswerPracticeResult> {
    return answer(await this.answering.answer(actor!, input), locale);
  }

  @Allow('quiz.take')
  @Mutation(() => AnswerPracticeResult, { description: 'What somebody says of their own short answer; they may think again.' })
  async judgePractice(@Args('input') input: JudgePracticeInput, @Context() { actor, locale }: RequestContext): Promise<typeof AnswerPracticeResult> {
    return answer(await this.answering.judge(actor!, input), locale);
  }

  @Allow('quiz.take')
  @Mutation(() => EndPracticeResult)
  async endPractice(@Args('id', id) practiceId: string, @Context() { actor, locale }: RequestContext): Promise<typeof EndPracticeResult> {
    return answer(await this.answering.end(actor!, practiceId), locale);
  }

  @Allow('quiz.take')
  @Mutation(() => StartMockExamResult)
  async startMockExam(@Args('examId', id) examId: string, @Context() { actor, locale }: RequestContext): Promise<typeof StartMockExamResult> {
    return answer(await this.mocking.start(actor!, examId), locale);
  }

  @ResolveField(() => ID, { nullable: true, description: 'Of chapter practice.' })
  chapterId(@Parent() { settings }: PracticeRound): string | null {
    return settings.chapterId ?? null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Of chapter practice.' })
  chapterName(@Parent() { settings }: PracticeRound): string | null {
    return settings.chapterName ?? null;
  }

  @ResolveField(() => [PracticeReasonType], { description: 'Of a weak-point round: why it holds what it holds.' })
  reasons(@Parent() { settings }: PracticeRound): PracticeReasonType[] {
    return [...(settings.reasons ?? [])];
  }

  @ResolveField(() => Int, { description: 'Questions to answer; the parts of a case count one by one.' })
  total(@Parent() { questions }: PracticeRound): number {
    return questions.length;
  }

  @ResolveField(() => Int)
  async answered(@Parent() round: PracticeRound, @Context() context: RequestContext): Promise<number> {
    return (await this.rowsOf(context, round)).length;
  }

  @ResolveField(() => [QuestionForExaminee], { description: 'Without what an open paper of the person asks, or what has come to be kept for exams.' })
  async questions(@Parent() round: PracticeRound, @Context() context: RequestContext): Promise<QuestionForExaminee[]> {
    const shown = await this.database.asSystem(reason, (tx) => this.told.shown(tx, context.actor!.personId!, round));
    const questions = await this.loader.questions(context, { paper: { questions: round.questions } });
    return questions.filter(({ position }) => shown.has(position));
  }

  @ResolveField(() => [PracticeAnswer])
  async answers(@Parent() round: PracticeRound, @Context() context: RequestContext): Promise<PracticeAnswer[]> {
    const rows = await this.rowsOf(context, round);
    return this.database.asSystem('keys are shown to questions of the own round that have been answered', (tx) => this.told.of(tx, context.actor!.personId!, round, rows));
  }

  private rowsOf(context: RequestContext, round: PracticeRound): Promise<RoundAnswerRow[]> {
    const read = async (ids: readonly string[]): Promise<RoundAnswerRow[][]> => {
      const rows = await this.database.asSystem(reason, (tx) => this.rounds.answers(tx, ids));
      return ids.map((practiceId) => rows.filter((row) => row.practiceId === practiceId));
    };
    return context.loader(answers, read).load(round.id);
  }
}
