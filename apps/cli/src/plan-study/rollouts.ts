import { type Rollout, rolloutOf, rolloutProblem, type RolloutProblem } from '@skillhall/impact/domain';
import { CommandFailure } from '../failure.js';

const wrongRollout = (plan: string, why: string): CommandFailure => new CommandFailure(`--rollout ${plan}: ${why}.`, 2, false, { code: 'bad-rollout', rollout: plan });

/** Reads `1:100,5:100`. */
export function parseRollout(text: string, halls: number): Rollout {
  const waves = text.split(',').map((part) => {
    const [, month, number] = /^\s*(\d{1,3}):(\d{1,7})\s*$/.exec(part) ?? [];
    if (month === undefined) throw wrongRollout(text, `"${part}" is not MONTH:HALLS, with months counted from 1`);
    return { month: Number(month), halls: Number(number) };
  });
  const problem = rolloutProblem(waves, halls);
  const why: Record<RolloutProblem, string> = {
    'no-wave': 'there is no wave',
    'not-whole': 'months are counted from 1 to 120, and a wave has a hall at least',
    'month-twice': 'a month is named twice',
    'too-many-halls': `${waves.reduce((sum, wave) => sum + wave.halls, 0)} halls are trained, but there are ${halls}`,
  };
  if (problem) throw wrongRollout(text, why[problem]);
  return rolloutOf(waves);
}
