import { addMonths, type CivilMonth } from '@skillhall/kernel';

/** Halls are put into tiers by how large they are, or by their complaint rate of the last twelve months. */
export const tierMeasures = ['size', 'rate'] as const;
export type TierMeasure = (typeof tierMeasures)[number];

export const lotteryStateNames = ['prepared', 'drawn', 'dropped'] as const;
export type LotteryState = (typeof lotteryStateNames)[number];

export interface LotteryPlan {
  readonly tiersBy: TierMeasure;
  readonly tiers: number;
  readonly waves: number;
  readonly firstMonth: CivilMonth;
  /** Months from one wave to the next. */
  readonly monthsApart: number;
  /** Share of the halls that the lottery leaves untrained. */
  readonly keptShare: number;
}

/** A study leaves out the month of the training and the one after; waves nearer to each other blur into one. */
export const leastMonthsApart = 2;
/** Without untrained halls at every time nothing can be compared. */
export const leastKeptShare = 0.25;
const [mostTiers, mostWaves, mostMonthsApart] = [10, 24, 24];

const whole = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most;

/** The first field that is not right for so many halls, or null. */
export function lotteryProblem(plan: LotteryPlan, halls: number): keyof LotteryPlan | 'hallIds' | null {
  if (!whole(plan.tiers, 1, mostTiers)) return 'tiers';
  if (!whole(plan.waves, 1, mostWaves)) return 'waves';
  if (!whole(plan.monthsApart, leastMonthsApart, mostMonthsApart)) return 'monthsApart';
  if (!(plan.keptShare >= leastKeptShare && plan.keptShare <= 0.9)) return 'keptShare';
  // Each tier needs a hall to keep and, all together, each wave one to train.
  const trained = tierSizes(halls, plan.tiers).reduce((sum, size) => sum + size - keptOf(size, plan.keptShare), 0);
  return halls < 2 * plan.tiers || trained < plan.waves ? 'hallIds' : null;
}

const tierSizes = (halls: number, tiers: number): number[] => Array.from({ length: tiers }, (_, tier) => Math.floor(((tier + 1) * halls) / tiers) - Math.floor((tier * halls) / tiers));

// 0.3 of 10 is 3, though 0.3 × 10 of floating point may be a hair more.
const keptOf = (size: number, share: number): number => Math.ceil(size * share - 1e-9);

export interface MeasuredHall {
  readonly code: string;
  readonly measure: number;
}

/** The tier of each hall, counted from 1, the lowest measure first; the code decides between equals. */
export function tiersOf(halls: readonly MeasuredHall[], tiers: number): Map<string, number> {
  const order = [...halls].sort((a, b) => a.measure - b.measure || (a.code < b.code ? -1 : 1));
  return new Map(order.map(({ code }, index) => [code, 1 + tierSizes(order.length, tiers).findIndex((_, tier) => index < Math.floor(((tier + 1) * order.length) / tiers))]));
}

/**
 * Draws the waves: in each tier halls stand in the order of `hash(seed:code)`; the first of them are kept untrained,
 * the others go to the waves in turn, on from tier to tier. With the seed anybody can draw it again, by hand if need be.
 * Null stands for kept untrained; waves are counted from 1.
 */
export function drawWaves(tiers: ReadonlyMap<string, number>, { waves, keptShare }: Pick<LotteryPlan, 'waves' | 'keptShare'>, seed: string, hash: (text: string) => string): Map<string, number | null> {
  const drawn = new Map<string, number | null>();
  let turn = 0;
  for (const tier of [...new Set(tiers.values())].sort((a, b) => a - b)) {
    const codes = [...tiers].filter(([, own]) => own === tier).map(([code]) => ({ code, lot: hash(`${seed}:${code}`) }));
    codes.sort((a, b) => (a.lot < b.lot ? -1 : 1));
    const kept = keptOf(codes.length, keptShare);
    codes.forEach(({ code }, index) => drawn.set(code, index < kept ? null : 1 + (turn++ % waves)));
  }
  return drawn;
}

export const waveMonth = ({ firstMonth, monthsApart }: Pick<LotteryPlan, 'firstMonth' | 'monthsApart'>, wave: number): CivilMonth => addMonths(firstMonth, (wave - 1) * monthsApart);
