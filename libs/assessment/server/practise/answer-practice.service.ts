import { type Actor, err, failure, type Failure, isId, ok, type Result } from '@skillhall/kernel';
import { creditOf, soundChoice } from '@skillhall/question-bank/domain';
import { AnswerKeys } from '@skillhall/question-bank/server';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { PaperQuestion } from '../../domain/index.js';
import { PracticeRepository, type RoundRow } from '../data/practice.repository.js';
import { PracticeAnswers } from './practice-answers.js';
import { type AnswerPracticeInput, AnswerPracticeSuccess, type JudgePracticeInput, PracticeRoundSuccess } from './practice.types.js';

type Outcome = Promise<Result<AnswerPracticeSuccess, Failure>>;
const reason = 'practice judges by keys and shows them once an answer stands; the statements name the person';
const invalid = (field: string): Result<never, Failure> => err(failure('INVALID_INPUT', { field }, field));

/** Takes the answers of a round: the first to each question counts, and is told at once whether it was right. */
@Injectable()
export class AnswerPractice {
  constructor(
    private readonly database: Database,
    private readonly rounds: PracticeRepository,
    private readonly answers: PracticeAnswers,
    private readonly keys: AnswerKeys,
  ) {}

  async answer(actor: Actor, { practiceId, position, choice }: AnswerPracticeInput): Outcome {
    const { personId } = actor;
    if (!personId || !isId(practiceId)) return err(failure('NOT_FOUND'));
    return this.database.asSystem(reason, async (tx): Outcome => {
      const round = await this.rounds.lock(tx, personId, practiceId);
      if (!round) return err(failure('NOT_FOUND'));
      const question = round.questions[position - 1];
      if (!question) return invalid('position');
      const sound = soundChoice(question, choice);
      if (!sound) return invalid('choice');
      if (!(await this.answers.shown(tx, personId, round)).has(position)) return err(failure('PRACTICE_WITHHELD'));
      const before = (await this.rounds.answers(tx, [round.id])).some((answer) => answer.position === position);
      if (!before) {
        if (round.endedAt) return err(failure('PRACTICE_ENDED'));
        await this.rounds.addAnswer(tx, round.id, { position, questionId: question.id, choice: sound, credit: await this.credit(tx, question, sound) });
      }
      return this.told(tx, personId, round, position);
    });
  }

  /** What a person says of their own short answer. */
  async judge(actor: Actor, { practiceId, position, verdict }: JudgePracticeInput): Outcome {
    const { personId } = actor;
    if (!personId || !isId(practiceId)) return err(failure('NOT_FOUND'));
    return this.database.asSystem(reason, async (tx): Outcome => {
      const round = await this.rounds.lock(tx, personId, practiceId);
      if (!round) return err(failure('NOT_FOUND'));
      if (!(await this.answers.shown(tx, personId, round)).has(position)) return err(failure('PRACTICE_WITHHELD'));
      return (await this.rounds.judge(tx, round.id, position, verdict)) ? this.told(tx, personId, round, position) : invalid('position');
    });
  }

  /** Ends a round before all of it is answered; done before, it changes nothing. */
  async end({ personId }: Actor, practiceId: string): Promise<Result<PracticeRoundSuccess, Failure>> {
    if (!personId || !isId(practiceId)) return err(failure('NOT_FOUND'));
    const round = await this.database.asSystem(reason, async (tx) => {
      const found = await this.rounds.lock(tx, personId, practiceId);
      if (found) await this.rounds.end(tx, practiceId);
      return found && this.rounds.find(tx, personId, practiceId);
    });
    return round ? ok(Object.assign(new PracticeRoundSuccess(), { round })) : err(failure('NOT_FOUND'));
  }

  /** Null for a short answer, whatever stands there: nobody but its writer judges it. */
  private async credit(tx: Transaction, question: PaperQuestion, choice: readonly string[]): Promise<number | null> {
    if (question.type === 'shortAnswer') return null;
    const [key] = await this.keys.of(tx, [question.id]);
    const result = creditOf(question, key!.key, choice, question.values);
    return 'pending' in result ? null : Math.round(result.credit * 10_000) / 10_000;
  }

  private async told(tx: Transaction, personId: string, round: RoundRow, position: number): Outcome {
    const rows = await this.rounds.answers(tx, [round.id]);
    if (rows.length === round.questions.length && !round.endedAt) await this.rounds.end(tx, round.id);
    const [answer] = await this.answers.of(tx, personId, round, rows.filter((row) => row.position === position));
    return ok(Object.assign(new AnswerPracticeSuccess(), { answer: answer!, ended: rows.length === round.questions.length }));
  }
}
