import type { Actor } from '@skillhall/kernel';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { Learner } from '../data/learner.repository.js';

/** Who learns, or null for an account that belongs to nobody on the roster. */
export const learnerOf = ({ personId, unitPath }: Actor): Learner | null => (personId !== null && unitPath !== null ? { personId, unitPath } : null);

/**
 * Opens transactions for learning. They are narrowed to where the actor may read learning records, which is nowhere
 * for most people: row-level security then shows their own records only, and not those of colleagues at the same hall.
 */
@Injectable()
export class LearnerDatabase {
  constructor(private readonly database: Database) {}

  run<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.asActor(actor, 'learning-record.read', work);
  }
}
