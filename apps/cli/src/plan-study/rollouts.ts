import { rolloutAnswerAfter, rolloutDetectableFall, type RolloutInput, rolloutPower } from '@skillhall/statistics';
import { CommandFailure } from '../failure.js';

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

const spelled = (waves: Rollout['waves']): Rollout => ({ plan: waves.map(({ month, halls }) => `${month}:${halls}`).join(','), waves });

/** Reads `1:100,5:100`. */
export function parseRollout(text: string, halls: number): Rollout {
  const waves = text.split(',').map((part) => {
    const [, month, number] = /^\s*(\d{1,3}):(\d{1,7})\s*$/.exec(part) ?? [];
    if (month === undefined || Number(month) < 1 || Number(number) < 1) throw wrongRollout(text, `"${part}" is not MONTH:HALLS, with months counted from 1`);
    return { month: Number(month), halls: Number(number) };
  });
  const months = waves.map(({ month }) => month);
  if (new Set(months).size < months.length) throw wrongRollout(text, 'a month is named twice');
  const trained = waves.reduce((sum, wave) => sum + wave.halls, 0);
  if (trained > halls) throw wrongRollout(text, `${trained} halls are trained, but there are ${halls}`);
  return spelled(waves.sort((a, b) => a.month - b.month));
}

const wrongRollout = (plan: string, why: string): CommandFailure => new CommandFailure(`--rollout ${plan}: ${why}.`, 2, false, { code: 'bad-rollout', rollout: plan });

/** All at once, in two waves and in four, no wave in the decision window of the next. */
export function usualRollouts(halls: number, trainedShare: number, decisionWindow: number): Rollout[] {
  const trained = Math.min(halls - 1, Math.max(1, Math.round(halls * trainedShare)));
  const plans = [1, 2, 4].filter((waves) => waves <= trained).map((waves) => {
    const shares = Array.from({ length: waves }, (_, at) => Math.floor((trained * (at + 1)) / waves) - Math.floor((trained * at) / waves));
    return spelled(shares.map((number, at) => ({ month: 1 + at * (decisionWindow + 1), halls: number })));
  });
  return plans;
}

const looks = [6, 12, 18, 24, 36, 48, 60, 90, 120];
const known = (value: number): number | null => (Number.isFinite(value) ? value : null);

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
