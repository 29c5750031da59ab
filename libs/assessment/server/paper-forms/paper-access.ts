import { type Actor, isId, scopeOf } from '@skillhall/kernel';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { type SittingRow, SittingRepository } from '../data/sitting.repository.js';

const permission = 'exam.manage';

/** Who may have papers printed and type in what was written on them: who manages exams where the sitting is. */
@Injectable()
export class PaperAccess {
  constructor(
    private readonly database: Database,
    private readonly sittings: SittingRepository,
  ) {}

  /** In scope by its unit: who merely invigilates it does not run it. */
  managed(actor: Actor, id: string): Promise<SittingRow | null> {
    if (!isId(id)) return Promise.resolve(null);
    return this.database.asActor(actor, permission, (tx) => this.sittings.findInScope(tx, scopeOf(actor, permission), id));
  }

  /** Whether papers and keys are closed to somebody who has to sit them: admitted, and not handed in while it lasts. */
  async withheld(systemTx: Transaction, { personId }: Pick<Actor, 'personId'>, { id, closesAt, endedAt, now }: SittingRow): Promise<boolean> {
    if (!personId || endedAt || now >= closesAt) return false;
    const [{ sits }] = (await systemTx.query(
      `select assessment.admits($1, $2) and not exists (select from assessment.attempt where sitting_id = $1 and person_id = $2 and state = 'submitted') as sits`,
      [id, personId],
    )) as [{ sits: boolean }];
    return sits;
  }
}
