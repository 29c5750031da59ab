import type { Palette } from '@skillhall/ui/chart';
import type { EChartsOption, LineSeriesOption, ScatterSeriesOption } from 'echarts';
import { ratioMarks } from './ratio-option.js';
import { shaded, type Span } from './span.js';

/** A ratio at a place of the axis; a part that is not finite is null and not drawn. */
export interface IntervalPoint {
  readonly at: number;
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly tone: 'brand' | 'warn' | 'inkSoft';
}

export interface IntervalWords {
  /** What a ratio means: 0.8 → 「少 20%」. */
  readonly change: (ratio: number) => string;
  readonly at: (at: number) => string;
}

const most = Math.log(10);
const half = 0.5;

/** What the axis has to reach, ratios as far below 1 as above it; beyond the tenfold nothing is told apart. */
export function reachOf(points: readonly IntervalPoint[]): number {
  const logs = points.flatMap(({ ratio, low, high }) => [ratio, low, high]).flatMap((value) => (value !== null && value > 0 ? [Math.abs(Math.log(value))] : []));
  return Math.min(most, Math.max(Math.log(1.25), ...logs) * 1.05);
}

const within = (ratio: number, reach: number): number => (ratio <= 0 ? -reach : Math.min(reach, Math.max(-reach, Math.log(ratio))));

function seriesOf(points: readonly IntervalPoint[], tone: IntervalPoint['tone'], reach: number, palette: Palette): (LineSeriesOption | ScatterSeriesOption)[] {
  const own = points.filter((point) => point.tone === tone);
  const bars = own.flatMap(({ at, low, high }) => (low === null && high === null ? [] : [[at, within(low ?? 0, reach)], [at, within(high ?? Infinity, reach)], [at, null]]));
  const shared = { silent: true, z: 3 } as const;
  return [
    { ...shared, type: 'line', name: `${tone} intervals`, symbol: 'none', connectNulls: false, data: bars as [number, number][], lineStyle: { color: palette[tone], width: 2 } },
    {
      ...shared,
      type: 'scatter',
      name: tone,
      symbolSize: 8,
      data: own.flatMap(({ at, ratio }) => (ratio === null ? [] : [[at, within(ratio, reach)]])),
      // Hollow: shown, and not averaged.
      itemStyle: tone === 'brand' ? { color: palette.brand } : { color: palette.surface, borderColor: palette[tone], borderWidth: 2 },
    },
  ];
}

const unchanged = (palette: Palette) => ({ silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: palette.ink, type: 'solid' as const, width: 1 } });

/** Of marks that would stand on each other the ones nearer to "unchanged" stay. */
function apart(marks: readonly number[], least: number): number[] {
  const kept: number[] = [];
  for (const mark of [...marks].sort((a, b) => Math.abs(a) - Math.abs(b))) if (kept.every((other) => Math.abs(other - mark) >= least)) kept.push(mark);
  return kept.sort((a, b) => a - b);
}

/** The axis of ratios, where halving and doubling are equally far. */
const ratioAxis = (reach: number, words: IntervalWords, palette: Palette) => {
  const marks = apart(ratioMarks({ low: Math.exp(-reach), high: Math.exp(reach) }).map(Math.log), reach * 0.2);
  return {
    type: 'value' as const,
    min: -reach,
    max: reach,
    axisLine: { show: false },
    axisTick: { show: false, customValues: marks },
    axisLabel: { customValues: marks, color: palette.inkSoft, formatter: (value: number) => words.change(Math.exp(value)), hideOverlap: true },
    splitLine: { show: false },
  };
};

const tones = ['brand', 'warn', 'inkSoft'] as const;

/** Ratios with their intervals along a line of whole numbers: months since training, lengths of a window. */
export function intervalOption(points: readonly IntervalPoint[], areas: readonly Span[], words: IntervalWords, palette: Palette): EChartsOption {
  const reach = reachOf(points);
  const places = points.map(({ at }) => at);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return {
    grid: { left: 64, right: 16, top: 16, bottom: 32 },
    xAxis: {
      type: 'value',
      min: first - half,
      max: last + half,
      interval: 1,
      axisLine: { onZero: false, lineStyle: { color: palette.line } },
      axisTick: { show: false },
      axisLabel: { color: palette.inkSoft, customValues: places, formatter: (at: number) => words.at(at), hideOverlap: true },
      splitLine: { show: false },
    },
    yAxis: ratioAxis(reach, words, palette),
    series: [
      { type: 'line', name: 'frame', silent: true, data: [], markArea: shaded(areas, palette), markLine: { ...unchanged(palette), data: [{ yAxis: 0 }] } },
      ...tones.flatMap((tone) => seriesOf(points, tone, reach, palette)),
    ],
  } satisfies EChartsOption;
}

export interface ForestRow extends Omit<IntervalPoint, 'at'> {
  readonly name: string;
}

/** Ratios with their intervals under each other, each with its name: waves, other ways of counting. */
export function forestOption(rows: readonly ForestRow[], words: IntervalWords, palette: Palette): EChartsOption {
  const points = rows.map((row, at) => ({ ...row, at }));
  const reach = reachOf(points);
  const turned = (series: LineSeriesOption | ScatterSeriesOption) => ({ ...series, data: (series.data as [number, number | null][]).map(([at, value]) => (value === null ? [null, at] : [value, at])) });
  return {
    grid: { left: 152, right: 20, top: 8, bottom: 32 },
    yAxis: {
      type: 'value',
      inverse: true,
      min: -half,
      max: rows.length - half,
      interval: 1,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: palette.ink, customValues: points.map(({ at }) => at), formatter: (at: number) => rows[at]?.name ?? '', width: 138, overflow: 'break', lineHeight: 16 },
      splitLine: { show: false },
    },
    xAxis: ratioAxis(reach, words, palette),
    series: [
      { type: 'line', name: 'frame', silent: true, data: [], markLine: { ...unchanged(palette), data: [{ xAxis: 0 }] } },
      ...tones.flatMap((tone) => seriesOf(points, tone, reach, palette)).map((series) => turned(series) as LineSeriesOption),
    ],
  } satisfies EChartsOption;
}
