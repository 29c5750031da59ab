import { createRandomSource, powerByThinning } from '@skillhall/statistics';
import { completeStretch, type UntrainedHistory } from './history.js';
import type { PlanOptions } from './plan-study.js';

/** Months from training on that are not averaged. */
export const phaseIn = 2;

export interface Simulation {
  readonly runs: number;
  /** Halls to draw from, and their complaints per month: not the same as in the plan where many were trained early. */
  readonly hallsInHistory: number;
  readonly ratePerHallMonth: number;
  /** Share of runs in which the wanted fall, planted by thinning, was found. */
  readonly power: number;
  /** Share of runs that found a fall where none was planted. */
  readonly falseAlarms: number;
  readonly coverage: number;
  readonly meanRatio: number;
}

/** Why there is none. */
export interface NoSimulation {
  readonly missing: 'not-simulated' | 'history-too-short' | 'history-has-fewer-halls';
  /** Halls with enough months. */
  readonly units: number;
}

export const monthsNeeded = ({ pre, post, decisionWindow }: PlanOptions): number => pre + decisionWindow + phaseIn + post;

/** Trains halls of the history by lot, thins their later complaints, and counts how often the default method sees it. */
export function simulate(options: PlanOptions, history: UntrainedHistory | undefined, halls: number, trained: number): Simulation | NoSimulation {
  if (!history || options.runs === 0) return { missing: 'not-simulated', units: 0 };
  const months = monthsNeeded(options);
  if (history.lastTime - history.firstTime + 1 < months) return { missing: 'history-too-short', units: 0 };
  const stretch = completeStretch(history, months, halls);
  if (!('rate' in stretch)) return { missing: 'history-has-fewer-halls', units: stretch.units };
  const random = createRandomSource(options.seed);
  const at = stretch.lastTime - options.post - phaseIn + 1;
  const { runs, pre: prePeriods, post: postPeriods, decisionWindow } = options;
  const run = (fall: number) => powerByThinning({ ...stretch, units: halls, waves: [{ at, units: trained }], fall, runs, random, decisionWindow, prePeriods, postPeriods });
  const [planted, nothing] = [run(options.fall), run(0)];
  return { runs, hallsInHistory: stretch.units, ratePerHallMonth: stretch.rate, power: planted.power, falseAlarms: nothing.power, coverage: planted.coverage, meanRatio: planted.meanRatio };
}
