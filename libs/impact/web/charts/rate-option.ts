import type { Palette } from '@skillhall/ui/chart';
import type { EChartsOption, LineSeriesOption } from 'echarts';
import { few, pooled, type MonthPoint } from './month-series.js';
import { timeFrame, tooltip, valueAxis } from './time-axis.js';

/** Between these a month's rate is normal variation. */
export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

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

/**
 * The complaint rate by month as a chart: zero at the bottom, the average of all months dashed, months with few
 * complaints hollow, the last month with its number, the limits of normal variation as a band when they are known.
 */
export function rateOption(months: readonly MonthPoint[], words: RateWords, palette: Palette, limits: readonly (Limits | null)[] = []): EChartsOption {
  const average = pooled(months).ratePer10k;
  const last = months.findLastIndex(({ ratePer10k }) => ratePer10k !== null);
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
      ...(limits.length > 0 ? band(limits, palette) : []),
      {
        type: 'line',
        name: 'rate',
        symbol: 'circle',
        symbolSize: 7,
        showAllSymbol: true,
        connectNulls: false,
        lineStyle: { color: palette.brand, width: 2 },
        data: months.map(({ ratePer10k, counterComplaints }, index) => ({
          value: ratePer10k,
          itemStyle: { color: counterComplaints < few ? palette.surface : palette.brand, borderColor: palette.brand, borderWidth: 1.5 },
          ...(index === last && ratePer10k !== null && { label: { show: true, position: 'right', formatter: words.rate(ratePer10k), color: palette.ink, fontWeight: 'bold' } }),
        })),
        ...(average !== null && {
          markLine: {
            silent: true,
            symbol: 'none',
            data: [{ yAxis: average }],
            lineStyle: { color: palette.inkSoft, type: 'dashed' },
            label: { position: 'insideStartTop', formatter: words.average(average), color: palette.inkSoft },
          },
        }),
      },
    ],
  } satisfies EChartsOption;
}
