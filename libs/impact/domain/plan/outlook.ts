import { type Locale, type PhraseValues, say } from '@skillhall/kernel';
import { type PlanInput, postPeriodsNeeded, powerAgainst, smallestDetectableFall, unitsNeeded } from '@skillhall/statistics';
import { known } from '../known.js';
import { type PlanNote, planNotes, planSentence } from '../plan-sentence.js';
import { answerOf, type Rollout, type RolloutAnswer, soonestOf, trainedOf, usualRollouts } from './rollouts.js';

const tableHalls = [20, 50, 100, 200, 400, 1000];
const tableMonths = [3, 6, 10, 18];
const usualFalls = [0.1, 0.2, 0.3];
/** Fewer complaints per hall and month than this need thousands of halls. */
const rare = 0.2;
/** Where no history says how much halls vary by themselves. */
export const usualShocks = { sd: 0.35, correlation: 0.6 };

export interface OutlookRequest {
  readonly halls: number;
  readonly ratePerHallMonth: number;
  readonly shocks: { readonly sd: number; readonly correlation: number };
  readonly preMonths: number;
  readonly postMonths: number;
  readonly decisionWindow: number;
  readonly trainedShare: number;
  readonly fall: number;
  readonly power: number;
  readonly alpha: number;
  /** None: the usual ones. */
  readonly rollouts: readonly Rollout[];
  /** How many months ahead orders are looked at. */
  readonly longest: number;
}

const planOf = ({ ratePerHallMonth, preMonths, postMonths, shocks, power, alpha }: OutlookRequest): PlanInput => ({
  ...{ meanCount: ratePerHallMonth, prePeriods: preMonths, postPeriods: postMonths, shockSd: shocks.sd, shockCorrelation: shocks.correlation, power, alpha },
});

/** How sure these halls would be of the wanted fall, with another rate of complaints if one is given. */
export function powerOf(request: OutlookRequest, rate = request.ratePerHallMonth): number {
  const trained = trainedOf(request.halls, request.trainedShare);
  return powerAgainst({ ...planOf(request), meanCount: rate, fall: request.fall, treatedUnits: trained, comparisonUnits: request.halls - trained });
}

/** How many halls and months an answer needs, and which order of training allows it soonest. */
export function outlook(request: OutlookRequest, locale: Locale) {
  const { halls, fall, trainedShare } = request;
  const plan = planOf(request);
  const trainedHalls = trainedOf(halls, trainedShare);
  const arms = { treatedUnits: trainedHalls, comparisonUnits: halls - trainedHalls };
  const rollouts = rolloutsOf(request);
  const soonest = soonestOf(rollouts);
  const closed = {
    minimumDetectableFall: smallestDetectableFall({ ...plan, ...arms }),
    hallsNeeded: unitsNeeded({ ...plan, fall, treatedShare: trainedShare }),
    postMonthsNeeded: postPeriodsNeeded({ ...plan, ...arms, fall }),
  };
  return {
    trainedHalls,
    ...{ minimumDetectableFall: known(closed.minimumDetectableFall), hallsNeeded: closed.hallsNeeded, postMonthsNeeded: known(closed.postMonthsNeeded) },
    powerAtWantedFall: powerOf(request),
    hallsNeededFor: [...new Set([...usualFalls, fall])].sort().map((one) => ({ fall: one, halls: unitsNeeded({ ...plan, fall: one, treatedShare: trainedShare }) })),
    table: tableOf(plan, halls, trainedShare),
    rollouts,
    soonest: soonest ? { plan: soonest.plan, answerAfterMonths: soonest.answerAfterMonths! } : null,
    sentence: planSentence({ ...request, ...closed, soonest: soonest && { plan: soonest.plan, months: soonest.answerAfterMonths! } }, locale),
    notes: notesOf(request, rollouts, locale),
  };
}

export type Outlook = ReturnType<typeof outlook>;

function tableOf(plan: PlanInput, halls: number, share: number) {
  return [...new Set([...tableHalls, halls])].sort((a, b) => a - b).map((number) => ({
    halls: number,
    falls: tableMonths.map((postMonths) => ({
      postMonths,
      minimumDetectableFall: known(smallestDetectableFall({ ...plan, postPeriods: postMonths, treatedUnits: Math.max(1, number * share), comparisonUnits: Math.max(1, number * (1 - share)) })),
    })),
  }));
}

function rolloutsOf(request: OutlookRequest): RolloutAnswer[] {
  const { halls, ratePerHallMonth, shocks, preMonths, postMonths, decisionWindow, power, alpha, trainedShare } = request;
  const wanted = request.rollouts.length ? request.rollouts : usualRollouts(halls, trainedShare, decisionWindow);
  const input = { units: halls, meanCount: ratePerHallMonth, history: preMonths + decisionWindow, shockSd: shocks.sd, shockCorrelation: shocks.correlation, decisionWindow, prePeriods: preMonths, postPeriods: postMonths, power, alpha };
  return wanted.map((rollout) => answerOf(rollout, input, request.fall, request.longest));
}

export interface SaidNote {
  readonly code: PlanNote;
  readonly text: string;
}

export const planNote = (code: PlanNote, locale: Locale, values: PhraseValues = {}): SaidNote => ({ code, text: say(planNotes[code], locale, values) });

function notesOf({ halls, ratePerHallMonth, decisionWindow }: OutlookRequest, rollouts: readonly RolloutAnswer[], locale: Locale): SaidNote[] {
  const notes: SaidNote[] = [];
  if (ratePerHallMonth < rare) notes.push(planNote('rare-complaints', locale, { rate: Number(ratePerHallMonth.toPrecision(2)) }));
  const gap = decisionWindow + 1;
  for (const { plan, waves, untrained } of rollouts) {
    if (waves.some(({ month }, at) => at > 0 && month - waves[at - 1]!.month < gap)) notes.push(planNote('waves-too-close', locale, { plan, gap }));
    if (untrained < halls / 4) notes.push(planNote('few-untrained', locale, { plan }));
  }
  return [...notes, planNote('by-lot', locale)];
}
