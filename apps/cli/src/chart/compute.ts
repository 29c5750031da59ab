import type { ChartRule } from '@skillhall/impact/domain';
import { cusumThreshold, laneyChart, poissonCusum, rateChart, type RateChart, xmrChart } from '@skillhall/statistics';
import type { ChartOptions } from './chart.js';
import type { Series } from './series.js';

export interface ChartPoint {
  readonly time: string;
  readonly value: number;
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly rules: readonly ChartRule[];
}

/** Points in a row that meet the same rule on the same side of the centre. */
export interface Signal {
  readonly rule: ChartRule;
  readonly from: string;
  readonly to: string;
  readonly points: number;
}

export interface Chart {
  readonly unit: string | null;
  readonly points: readonly ChartPoint[];
  readonly signals: readonly Signal[];
  /** Fewer than 12 points: limits are too uncertain to act on. */
  readonly tooShort: boolean;
  /** Spread between neighbours relative to pure chance (all but xmr). */
  readonly sigmaZ: number | null;
  /** Alarm above this (cusum). */
  readonly threshold: number | null;
  /** Rate that is expected without change (cusum). */
  readonly expectedRate: number | null;
}

const enoughPoints = 12;
type Options = Pick<ChartOptions, 'kind' | 'per' | 'ratio' | 'baseline' | 'runLength' | 'threshold' | 'value'>;
type Bare = Omit<Chart, 'unit' | 'signals' | 'tooShort'>;

export function computeChart(series: Series, options: Options): Chart {
  const chart = { u: rates, laney: rates, xmr: singles, cusum: sums }[options.kind](series, options);
  return { unit: series.unit, ...chart, signals: signalsOf(chart.points), tooShort: series.times.length < enoughPoints };
}

function rates({ count, exposure, times }: Series, { kind, per }: Options): Bare {
  const chart: RateChart = kind === 'u' ? rateChart(count, exposure) : laneyChart(count, exposure);
  const points = chart.points.map(({ value, centre, lower, upper, outside }, at) => ({ time: times[at]!, value: value * per, centre: centre * per, lower: lower * per, upper: upper * per, rules: outside ? ['outside' as const] : [] }));
  return { points, sigmaZ: spreadOf(count, exposure), threshold: null, expectedRate: null };
}

const spreadOf = (count: Float64Array, exposure: Float64Array): number | null => (count.length > 1 ? laneyChart(count, exposure).sigmaZ : null);

function singles({ count, exposure, times }: Series, { per, value }: Options): Bare {
  const chart = xmrChart(count.map((y, at) => (value ? y : (y / exposure[at]!) * per)));
  // Complaints and rates cannot fall below 0, other values can.
  const lower = value ? chart.lower : Math.max(0, chart.lower);
  const points = chart.points.map((point, at) => ({ time: times[at]!, value: point.value, centre: chart.centre, lower, upper: chart.upper, rules: point.rules }));
  return { points, sigmaZ: null, threshold: null, expectedRate: null };
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

function sums({ count, exposure, times }: Series, { ratio, baseline = times.length, runLength, threshold: given, per }: Options): Bare {
  const rate = total(count.slice(0, baseline)) / total(exposure.slice(0, baseline));
  const expected = exposure.map((n) => n * rate);
  const threshold = given ?? (rate > 0 ? cusumThreshold(total(expected) / expected.length, ratio, runLength) : 0);
  const { statistic, alarms } = poissonCusum({ count, expected, ratio, threshold });
  const points = times.map((time, at) => ({ time, value: statistic[at]!, centre: null, lower: null, upper: threshold, rules: alarms.includes(at) ? ['alarm' as const] : [] }));
  return { points, sigmaZ: spreadOf(count, exposure), threshold, expectedRate: rate * per };
}

const side = ({ value, centre }: ChartPoint): number => Math.sign(value - (centre ?? 0));

/** Whether a point carries on the signal of the one before. An alarm starts the sum anew, and a trend crosses the centre. */
function carriesOn(rule: ChartRule, before: ChartPoint | undefined, point: ChartPoint): boolean {
  if (rule === 'alarm' || !before?.rules.includes(rule)) return false;
  return rule === 'trend' || side(before) === side(point);
}

function signalsOf(points: readonly ChartPoint[]): Signal[] {
  const signals: Signal[] = [];
  for (const rule of ['outside', 'shift', 'trend', 'near-limit', 'alarm'] as const)
    points.forEach((point, at) => {
      if (!point.rules.includes(rule)) return;
      const last = signals.at(-1);
      if (last?.rule === rule && carriesOn(rule, points[at - 1], point)) signals.splice(-1, 1, { ...last, to: point.time, points: last.points + 1 });
      else signals.push({ rule, from: point.time, to: point.time, points: 1 });
    });
  return signals;
}
