import { type Actor, err, failure, type Failure, isId, newId, ok, type Result } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { freezePaper, graceSeconds, unlimitedMinutes } from '../../domain/index.js';
import { AttemptRepository, type AttemptRow } from '../data/attempt.repository.js';
import { QuizRepository, type QuizRow } from '../data/quiz.repository.js';
import { type Examinee, ExamineeDatabase, examineeOf } from '../examinee.js';
import { CloseAttempt } from '../submit-attempt/close-attempt.service.js';
import { StartAttemptSuccess } from './start-attempt.types.js';

/** Begins an attempt; a second device or click comes to the same one. */
@Injectable()
export class StartAttemptService {
  constructor(
    private readonly database: ExamineeDatabase,
    private readonly quizzes: QuizRepository,
    private readonly attempts: AttemptRepository,
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

  private startOrFind(actor: Actor, examinee: Examinee, quizId: string): Promise<AttemptRow | null> {
    return this.database.run(actor, async (tx) => {
      const quiz = await this.quizzes.findFor(tx, examinee, quizId);
      if (!quiz) return null;
      const [before] = await this.attempts.ofQuizzes(tx, examinee.personId, [quizId], graceSeconds);
      const open = before!.find(({ state }) => state === 'open');
      if (open) return open;
      if (quiz.attemptsAllowed !== null && before!.length >= quiz.attemptsAllowed) return null;
      return this.begin(tx, examinee, quiz);
    });
  }

  private async begin(tx: Transaction, { personId }: Examinee, quiz: QuizRow): Promise<AttemptRow | null> {
    const id = newId();
    const paper = freezePaper(await this.quizzes.questionsOf(tx, quiz.id), quiz, (limit) => randomInt(limit));
    const started = await this.attempts.start(tx, { id, quizId: quiz.id, personId, minutes: quiz.timeLimitMinutes ?? unlimitedMinutes, paper });
    if (started) return this.attempts.findOwn(tx, personId, id, graceSeconds);
    // Another device was faster by a moment.
    const [now] = await this.attempts.ofQuizzes(tx, personId, [quiz.id], graceSeconds);
    return now!.find(({ state }) => state === 'open') ?? null;
  }
}
