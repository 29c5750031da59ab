import type { Actor, Failure } from '@skillhall/kernel';
import { failure } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { standingAfter, stepOf, undoneRetirement, type VersionAction } from '../../domain/index.js';
import { type LockedQuestion, QuestionSteps, type WrittenStep } from '../data/question-steps.js';

/** An action of the table, or what undoes the last retirement. */
export type Move = VersionAction | 'undoRetire';

export interface MoveOrder {
  /** Taken one after another; all of them or none. */
  readonly actions: readonly Move[];
  readonly comment: string | null;
  /** The latest version that was seen, by question, where it matters. */
  readonly seen: ReadonlyMap<string, number>;
}

/** What came of one question: nothing refused, or why. */
export interface MoveOutcome {
  readonly questionId: string;
  readonly code: string;
  readonly refusal: Failure | null;
}

/** Takes questions that were locked through the states of their versions, each for itself. */
@Injectable()
export class QuestionMoves {
  constructor(private readonly steps: QuestionSteps) {}

  async take(systemTx: Transaction, actor: Actor, questions: readonly LockedQuestion[], order: MoveOrder): Promise<MoveOutcome[]> {
    const written: WrittenStep[] = [];
    const after: LockedQuestion[] = [];
    const outcomes = questions.map((question): MoveOutcome => {
      const moved = moveOne(question, actor.accountId, order);
      const { questionId, code } = question;
      if ('refusal' in moved) return { questionId, code, refusal: moved.refusal };
      written.push(...moved.steps);
      after.push(moved.after);
      return { questionId, code, refusal: null };
    });
    if (after.length) await this.steps.write(systemTx, actor, written, after);
    return outcomes;
  }
}

type Moved = { readonly steps: WrittenStep[]; readonly after: LockedQuestion } | { readonly refusal: Failure };

function moveOne(question: LockedQuestion, accountId: string, { actions, comment, seen }: MoveOrder): Moved {
  const steps: WrittenStep[] = [];
  let now = question;
  for (const action of actions.flatMap((move) => (move === 'undoRetire' ? undoneRetirement(question) : [move]))) {
    const step = stepOf(now, action, accountId, seen.get(question.questionId) ?? null);
    if (!step.ok) return { refusal: failure(step.error) };
    const next = standingAfter(now, step.value.version, step.value.state);
    for (const [at, { versionId, states }] of next.versions.entries())
      if (states.length > now.versions[at]!.states.length) steps.push({ versionId, state: states.at(-1)!, comment: now.versions[at]!.version === step.value.version ? comment : null });
    now = next;
  }
  return { steps, after: now };
}
