import { type Actor, failure, type Failure } from '@skillhall/kernel';
import { RateLimit } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { ExamineeSittings } from '../data/examinee-sitting.repository.js';
import { SittingStore } from '../data/sitting-store.js';
import { CheckInCodes } from '../invigilate/check-in-codes.js';

const reason = 'codes and sittings are read for the acting person, who stands in every statement';
/** Wrong codes of one person in five minutes, before they have to ask the invigilator. */
const mostCodes = 10;

@Injectable()
export class CheckInByCode {
  constructor(
    private readonly database: Database,
    private readonly sittings: ExamineeSittings,
    private readonly store: SittingStore,
    private readonly codes: CheckInCodes,
    private readonly limit: RateLimit,
  ) {}

  /**
   * The right code checks a person in; why it does not, else null. One transaction after the other, before the attempt
   * begins: who holds a connection and waits for another could wait for ever when everybody comes at once.
   */
  async enter({ accountId, personId }: Pick<Actor, 'accountId'> & { personId: string }, sittingId: string, code: string): Promise<Failure | null> {
    const sitting = await this.database.asSystem(reason, (tx) => this.sittings.find(tx, personId, sittingId));
    if (!sitting?.admitted || sitting.checkedIn || sitting.checkIn !== 'code' || sitting.delivery === 'paper') return null;
    if (await this.limit.hit(`check-in:${sittingId}:${personId}`, mostCodes, 300)) return failure('CHECK_IN_LOCKED');
    if (!(await this.codes.matches(sittingId, code))) return failure('CHECK_IN_WRONG');
    await this.database.asSystem(reason, (tx) => this.store.checkIn(tx, sittingId, personId, accountId));
    return null;
  }
}
