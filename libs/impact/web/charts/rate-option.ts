import type { Palette } from '@skillhall/ui/chart';
import type { EChartsOption, LineSeriesOption } from 'echarts';
import type { Limits } from './limits.js';
import { type Mark, markSeries } from './marks.js';
import { few, pooled, type MonthPoint } from './month-series.js';
import { timeFrame, tooltip, valueAxis } from './time-axis.js';

export interface RateWords {
  readonly label: (month: string, index: number) => string;
  readonly rate: (rate: number) => string;
  readonly average: (rate: number) => string;
  readonly point: (month: MonthPoint) => string;
}

function band(limits: readonly (Limits | null)[], palette: Palette): LineSeriesOption[] {
  const line = { type: 'line' as const, stack: 'limits', stackStrategy: 'all' as const, symbol: 'none', silent: true, lineStyle: { opacity: 0 } };
  return [
    { ...line, name: 'lower', data: limits.map((limit) => limit?.lower ?? null) },
    { ...line, name: 'band', data: limits.map((limit) => (limit ? limit.upper - limit.lower : null)), areaStyle: { color: palette.brandSoft, opacity: 0.9 } },
  ];
}

/** Outside normal variation upwards is bad, downwards good; everything else has the colour of the line. */
function pointColour(rate: number | null, limit: Limits | null | undefined, palette: Palette): string {
  if (rate === null || !limit) return palette.brand;
  return rate > limit.upper ? palette.bad : rate < limit.lower ? palette.good : palette.brand;
}

function point({ ratePer10k: rate, counterComplaints }: MonthPoint, limit: Limits | null | undefined, palette: Palette) {
  const colour = pointColour(rate, limit, palette);
  return {
    value: rate,
    symbolSize: colour === palette.brand ? 7 : 11,
    itemStyle: { color: counterComplaints < few ? palette.surface : colour, borderColor: colour, borderWidth: 1.5 },
  };
}

/**
 * The complaint rate by month as a chart: zero at the bottom, the average of all months dashed, months with few
 * complaints hollow, the last month with its number, the limits of normal variation as a band when they are known.
 */
export function rateOption(months: readonly MonthPoint[], words: RateWords, palette: Palette, limits: readonly (Limits | null)[] = [], marks: readonly Mark[] = []): EChartsOption {
  const average = pooled(months).ratePer10k;
  const last = months.findLastIndex(({ ratePer10k }) => ratePer10k !== null);
  const highest = Math.max(...months.map(({ ratePer10k }) => ratePer10k ?? 0));
  // The average is written at the right edge; a last number as high makes room, away from the line of the average.
  const above = (months[last]?.ratePer10k ?? 0) - (average ?? 0);
  const place = Math.abs(above) > highest * 0.12 ? ('right' as const) : above < 0 ? ('bottom' as const) : ('top' as const);
  return {
    ...timeFrame(months.map(({ month }) => month), words.label, palette),
    yAxis: valueAxis(palette),
    tooltip: {
      ...tooltip(palette),
      formatter: (items: unknown) => {
        const index = (items as readonly { readonly dataIndex: number }[])[0]?.dataIndex;
        const month = index === undefined ? undefined : months[index];
        return month ? words.point(month) : '';
      },
    },
    series: [
      ...(limits.some((limit) => limit !== null) ? band(limits, palette) : []),
      ...markSeries(months.map(({ month }) => month), marks, palette),
      {
        type: 'line',
        name: 'rate',
        symbol: 'circle',
        showAllSymbol: true,
        connectNulls: false,
        lineStyle: { color: palette.brand, width: 2 },
        data: months.map((month, index) => ({
          ...point(month, limits[index], palette),
          ...(index === last && month.ratePer10k !== null && { label: { show: true, position: place, formatter: words.rate(month.ratePer10k), color: palette.ink, fontWeight: 'bold' as const, fontSize: 14 } }),
        })),
        ...(average !== null && {
          markLine: {
            silent: true,
            symbol: 'none',
            data: [{ yAxis: average }],
            lineStyle: { color: palette.inkSoft, type: 'dashed' },
            label: { position: 'end', formatter: words.average(average), color: palette.inkSoft },
          },
        }),
      },
    ],
  } satisfies EChartsOption;
}
