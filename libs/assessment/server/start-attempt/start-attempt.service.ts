import { type Actor, err, failure, type Failure, isId, newId, ok, type Result } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { freezePaper, graceSeconds, type Paper, type PaperQuestion, unlimitedMinutes } from '../../domain/index.js';
import { AttemptRepository, type AttemptRow } from '../data/attempt.repository.js';
import { QuizRepository, type QuizRow } from '../data/quiz.repository.js';
import { type Examinee, ExamineeDatabase, examineeOf } from '../examinee.js';
import { CloseAttempt } from '../submit-attempt/close-attempt.service.js';
import { QuizSources } from './quiz-sources.js';
import { StartAttemptSuccess } from './start-attempt.types.js';

/** Begins an attempt; a second device or click comes to the same one. */
@Injectable()
export class StartAttemptService {
  constructor(
    private readonly database: ExamineeDatabase,
    private readonly quizzes: QuizRepository,
    private readonly attempts: AttemptRepository,
    private readonly sources: QuizSources,
    private readonly closing: CloseAttempt,
  ) {}

  async start(actor: Actor, quizId: string): Promise<Result<StartAttemptSuccess, Failure>> {
    const examinee = examineeOf(actor);
    if (!examinee || !isId(quizId)) return err(failure('NOT_FOUND'));
    const open = await this.startOrFind(actor, examinee, quizId);
    // Time ran out before the server closed it: it is handed in now, and a new one begins.
    const attempt = open?.overdue && (await this.closing.closeOverdue(open.id)) ? await this.startOrFind(actor, examinee, quizId) : open;
    return attempt ? ok(Object.assign(new StartAttemptSuccess(), { attempt })) : err(failure('NOT_FOUND'));
  }

  private async startOrFind(actor: Actor, examinee: Examinee, quizId: string): Promise<AttemptRow | null> {
    const found = await this.database.run(actor, (tx) => this.find(tx, examinee, quizId));
    if (!found || found.open) return found?.open ?? null;
    const { quiz, questions } = found;
    const paper = freezePaper(await this.sources.of(questions), quiz, (limit) => randomInt(limit));
    return this.database.run(actor, (tx) => this.begin(tx, examinee, quiz, paper));
  }

  /** The open attempt, or the quiz to begin one at; null where there is neither. */
  private async find(tx: Transaction, examinee: Examinee, quizId: string): Promise<{ quiz: QuizRow; open?: AttemptRow; questions: PaperQuestion[] } | null> {
    const quiz = await this.quizzes.findFor(tx, examinee, quizId);
    if (!quiz) return null;
    const [before] = await this.attempts.ofQuizzes(tx, examinee.personId, [quizId], graceSeconds);
    const open = before!.find(({ state }) => state === 'open');
    if (open) return { quiz, open, questions: [] };
    if (quiz.attemptsAllowed !== null && before!.length >= quiz.attemptsAllowed) return null;
    return { quiz, questions: await this.quizzes.questionsOf(tx, quizId) };
  }

  private async begin(tx: Transaction, { personId }: Examinee, quiz: QuizRow, paper: Paper): Promise<AttemptRow | null> {
    const id = newId();
    const started = await this.attempts.start(tx, { id, quizId: quiz.id, personId, minutes: quiz.timeLimitMinutes ?? unlimitedMinutes, paper });
    if (started) return this.attempts.findOwn(tx, personId, id, graceSeconds);
    // Another device was faster by a moment.
    const [now] = await this.attempts.ofQuizzes(tx, personId, [quiz.id], graceSeconds);
    return now!.find(({ state }) => state === 'open') ?? null;
  }
}
