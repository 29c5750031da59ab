import { type Actor, err, failure, type Failure, ok, type Permission, type Result, scopeOf } from '@skillhall/kernel';
import { AuditLog } from '@skillhall/platform/audit';
import { Database } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { QuestionSteps } from '../data/question-steps.js';
import { type Move, type MoveOutcome, QuestionMoves } from './question-moves.js';
import { asSystemOrRehearsed } from './rehearsal.js';
import { QuestionSelections, seenIn } from './selection.js';
import type { QuestionSelectionInput, QuestionStepEnum, ReviewVerdictEnum } from './step-questions.types.js';

export interface Review {
  readonly verdict: keyof typeof ReviewVerdictEnum;
  readonly comment: string | null;
  /** Brings what is approved into use at once. */
  readonly publish: boolean;
  /** Only says what would come of it. */
  readonly rehearsal: boolean;
}

@Injectable()
export class StepQuestionsService {
  constructor(
    private readonly database: Database,
    private readonly selections: QuestionSelections,
    private readonly steps: QuestionSteps,
    private readonly moves: QuestionMoves,
    private readonly audit: AuditLog,
  ) {}

  step(actor: Actor, selection: QuestionSelectionInput, actions: readonly (keyof typeof QuestionStepEnum)[], rehearsal: boolean): Promise<Result<MoveOutcome[], Failure>> {
    return this.take(actor, 'question.manage', selection, actions, null, rehearsal);
  }

  async review(actor: Actor, selection: QuestionSelectionInput, { verdict, comment, publish, rehearsal }: Review): Promise<Result<MoveOutcome[], Failure>> {
    const said = comment?.trim() || null;
    if (verdict === 'reject' && said === null) return err(failure('COMMENT_NEEDED'));
    return this.take(actor, 'question.review', selection, verdict === 'approve' && publish ? ['approve', 'publish'] : [verdict], said, rehearsal);
  }

  private take(actor: Actor, permission: Permission, selection: QuestionSelectionInput, actions: readonly Move[], comment: string | null, rehearsal: boolean): Promise<Result<MoveOutcome[], Failure>> {
    const scope = scopeOf(actor, permission);
    return asSystemOrRehearsed(this.database, 'states of versions are written by the system; the questions are looked up in the scope of the actor', rehearsal, async (tx) => {
      const ids = await this.selections.ids(tx, scope, selection);
      if (!ids.ok) return ids;
      const outcomes = await this.moves.take(tx, actor, await this.steps.lock(tx, scope, ids.value), { actions, comment, seen: seenIn(selection) });
      const moved = outcomes.flatMap(({ questionId, refusal }) => (refusal ? [] : [questionId]));
      const details = { actions, questions: moved.length, refused: outcomes.length - moved.length };
      if (moved.length) await this.audit.record(tx, actor, { action: `question.${actions.at(-1)}`, subjectType: 'question', subjectId: moved[0]!, details });
      return ok(outcomes);
    });
  }
}
