import { Database } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { randomInt, timingSafeEqual } from 'node:crypto';
import { SittingStore } from '../data/sitting-store.js';

const reason = 'codes are kept apart from sittings; who asks was found to invigilate, or only offers a code to be compared';
const digits = 6;

/** The code that is read out in the room. Made when an invigilator first asks for it. */
@Injectable()
export class CheckInCodes {
  constructor(
    private readonly database: Database,
    private readonly store: SittingStore,
  ) {}

  of(sittingId: string): Promise<string> {
    return this.database.asSystem(reason, async (tx) => {
      const known = await this.store.checkInCode(tx, sittingId);
      if (known) return known;
      await this.store.addCheckInCode(tx, sittingId, String(randomInt(10 ** digits)).padStart(digits, '0'));
      // Another invigilator may have been faster by a moment; theirs stands.
      return (await this.store.checkInCode(tx, sittingId))!;
    });
  }

  async matches(sittingId: string, offered: string): Promise<boolean> {
    const code = await this.database.asSystem(reason, (tx) => this.store.checkInCode(tx, sittingId));
    const plain = offered.normalize('NFKC').replace(/\D/g, '');
    return code !== null && plain.length === code.length && timingSafeEqual(Buffer.from(plain), Buffer.from(code));
  }
}
