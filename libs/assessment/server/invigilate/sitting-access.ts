import { type Actor, isId, scopeOf } from '@skillhall/kernel';
import { Database } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { type SittingRow, SittingRepository } from '../data/sitting.repository.js';

/** Who may run a sitting: those who invigilate in its unit, and those named for it, whatever else they are. */
@Injectable()
export class SittingAccess {
  constructor(
    private readonly database: Database,
    private readonly sittings: SittingRepository,
  ) {}

  async invigilated(actor: Actor, id: string): Promise<SittingRow | null> {
    if (!isId(id)) return null;
    return this.database.asActor(actor, 'exam.invigilate', (tx) => this.sittings.find(tx, scopeOf(actor, 'exam.invigilate'), id));
  }
}
