import { type PutQuestion, QuestionReader } from '@skillhall/question-bank/server';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Injectable } from '@nestjs/common';
import { graceSeconds, type PaperQuestion, usualMarks } from '../../domain/index.js';
import { AttemptRepository, type AttemptRow, type SavedAnswerRow } from '../data/attempt.repository.js';
import { type ExamineeSittingRow, ExamineeSittings } from '../data/examinee-sitting.repository.js';
import { QuizRepository, type QuizRow } from '../data/quiz.repository.js';
import { ExamineeDatabase } from '../examinee.js';
import type { QuestionForExaminee } from './attempt.types.js';

const keys = { questions: {}, answers: {}, quizzes: {}, attempts: {}, sat: {}, sittings: {} };

/** Parts of attempts of one request, fetched together. */
@Injectable()
export class AttemptLoader {
  constructor(
    private readonly database: Database,
    private readonly examinees: ExamineeDatabase,
    private readonly reader: QuestionReader,
    private readonly attempts: AttemptRepository,
    private readonly quizzes: QuizRepository,
    private readonly sittings: ExamineeSittings,
  ) {}

  /** The questions of a paper that was found to be the own, in its order. */
  async questions(context: RequestContext, { paper }: Pick<AttemptRow, 'paper'>): Promise<QuestionForExaminee[]> {
    const read = (ids: readonly string[]) =>
      this.database.asSystem('questions of attempts that were found to be the own', async (tx) => {
        const found = new Map((await this.reader.versions(tx, ids)).map((question) => [question.versionId, question]));
        return ids.map((id) => found.get(id) ?? null);
      });
    const loader = context.loader(keys.questions, read);
    const put = (asked: PaperQuestion) => Promise.all([loader.load(asked.id), asked.caseId ? loader.load(asked.caseId) : null]);
    const versions = await Promise.all(paper.questions.map(put));
    return paper.questions.flatMap((asked, index) => {
      const [version, shared] = versions[index]!;
      return version ? [questionOf(version, shared, asked, index + 1)] : [];
    });
  }

  answers(context: RequestContext, attemptId: string): Promise<SavedAnswerRow[]> {
    return context.loader(keys.answers, (ids: readonly string[]) => this.examinees.run(context.actor!, (tx) => this.attempts.latestAnswers(tx, ids))).load(attemptId);
  }

  quiz(context: RequestContext, id: string): Promise<QuizRow | null> {
    return context.loader(keys.quizzes, (ids: readonly string[]) => this.examinees.run(context.actor!, (tx) => this.quizzes.byIds(tx, ids))).load(id);
  }

  attemptsAt(context: RequestContext, quizId: string): Promise<AttemptRow[]> {
    const { personId } = context.actor!;
    if (!personId) return Promise.resolve([]);
    const read = (ids: readonly string[]) => this.examinees.run(context.actor!, (tx) => this.attempts.ofQuizzes(tx, personId, ids, graceSeconds));
    return context.loader(keys.attempts, read).load(quizId);
  }

  attemptsAtSitting(context: RequestContext, sittingId: string): Promise<AttemptRow[]> {
    const { personId } = context.actor!;
    if (!personId) return Promise.resolve([]);
    const read = (ids: readonly string[]) => this.examinees.run(context.actor!, (tx) => this.attempts.ofSittings(tx, personId, ids, graceSeconds));
    return context.loader(keys.sat, read).load(sittingId);
  }

  sitting(context: RequestContext, id: string): Promise<ExamineeSittingRow | null> {
    const { personId } = context.actor!;
    if (!personId) return Promise.resolve(null);
    return context.loader(keys.sittings, (ids: readonly string[]) => this.examinees.run(context.actor!, (tx) => this.sittings.byIds(tx, personId, ids))).load(id);
  }
}

const inOrder = <T extends { readonly key: string }>(list: readonly T[], order: readonly string[] | undefined): T[] =>
  (order ?? []).flatMap((key) => list.filter((each) => each.key === key));

function questionOf(version: PutQuestion, shared: PutQuestion | null, asked: PaperQuestion, position: number): QuestionForExaminee {
  const { versionId: id, type, stem, media, options, prompts, blanks } = version;
  return {
    ...{ id, position, type, stem, media, blanks, marks: asked.marks ?? usualMarks, section: asked.section ?? null },
    ...{ options: inOrder(options, asked.optionKeys), prompts: inOrder(prompts, asked.promptKeys) },
    case: shared && { id: shared.versionId, stem: shared.stem, media: shared.media },
    values: Object.entries(asked.values ?? {}).map(([name, value]) => ({ name, value })),
  };
}
