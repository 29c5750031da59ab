import { type PutQuestion, QuestionReader } from '@skillhall/question-bank/server';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Injectable } from '@nestjs/common';
import type DataLoader from 'dataloader';
import { graceSeconds, type PaperQuestion, usualMarks } from '../../domain/index.js';
import { AttemptRepository, type AttemptRow, type SavedAnswerRow } from '../data/attempt.repository.js';
import { type ExamineeSittingRow, ExamineeSittings } from '../data/examinee-sitting.repository.js';
import { QuizRepository, type QuizRow } from '../data/quiz.repository.js';
import { ExamineeDatabase } from '../examinee.js';
import type { QuestionForExaminee } from './attempt.types.js';

const keys = { questions: {}, answers: {}, quizzes: {}, attempts: {}, sat: {}, sittings: {} };

/** The papers of several exams at once. */
const mostFaces = 20_000;

/** Parts of attempts of one request, fetched together. */
@Injectable()
export class AttemptLoader {
  /** Versions never change, so their faces are read once by a process: when a sitting opens everybody asks for the same. */
  private readonly faces = new Map<string, PutQuestion>();

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
    const known = paper.questions.every(({ id, caseId }) => this.faces.has(id) && (!caseId || this.faces.has(caseId)));
    const faces: ReadonlyMap<string, PutQuestion> = known ? this.faces : await this.read(context, paper.questions.flatMap(({ id, caseId }) => (caseId ? [id, caseId] : [id])));
    const questions: QuestionForExaminee[] = [];
    paper.questions.forEach((asked, index) => {
      const version = faces.get(asked.id);
      if (version) questions.push(questionOf(version, (asked.caseId && faces.get(asked.caseId)) || null, asked, index + 1));
    });
    return questions;
  }

  private async read(context: RequestContext, ids: readonly string[]): Promise<Map<string, PutQuestion>> {
    const read = (wanted: readonly string[]) =>
      this.database.asSystem('questions of attempts that were found to be the own', async (tx) => {
        const rows = new Map((await this.reader.versions(tx, wanted)).map((question) => [question.versionId, question]));
        for (const row of rows.values()) this.keep(row);
        return wanted.map((id) => rows.get(id) ?? null);
      });
    const loader = context.loader(keys.questions, read);
    const faces = await Promise.all(ids.map((id) => loader.load(id)));
    return new Map(faces.flatMap((face) => (face ? [[face.versionId, face]] : [])));
  }

  private answersOf(context: RequestContext): DataLoader<string, SavedAnswerRow[]> {
    return context.loader(keys.answers, (ids: readonly string[]) => this.examinees.run(context.actor!, (tx) => this.attempts.latestAnswers(tx, ids)));
  }

  private keep(face: PutQuestion): void {
    if (this.faces.size >= mostFaces) this.faces.delete(this.faces.keys().next().value!);
    this.faces.set(face.versionId, face);
  }

  answers(context: RequestContext, attemptId: string): Promise<SavedAnswerRow[]> {
    return this.answersOf(context).load(attemptId);
  }

  /** Of an attempt that begins with this request nobody need ask what was answered. */
  nothingAnswered(context: RequestContext, attemptId: string): void {
    this.answersOf(context).prime(attemptId, []);
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

function inOrder<T extends { readonly key: string }>(list: readonly T[], order: readonly string[] = []): T[] {
  const ordered: T[] = [];
  for (const key of order) for (const each of list) if (each.key === key) ordered.push(each);
  return ordered;
}

// Written out: when a sitting opens it is done some hundred times for everybody.
function questionOf(version: PutQuestion, shared: PutQuestion | null, asked: PaperQuestion, position: number): QuestionForExaminee {
  return {
    id: version.versionId,
    position,
    type: version.type,
    stem: version.stem,
    media: version.media,
    blanks: version.blanks,
    marks: asked.marks ?? usualMarks,
    section: asked.section ?? null,
    options: inOrder(version.options, asked.optionKeys),
    prompts: inOrder(version.prompts, asked.promptKeys),
    case: shared && { id: shared.versionId, stem: shared.stem, media: shared.media },
    values: asked.values ? Object.entries(asked.values).map(([name, value]) => ({ name, value })) : [],
  };
}
