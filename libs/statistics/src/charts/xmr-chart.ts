import { StatisticsError } from '../errors.js';

/** The four rules, in words: beyond a limit; 7 on one side; 7 rising or falling; 2 of 3 close to a limit. */
export type XmrRule = 'outside' | 'shift' | 'trend' | 'near-limit';

export interface XmrPoint {
  readonly value: number;
  /** Rules that this point is part of. */
  readonly rules: readonly XmrRule[];
}

export interface XmrChart {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  readonly points: readonly XmrPoint[];
  /** Fewer than 12 points: limits are too uncertain to act on. */
  readonly tooShort: boolean;
}

const RUN = 7;
const ENOUGH_POINTS = 12;
/** 3 / 1.128: three standard deviations from the mean moving range. */
const LIMIT_FACTOR = 1.5 * Math.sqrt(Math.PI);

/**
 * XmR chart of single values: centre = mean, limits ± 2.66 × mean moving range,
 * with four rules. "Close" is the outer third between centre and limit. Charts
 * draw attention; they are no proof of an effect.
 * @throws StatisticsError `empty-input` for fewer than two values, `not-finite`.
 */
export function xmrChart(values: Float64Array): XmrChart {
  if (values.length < 2) {
    throw new StatisticsError('empty-input', 'an XmR chart needs at least two values');
  }
  if (!values.every(Number.isFinite)) {
    throw new StatisticsError('not-finite', 'a value is not finite');
  }
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  let moving = 0;
  for (let i = 1; i < values.length; i++) {
    moving += Math.abs(values[i]! - values[i - 1]!);
  }
  const half = (LIMIT_FACTOR * moving) / (values.length - 1);
  const rules = Array.from(values, () => new Set<XmrRule>());
  markOutside(values, centre, half, rules);
  markShifts(values, centre, rules);
  markTrends(values, rules);
  markNearLimit(values, centre, half, rules);
  return {
    centre,
    lower: centre - half,
    upper: centre + half,
    points: Array.from(values, (value, i) => ({ value, rules: [...rules[i]!] })),
    tooShort: values.length < ENOUGH_POINTS,
  };
}

type Marks = readonly Set<XmrRule>[];

function mark(rules: Marks, rule: XmrRule, from: number, to: number): void {
  for (let i = from; i <= to; i++) {
    rules[i]!.add(rule);
  }
}

function markOutside(values: Float64Array, centre: number, half: number, rules: Marks): void {
  values.forEach((value, i) => {
    if (Math.abs(value - centre) > half) {
      mark(rules, 'outside', i, i);
    }
  });
}

/** Seven or more in a row on one side of the centre; a point on the centre ends the run. */
function markShifts(values: Float64Array, centre: number, rules: Marks): void {
  markRuns(values.map((value) => Math.sign(value - centre)), RUN, (from, to) => mark(rules, 'shift', from, to));
}

/** Seven or more points in a row each higher (or each lower) than the one before. */
function markTrends(values: Float64Array, rules: Marks): void {
  const steps = values.slice(1).map((value, i) => Math.sign(value - values[i]!));
  markRuns(steps, RUN - 1, (from, to) => mark(rules, 'trend', from, to + 1));
}

function markRuns(signs: Float64Array, length: number, found: (from: number, to: number) => void): void {
  let from = 0;
  for (let i = 1; i <= signs.length; i++) {
    if (i === signs.length || signs[i] !== signs[from]) {
      if (signs[from] !== 0 && i - from >= length) {
        found(from, i - 1);
      }
      from = i;
    }
  }
}

function markNearLimit(values: Float64Array, centre: number, half: number, rules: Marks): void {
  const close = values.map((value) => (Math.abs(value - centre) > (2 / 3) * half ? Math.sign(value - centre) : 0));
  for (let i = 0; i + 2 < values.length; i++) {
    for (const side of [-1, 1]) {
      const hits = [i, i + 1, i + 2].filter((at) => close[at] === side);
      if (hits.length >= 2) {
        hits.forEach((at) => mark(rules, 'near-limit', at, at));
      }
    }
  }
}
