import { ratioMarks } from './ratio-option.js';

/** A rate ratio with its interval; a part that is not finite is null. */
export interface Interval {
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** An axis of ratios, where halving and doubling are equally far. */
export interface RatioScale {
  /** From −1 (the smallest ratio shown) over 0 (unchanged) to 1; ratios beyond the ends stand at them. */
  readonly place: (ratio: number) => number;
  /** Ratios to be written beside the axis, none on another. */
  readonly marks: readonly number[];
}

/** Beyond the tenfold nothing is told apart. */
const most = Math.log(10);
const least = Math.log(1.25);
function apart(logs: readonly number[], gap: number): number[] {
  const kept: number[] = [];
  // Those nearer to "unchanged" stay.
  for (const log of [...logs].sort((a, b) => Math.abs(a) - Math.abs(b))) if (kept.every((other) => Math.abs(other - log) >= gap)) kept.push(log);
  return kept.sort((a, b) => a - b);
}

/** The axis that all of these fit on, as far below 1 as above it; marks nearer to each other than `between`, of half the axis, would be read as one. */
export function ratioScale(intervals: readonly Interval[], between = 0.2): RatioScale {
  const logs = intervals.flatMap(({ ratio, low, high }) => [ratio, low, high]).flatMap((value) => (value !== null && value > 0 ? [Math.abs(Math.log(value))] : []));
  const reach = Math.min(most, Math.max(least, ...logs) * 1.05);
  return {
    place: (ratio) => (ratio <= 0 ? -1 : Math.min(1, Math.max(-1, Math.log(ratio) / reach))),
    marks: apart(ratioMarks({ low: Math.exp(-reach), high: Math.exp(reach) }).map(Math.log), reach * between).map(Math.exp),
  };
}

/** Marks of an axis of amounts from 0: at most six, at round numbers. */
export function roundMarks(highest: number): readonly number[] {
  const rough = Math.max(highest, 1e-9) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= rough) ?? rough;
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, at) => at * step);
}
