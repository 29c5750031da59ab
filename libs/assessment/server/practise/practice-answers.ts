import { rightChoice } from '@skillhall/question-bank/domain';
import { AnswerKeys } from '@skillhall/question-bank/server';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { PaperQuestion } from '../../domain/index.js';
import type { RoundAnswerRow, RoundRow } from '../data/practice.repository.js';
import { PracticeGate } from './practice-gate.js';
import type { PracticeAnswer } from './practice.types.js';

/** Answers given in a round with what is right; of what is withheld now, neither. */
@Injectable()
export class PracticeAnswers {
  constructor(
    private readonly keys: AnswerKeys,
    private readonly gate: PracticeGate,
  ) {}

  /** Positions of a round that may be shown to its person now. */
  async shown(systemTx: Transaction, personId: string, { questions }: Pick<RoundRow, 'questions'>): Promise<Set<number>> {
    const withheld = await this.gate.withheld(systemTx, personId, questions.map(({ id }) => id));
    return new Set(questions.flatMap(({ id }, index) => (withheld.has(id) ? [] : [index + 1])));
  }

  async of(systemTx: Transaction, personId: string, round: Pick<RoundRow, 'questions'>, rows: readonly RoundAnswerRow[]): Promise<PracticeAnswer[]> {
    const shown = await this.shown(systemTx, personId, round);
    const told = rows.filter(({ position }) => shown.has(position));
    const keys = await this.keys.of(systemTx, told.map(({ questionId }) => questionId));
    return told.map(({ position, choice, credit, judged }, index) => ({ position, choice, credit, judged, ...toldOf(round.questions[position - 1]!, keys[index]!) }));
  }
}

/** What is told once an answer stands. */
export function toldOf({ values }: PaperQuestion, { key, explanation }: Awaited<ReturnType<AnswerKeys['of']>>[number]): { right: string[] | null; explanation: string | null } {
  const right = rightChoice(key, values);
  return { right: right.length ? right : null, explanation };
}
