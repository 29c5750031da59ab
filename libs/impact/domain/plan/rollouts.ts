import { rolloutAnswerAfter, rolloutDetectableFall, type RolloutInput, rolloutPower } from '@skillhall/statistics';
import { known } from '../known.js';

/** Waves of an order of training; months counted from 1, the first month of training. */
export interface Rollout {
  readonly plan: string;
  readonly waves: readonly { readonly month: number; readonly halls: number }[];
}

export interface RolloutAnswer extends Rollout {
  readonly untrained: number;
  /** Months from the start of training until the wanted fall would be found; null = not within the months looked at. */
  readonly answerAfterMonths: number | null;
  readonly timeline: readonly { readonly months: number; readonly minimumDetectableFall: number | null; readonly power: number }[];
}

/** The order with its waves in time, named by them: `1:50,5:50`. */
export function rolloutOf(waves: Rollout['waves']): Rollout {
  const sorted = [...waves].sort((a, b) => a.month - b.month);
  return { plan: sorted.map(({ month, halls }) => `${month}:${halls}`).join(','), waves: sorted };
}

export type RolloutProblem = 'no-wave' | 'not-whole' | 'month-twice' | 'too-many-halls';

/** Why waves are no order of training for so many halls; undefined where they are. */
export function rolloutProblem(waves: Rollout['waves'], halls: number): RolloutProblem | undefined {
  if (!waves.length) return 'no-wave';
  if (waves.some((wave) => [wave.month, wave.halls].some((number) => !Number.isInteger(number) || number < 1) || wave.month > 120)) return 'not-whole';
  if (new Set(waves.map(({ month }) => month)).size < waves.length) return 'month-twice';
  return waves.reduce((sum, wave) => sum + wave.halls, 0) > halls ? 'too-many-halls' : undefined;
}

/** All at once, in two waves and in four, no wave in the decision window of the next. */
export function usualRollouts(halls: number, trainedShare: number, decisionWindow: number): Rollout[] {
  const trained = trainedOf(halls, trainedShare);
  return [1, 2, 4].filter((waves) => waves <= trained).map((waves) => {
    const shares = Array.from({ length: waves }, (_, at) => Math.floor((trained * (at + 1)) / waves) - Math.floor((trained * at) / waves));
    return rolloutOf(shares.map((number, at) => ({ month: 1 + at * (decisionWindow + 1), halls: number })));
  });
}

export const trainedOf = (halls: number, share: number): number => Math.min(halls - 1, Math.max(1, Math.round(halls * share)));

const looks = [6, 12, 18, 24, 36, 48, 60, 90, 120];

/** When an order of training allows an answer, and what could be found until then. */
export function answerOf({ plan, waves }: Rollout, input: Omit<RolloutInput, 'waves'>, fall: number, longest: number): RolloutAnswer {
  const rollout = { ...input, waves: waves.map(({ month, halls }) => ({ at: month - 1, units: halls })) };
  const months = [...looks.filter((look) => look < longest), longest];
  return {
    plan,
    waves,
    untrained: input.units - waves.reduce((sum, wave) => sum + wave.halls, 0),
    answerAfterMonths: known(rolloutAnswerAfter(rollout, fall, longest)),
    timeline: months.map((at) => ({ months: at, minimumDetectableFall: known(rolloutDetectableFall(rollout, at)), power: rolloutPower(rollout, at, fall) })),
  };
}

/** The earliest answer; of several the one that finds the smallest fall in the end. */
export function soonestOf(answers: readonly RolloutAnswer[]): RolloutAnswer | undefined {
  const last = ({ timeline }: RolloutAnswer): number => timeline.at(-1)?.minimumDetectableFall ?? 1;
  return answers.filter(({ answerAfterMonths }) => answerAfterMonths !== null).sort((a, b) => a.answerAfterMonths! - b.answerAfterMonths! || last(a) - last(b))[0];
}
