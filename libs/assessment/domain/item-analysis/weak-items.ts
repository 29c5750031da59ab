import type { OptionStatistics } from './option-statistics.js';

/** Where an item is called weak. */
export const weakItemLimits = {
  /** Fewer attempts place an item's difficulty worse than within one logit. Linacre 1994, Rasch Measurement Transactions 7(4), 328. */
  fewestAttempts: 30,
  /** Facility; "extremely easy" from here on. Moodle, Quiz report statistics, table of the facility index. */
  tooEasy: 0.95,
  /** Facility; "difficult" or more up to here, in the same table; or what guessing brings, if that is more. */
  tooHard: 0.2,
  /** Discrimination index in percent; "very weak" below, and below 0 "probably invalid". Moodle, the same page. */
  lowDiscrimination: 20,
  /** Share of the attempts below which a distractor does no work. Haladyna & Downing 1993, Educ. Psychol. Meas. 53, 999–1010. */
  deadDistractor: 0.05,
} as const;

export const weakReasons = ['too-few-attempts', 'too-easy', 'too-hard', 'negative-discrimination', 'low-discrimination', 'adverse-weight', 'key-suspect', 'dead-distractor'] as const;
export type WeakReason = (typeof weakReasons)[number];

/** Why an item deserves a look: what was found, and the limit that it passed. */
export interface WeakItemFlag {
  readonly reason: WeakReason;
  readonly value: number;
  readonly limit: number;
  /** The distractor that is meant. */
  readonly option?: string;
}

export interface JudgedItem {
  readonly attempts: number;
  readonly facility: number | null;
  readonly randomGuessScore: number | null;
  readonly discriminationIndex: number | null;
  /** Covariance of the item with the total, marks². */
  readonly withTotal: number | null;
  readonly options: readonly OptionStatistics[] | null;
}

/** Rounding must not decide whether a figure on its limit is flagged. */
const below = (value: number, limit: number): boolean => value < limit - 1e-9;

/** Flags draw attention; with `too-few-attempts` among them, the others are to be read as hints. None without attempts. */
export function weakItemFlags(item: JudgedItem): WeakItemFlag[] {
  if (!item.attempts) return [];
  const { fewestAttempts } = weakItemLimits;
  const few: WeakItemFlag[] = item.attempts < fewestAttempts ? [{ reason: 'too-few-attempts', value: item.attempts, limit: fewestAttempts }] : [];
  return [...few, ...difficultyFlags(item), ...discriminationFlags(item), ...optionFlags(item)];
}

function difficultyFlags({ facility, randomGuessScore }: JudgedItem): WeakItemFlag[] {
  if (facility === null) return [];
  const hard = Math.max(weakItemLimits.tooHard, randomGuessScore ?? 0);
  if (!below(facility, weakItemLimits.tooEasy)) return [{ reason: 'too-easy', value: facility, limit: weakItemLimits.tooEasy }];
  return !below(hard, facility) ? [{ reason: 'too-hard', value: facility, limit: hard }] : [];
}

function discriminationFlags({ discriminationIndex: index, withTotal }: JudgedItem): WeakItemFlag[] {
  const flags: WeakItemFlag[] = [];
  if (index !== null && index < 0) flags.push({ reason: 'negative-discrimination', value: index, limit: 0 });
  else if (index !== null && below(index, weakItemLimits.lowDiscrimination)) flags.push({ reason: 'low-discrimination', value: index, limit: weakItemLimits.lowDiscrimination });
  if (withTotal !== null && withTotal < 0) flags.push({ reason: 'adverse-weight', value: withTotal, limit: 0 });
  return flags;
}

/** A key that the best choose less than a distractor is probably the wrong one. Livingston 2006, in Handbook of Test Development, ch. 19. */
function optionFlags({ facility, options }: JudgedItem): WeakItemFlag[] {
  const keys = options?.filter(({ key }) => key) ?? [];
  if (!options || !keys.length) return [];
  const weakestKey = keys.reduce((least, { upperShare }) => Math.min(least, upperShare ?? Infinity), Infinity);
  // Where nearly everybody is right there are too few wrong answers to judge distractors by.
  const judged = facility !== null && below(facility, weakItemLimits.tooEasy);
  return options.flatMap(({ key, option, share, upperShare }): WeakItemFlag[] => {
    if (key) return [];
    if (upperShare !== null && below(weakestKey, upperShare)) return [{ reason: 'key-suspect', value: upperShare, limit: weakestKey, option }];
    return judged && below(share, weakItemLimits.deadDistractor) ? [{ reason: 'dead-distractor', value: share, limit: weakItemLimits.deadDistractor, option }] : [];
  });
}
