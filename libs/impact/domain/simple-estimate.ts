import { poissonFixedEffects, StatisticsError } from '@skillhall/statistics';
import type { HallPanel, PanelHall } from './hall-panel.js';

/** Why no ratio can be given. */
export type NoEstimateReason =
  | 'no-data'
  | 'no-training'
  | 'trained-later'
  | 'nothing-before'
  | 'few-trained'
  | 'no-untrained'
  | 'few-untrained'
  | 'no-complaints'
  | 'one-sided'
  | 'not-computable';

export interface RateRatio {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

export interface SimpleEstimateResult {
  readonly effect: RateRatio | null;
  readonly reason: NoEstimateReason | null;
  /** Halls compared; those trained before the data begin stand outside. */
  readonly halls: number;
  readonly trainedHalls: number;
  readonly untrainedHalls: number;
  readonly earlyHalls: number;
  readonly months: number;
  /** Counter complaints at the halls compared. */
  readonly complaints: number;
  /** Raw, of trained halls, per 10,000 transactions. */
  readonly beforeRate: number | null;
  readonly afterRate: number | null;
  /** Trained halls in the three months before training and in all months before those. */
  readonly lastMonthsBefore: { readonly recent: number; readonly earlier: number } | null;
}

/** Fewer halls on a side than this have no spread to measure. */
const leastHalls = 2;
/** From so many halls on both sides the normal distribution serves. */
export const manyHalls = 20;
const normal = 1.959964;
/** 97.5 % quantiles of Student's t for 1 to 18 degrees of freedom. */
const student = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11, 2.101];

/**
 * How many standard errors a 95 % interval reaches. With fewer than 20 halls on a side Student's t with one degree
 * less than the smaller side has halls: the lower bound of Welch and Satterthwaite, wide rather than bold.
 */
export const reach = (trained: number, untrained: number): number => {
  const smaller = Math.min(trained, untrained);
  return smaller >= manyHalls ? normal : student[smaller - 2]!;
};

const poolRate = (cells: readonly { complaints: number; transactions: number }[]): number | null => {
  const transactions = cells.reduce((sum, cell) => sum + cell.transactions, 0);
  return transactions > 0 ? (cells.reduce((sum, cell) => sum + cell.complaints, 0) / transactions) * 10_000 : null;
};

function whyNot(panel: HallPanel, trained: number, untrained: number): NoEstimateReason | null {
  const early = panel.halls.length - trained - untrained;
  if (!panel.halls.length) return 'no-data';
  if (!trained && !early) return panel.trainedLater ? 'trained-later' : 'no-training';
  if (!trained) return 'nothing-before';
  if (!untrained) return 'no-untrained';
  if (trained < leastHalls) return 'few-trained';
  if (untrained < leastHalls) return 'few-untrained';
  return null;
}

/**
 * First estimate: E y = n · exp(hall + month + β·trained), y counter complaints and n transactions of a hall and month;
 * Poisson pseudo-likelihood with effects of halls and months, variance clustered by hall (Santos Silva & Tenreyro
 * 2006). The ratio is exp β. It does not guard against halls being trained because of a bad quarter.
 */
export function estimateSimple(panel: HallPanel): SimpleEstimateResult {
  const trained = panel.halls.filter(({ part }) => part === 'trained');
  const untrained = panel.halls.filter(({ part }) => part === 'untrained');
  const compared = [...trained, ...untrained];
  const cells = compared.flatMap((hall) => hall.cells);
  const [before, after] = [(hall: PanelHall) => hall.cells.filter(({ at }) => at < hall.trainedFrom!), (hall: PanelHall) => hall.cells.filter(({ at }) => at >= hall.trainedFrom!)];
  const facts = {
    halls: compared.length,
    trainedHalls: trained.length,
    untrainedHalls: untrained.length,
    earlyHalls: panel.halls.length - compared.length,
    months: panel.months,
    complaints: cells.reduce((sum, cell) => sum + cell.complaints, 0),
    beforeRate: poolRate(trained.flatMap(before)),
    afterRate: poolRate(trained.flatMap(after)),
    lastMonthsBefore: lastMonthsBefore(trained),
  };
  const reason = whyNot(panel, trained.length, untrained.length) ?? (trained.every((hall) => hall.cells.every(({ complaints }) => complaints === 0)) ? 'no-complaints' : null);
  return reason ? { ...facts, effect: null, reason } : { ...facts, ...fit(compared, trained.length, untrained.length) };
}

/** What a bad quarter before the training would look like. */
function lastMonthsBefore(trained: readonly PanelHall[]): { recent: number; earlier: number } | null {
  const recent = poolRate(trained.flatMap(({ cells, trainedFrom }) => cells.filter(({ at }) => at < trainedFrom! && at >= trainedFrom! - 3)));
  const earlier = poolRate(trained.flatMap(({ cells, trainedFrom }) => cells.filter(({ at }) => at < trainedFrom! - 3)));
  return recent !== null && earlier !== null ? { recent, earlier } : null;
}

function fit(halls: readonly PanelHall[], trained: number, untrained: number): { effect: RateRatio | null; reason: NoEstimateReason | null } {
  const rows = halls.flatMap((hall, index) => hall.cells.map((cell) => ({ ...cell, index, after: hall.trainedFrom !== null && cell.at >= hall.trainedFrom })));
  const months = [...new Set(rows.map(({ at }) => at))].sort((a, b) => a - b);
  const level = new Map(months.map((at, index) => [at, index - 1]));
  try {
    const model = poissonFixedEffects({
      unit: rows.map(({ index }) => index),
      count: Float64Array.from(rows, ({ complaints }) => complaints),
      exposure: Float64Array.from(rows, ({ transactions }) => transactions),
      factors: [{ name: 'month', codes: Int32Array.from(rows, ({ at }) => level.get(at)!), levels: months.length - 1 }],
      covariates: [{ name: 'trained', values: Float64Array.from(rows, ({ after }) => (after ? 1 : 0)) }],
    });
    const column = model.column('trained');
    const [beta, error] = [model.coefficients[column]!, model.standardErrors[column]!];
    if (Math.abs(beta) === Infinity) return { effect: null, reason: 'one-sided' };
    if (!Number.isFinite(beta) || !(error > 0)) return { effect: null, reason: 'not-computable' };
    const half = reach(trained, untrained) * error;
    return { effect: { ratio: Math.exp(beta), low: Math.exp(beta - half), high: Math.exp(beta + half) }, reason: null };
  } catch (error) {
    if (error instanceof StatisticsError) return { effect: null, reason: 'not-computable' };
    throw error;
  }
}
