import { MonthRepository } from '@skillhall/complaints/server';
import type { HallRates } from '@skillhall/learning/server';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

/** Lets lotteries of training put halls into tiers by their complaint rates. */
@Injectable()
export class ComplaintHallRates implements HallRates {
  constructor(private readonly months: MonthRepository) {}

  async lastYear(tx: Transaction, hallIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.months.lastYearRates(tx, hallIds);
    return new Map(rows.map(({ unitId, rate }) => [unitId, rate]));
  }
}
