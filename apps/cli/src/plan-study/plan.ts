import { outlook, type OutlookRequest, planNote, powerOf, type SaidNote, usualShocks } from '@skillhall/impact/domain';
import { estimateShocks, type Shocks, StatisticsError } from '@skillhall/statistics';
import { CommandFailure } from '../failure.js';
import type { UntrainedHistory } from './history.js';
import type { PlanOptions } from './plan-study.js';
import { parseRollout } from './rollouts.js';
import { monthsNeeded, simulate, type Simulation, type NoSimulation } from './simulate.js';

function shocksOf(history: UntrainedHistory | undefined): Shocks | undefined {
  try {
    return history && estimateShocks(history);
  } catch (error) {
    if (error instanceof StatisticsError && error.code === 'empty-input') return undefined;
    throw error;
  }
}

function basics(options: PlanOptions, history: UntrainedHistory | undefined) {
  const found = shocksOf(history);
  const halls = options.halls ?? history?.units;
  const rate = options.rate ?? (history && history.count.reduce((sum, count) => sum + count, 0) / history.count.length);
  const missing = halls === undefined ? 'halls' : rate === undefined ? 'rate' : undefined;
  if (halls === undefined || rate === undefined) throw new CommandFailure(`--${missing} is wanted, or a history in --panel.`, 2, false, { code: 'option-missing', option: missing! });
  if (!(rate > 0)) throw new CommandFailure('The history holds no complaint before training; nothing can be planned on it.', 1, false, { code: 'no-complaints' });
  const { shockSd = found?.shockSd ?? usualShocks.sd, shockCorrelation = found?.shockCorrelation ?? usualShocks.correlation } = options;
  const source = options.shockSd !== undefined && options.shockCorrelation !== undefined ? 'given' : found ? 'history' : 'assumed';
  return { halls, rate, shocks: { sd: shockSd, correlation: shockCorrelation, source } as const };
}

type Basics = ReturnType<typeof basics>;

/** The whole plan as one object. */
export function studyPlan(options: PlanOptions, history: UntrainedHistory | undefined) {
  const base = basics(options, history);
  const { halls, rate, shocks } = base;
  const request: OutlookRequest = {
    ...{ halls, ratePerHallMonth: rate, shocks, preMonths: options.pre, postMonths: options.post, decisionWindow: options.decisionWindow, trainedShare: options.trainedShare },
    ...{ fall: options.fall, power: options.power, alpha: options.alpha, longest: options.longest, rollouts: options.rollout.map((text) => parseRollout(text, halls)) },
  };
  const { notes, ...found } = outlook(request, options.lang);
  const simulated = simulate(options, history, halls, found.trainedHalls);
  return {
    ...{ halls, ratePerHallMonth: rate, preMonths: options.pre, postMonths: options.post, decisionWindow: options.decisionWindow, trainedShare: options.trainedShare },
    ...{ wantedFall: options.fall, power: options.power, alpha: options.alpha, shocks },
    ...found,
    simulation: 'missing' in simulated ? null : { ...simulated, formulaPower: powerOf(request, simulated.ratePerHallMonth) },
    notes: [...notesOf(options, base, history, simulated), ...notes],
  };
}

export type StudyPlan = ReturnType<typeof studyPlan>;

/** What is particular to a plan made from files; the rest of the notes is that of every plan. */
function notesOf(options: PlanOptions, { halls, shocks }: Basics, history: UntrainedHistory | undefined, simulated: Simulation | NoSimulation): SaidNote[] {
  const notes: SaidNote[] = [];
  if (shocks.source === 'assumed') notes.push(planNote('shocks-assumed', options.lang, { sd: shocks.sd, correlation: shocks.correlation }));
  if ('missing' in simulated) notes.push(planNote(simulated.missing, options.lang, { needed: monthsNeeded(options), months: history ? history.lastTime - history.firstTime + 1 : 0, units: simulated.units, halls }));
  return notes;
}
