import { type PlanNote, planNotes, planSentence } from '@skillhall/impact/domain';
import { type PhraseValues, say } from '@skillhall/kernel';
import { estimateShocks, type PlanInput, postPeriodsNeeded, powerAgainst, type Shocks, smallestDetectableFall, StatisticsError, unitsNeeded } from '@skillhall/statistics';
import { CommandFailure } from '../failure.js';
import type { UntrainedHistory } from './history.js';
import type { PlanOptions } from './plan-study.js';
import { answerOf, parseRollout, type RolloutAnswer, soonestOf, usualRollouts } from './rollouts.js';
import { monthsNeeded, simulate, type Simulation, type NoSimulation } from './simulate.js';

const assumed = { shockSd: 0.35, shockCorrelation: 0.6 };
const tableHalls = [20, 50, 100, 200, 400, 1000];
const tableMonths = [3, 6, 10, 18];
const usualFalls = [0.1, 0.2, 0.3];
/** Fewer complaints per hall and month than this need thousands of halls. */
const rare = 0.2;

const known = (value: number): number | null => (Number.isFinite(value) ? value : null);

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
  const { shockSd = found?.shockSd ?? assumed.shockSd, shockCorrelation = found?.shockCorrelation ?? assumed.shockCorrelation } = options;
  const source = options.shockSd !== undefined && options.shockCorrelation !== undefined ? 'given' : found ? 'history' : 'assumed';
  return { halls, rate, shocks: { sd: shockSd, correlation: shockCorrelation, source } as const };
}

type Basics = ReturnType<typeof basics>;

/** The whole plan as one object. */
export function studyPlan(options: PlanOptions, history: UntrainedHistory | undefined) {
  const base = basics(options, history);
  const { halls, rate, shocks } = base;
  const trained = Math.min(halls - 1, Math.max(1, Math.round(halls * options.trainedShare)));
  const plan = { meanCount: rate, prePeriods: options.pre, postPeriods: options.post, shockSd: shocks.sd, shockCorrelation: shocks.correlation, power: options.power, alpha: options.alpha };
  const arms = { treatedUnits: trained, comparisonUnits: halls - trained };
  const rollouts = rolloutsOf(options, base);
  const soonest = soonestOf(rollouts);
  const simulated = simulate(options, history, halls, trained);
  const closed = {
    minimumDetectableFall: smallestDetectableFall({ ...plan, ...arms }),
    hallsNeeded: unitsNeeded({ ...plan, fall: options.fall, treatedShare: options.trainedShare }),
    postMonthsNeeded: postPeriodsNeeded({ ...plan, ...arms, fall: options.fall }),
  };
  const facts = { ...closed, halls, ratePerHallMonth: rate, preMonths: options.pre, postMonths: options.post, trainedShare: options.trainedShare, fall: options.fall, power: options.power };
  return {
    ...{ halls, trainedHalls: trained, ratePerHallMonth: rate, preMonths: options.pre, postMonths: options.post, decisionWindow: options.decisionWindow, trainedShare: options.trainedShare },
    ...{ wantedFall: options.fall, power: options.power, alpha: options.alpha, shocks },
    ...{ minimumDetectableFall: known(closed.minimumDetectableFall), hallsNeeded: closed.hallsNeeded, postMonthsNeeded: known(closed.postMonthsNeeded) },
    powerAtWantedFall: powerAgainst({ ...plan, ...arms, fall: options.fall }),
    hallsNeededFor: [...new Set([...usualFalls, options.fall])].sort().map((fall) => ({ fall, halls: unitsNeeded({ ...plan, fall, treatedShare: options.trainedShare }) })),
    table: tableOf(plan, halls, options.trainedShare),
    rollouts,
    soonest: soonest ? { plan: soonest.plan, answerAfterMonths: soonest.answerAfterMonths! } : null,
    simulation: 'missing' in simulated ? null : { ...simulated, formulaPower: powerAgainst({ ...plan, ...arms, meanCount: simulated.ratePerHallMonth, fall: options.fall }) },
    sentence: planSentence({ ...facts, soonest: soonest && { plan: soonest.plan, months: soonest.answerAfterMonths! }, longest: options.longest }, options.lang),
    notes: notesOf(options, base, history, rollouts, simulated),
  };
}

export type StudyPlan = ReturnType<typeof studyPlan>;

function tableOf(plan: PlanInput, halls: number, share: number) {
  return [...new Set([...tableHalls, halls])].sort((a, b) => a - b).map((number) => ({
    halls: number,
    falls: tableMonths.map((postMonths) => ({
      postMonths,
      minimumDetectableFall: known(smallestDetectableFall({ ...plan, postPeriods: postMonths, treatedUnits: Math.max(1, number * share), comparisonUnits: Math.max(1, number * (1 - share)) })),
    })),
  }));
}

function rolloutsOf(options: PlanOptions, { halls, rate, shocks }: Basics): RolloutAnswer[] {
  const { pre, post, decisionWindow, power, alpha } = options;
  const wanted = options.rollout.length ? options.rollout.map((text) => parseRollout(text, halls)) : usualRollouts(halls, options.trainedShare, decisionWindow);
  const input = { units: halls, meanCount: rate, history: pre + decisionWindow, shockSd: shocks.sd, shockCorrelation: shocks.correlation, decisionWindow, prePeriods: pre, postPeriods: post, power, alpha };
  return wanted.map((rollout) => answerOf(rollout, input, options.fall, options.longest));
}

function notesOf(options: PlanOptions, { halls, rate, shocks }: Basics, history: UntrainedHistory | undefined, rollouts: readonly RolloutAnswer[], simulated: Simulation | NoSimulation) {
  const notes: { code: PlanNote; text: string }[] = [];
  const add = (code: PlanNote, values: PhraseValues = {}): number => notes.push({ code, text: say(planNotes[code], options.lang, values) });
  if (shocks.source === 'assumed') add('shocks-assumed', { sd: shocks.sd, correlation: shocks.correlation });
  if ('missing' in simulated) add(simulated.missing, { needed: monthsNeeded(options), months: history ? history.lastTime - history.firstTime + 1 : 0, units: simulated.units, halls });
  if (rate < rare) add('rare-complaints', { rate: Number(rate.toPrecision(2)) });
  const gap = options.decisionWindow + 1;
  for (const { plan, waves, untrained } of rollouts) {
    if (waves.some(({ month }, at) => at > 0 && month - waves[at - 1]!.month < gap)) add('waves-too-close', { plan, gap });
    if (untrained < halls / 4) add('few-untrained', { plan });
  }
  add('by-lot');
  return notes;
}
