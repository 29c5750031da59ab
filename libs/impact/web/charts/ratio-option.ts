import type { Palette } from '@skillhall/ui/chart';
import type { EChartsOption } from 'echarts';

export interface Ratio {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

export interface RatioWords {
  /** What a ratio means: 0.8 → 「少 20%」, 1 → 「不变」. */
  readonly change: (ratio: number) => string;
  readonly less: string;
  readonly rise: string;
}

const marks = [0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 5, 10];

/** Marks of the axis: 1 in the middle, as far to both sides as the interval needs, at most seven of them. */
export function ratioMarks({ low, high }: Pick<Ratio, 'low' | 'high'>): readonly number[] {
  const reach = Math.min(10, Math.max(1.25, high, 1 / Math.max(low, 0.01)) * 1.05);
  const inside = marks.filter((mark) => mark <= reach && mark >= 1 / reach);
  if (inside.length <= 7) return inside;
  return inside.filter((mark) => mark === 1 || [0.1, 0.2, 0.5, 0.7, 1.5, 2, 5, 10].includes(mark));
}

/** Green only for a whole interval below 1, red only for one above; across 1 nothing is shown to have changed. */
export const toneOf = ({ low, high }: Pick<Ratio, 'low' | 'high'>): 'good' | 'bad' | 'inkSoft' => (high < 1 ? 'good' : low > 1 ? 'bad' : 'inkSoft');

/** A ratio as a point with its interval as a bar against "unchanged", on an axis where halving and doubling are equally far. */
export function ratioOption(estimate: Ratio, words: RatioWords, palette: Palette): EChartsOption {
  const shown = ratioMarks(estimate);
  const reach = Math.max(Math.log(shown.at(-1) ?? 1), -Math.log(shown[0] ?? 1), 0.25) * 1.12;
  const within = (ratio: number) => Math.min(reach, Math.max(-reach, Math.log(ratio)));
  const colour = palette[toneOf(estimate)];
  return {
    grid: { left: 24, right: 24, top: 36, bottom: 36 },
    xAxis: {
      type: 'value',
      min: -reach,
      max: reach,
      axisLine: { show: true, onZero: false, lineStyle: { color: palette.line } },
      axisTick: { show: true, customValues: shown.map(Math.log), lineStyle: { color: palette.line } },
      axisLabel: { customValues: shown.map(Math.log), formatter: (value: number) => words.change(Math.exp(value)), color: palette.inkSoft, hideOverlap: true },
      splitLine: { show: false },
    },
    yAxis: { type: 'value', min: -1, max: 1, show: false },
    series: [
      {
        type: 'line',
        name: 'interval',
        silent: true,
        symbol: 'none',
        data: [
          [within(estimate.low), 0],
          [within(estimate.high), 0],
        ],
        lineStyle: { color: colour, width: 14, opacity: 0.35, cap: 'butt' },
        markLine: {
          silent: true,
          symbol: 'none',
          data: [{ xAxis: 0 }],
          lineStyle: { color: palette.ink, type: 'solid', width: 1 },
          label: { position: 'end', formatter: `← ${words.less}   |   ${words.rise} →`, color: palette.inkSoft },
        },
      },
      { type: 'scatter', name: 'estimate', silent: true, symbolSize: 16, data: [[within(estimate.ratio), 0]], itemStyle: { color: colour } },
    ],
  } satisfies EChartsOption;
}
