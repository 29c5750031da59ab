import type { Transaction } from '@skillhall/platform/database';

/**
 * What learning needs of whoever knows complaints: the rate of each hall over the last twelve months with figures, so
 * that a lottery can be drawn among halls that are alike. Complaints stand beside learning, so the application fills it.
 */
export interface HallRates {
  /** Halls without figures are absent. Works inside the system transaction it is handed. */
  lastYear(tx: Transaction, hallIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

export const HALL_RATES = Symbol('hall-rates');
