import { err, failure, type Failure, isId, ok, type Result } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { QuestionRepository } from '../data/question.repository.js';
import type { QuestionSelectionInput } from './step-questions.types.js';

/** As many as one person can answer for, and as a transaction may hold without others having to wait. */
export const mostAtOnce = 5000;

/** The questions that somebody means: those they ticked, or all that a filter finds. */
@Injectable()
export class QuestionSelections {
  constructor(private readonly questions: QuestionRepository) {}

  async ids(systemTx: Transaction, scope: readonly string[], { targets, filter, expectedCount }: QuestionSelectionInput): Promise<Result<string[], Failure>> {
    if (targets) {
      const ids = [...new Set(targets.map(({ id }) => id))];
      return ids.length > mostAtOnce ? err(failure('TOO_MANY_QUESTIONS', { most: mostAtOnce })) : ok(ids.filter(isId));
    }
    const found = await this.questions.ids(systemTx, scope, filter ?? {}, mostAtOnce + 1);
    if (found.length > mostAtOnce) return err(failure('TOO_MANY_QUESTIONS', { most: mostAtOnce }));
    // What was not looked at is not changed.
    return found.length === expectedCount ? ok(found) : err(failure('SELECTION_CHANGED', { expected: expectedCount ?? 0, found: found.length }));
  }
}

/** The versions that were seen of the questions that were ticked. */
export const seenIn = ({ targets }: QuestionSelectionInput): ReadonlyMap<string, number> =>
  new Map((targets ?? []).flatMap(({ id, version }): [string, number][] => (version == null ? [] : [[id, version]])));
