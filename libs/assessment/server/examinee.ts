import type { Actor } from '@skillhall/kernel';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

/** Who sits a quiz. */
export interface Examinee {
  readonly personId: string;
  readonly unitPath: string;
}

/** Null for an account that belongs to nobody on the roster. */
export const examineeOf = ({ personId, unitPath }: Actor): Examinee | null => (personId !== null && unitPath !== null ? { personId, unitPath } : null);

/**
 * Opens transactions for examinees. They are narrowed to where the actor may read attempts, which is nowhere for most
 * people: row-level security then shows their own attempts only, and not those of colleagues at the same hall.
 */
@Injectable()
export class ExamineeDatabase {
  constructor(private readonly database: Database) {}

  run<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.asActor(actor, 'attempt.read', work);
  }
}
