import type { Palette } from '@skillhall/ui/chart';
import type { EChartsOption } from 'echarts';
import { type Mark, markSeries } from './marks.js';
import type { MonthPoint } from './month-series.js';
import { timeFrame, tooltip, valueAxis } from './time-axis.js';

export interface CoverageWords {
  readonly label: (month: string, index: number) => string;
  readonly share: (share: number) => string;
  readonly point: (month: MonthPoint) => string;
}

/** The share of counter staff who finished, by month, from none to all; its own chart, never a second axis of another. */
export function coverageOption(months: readonly MonthPoint[], words: CoverageWords, palette: Palette, marks: readonly Mark[] = []): EChartsOption {
  const last = months.findLastIndex(({ coverage }) => coverage !== null);
  return {
    ...timeFrame(months.map(({ month }) => month), words.label, palette),
    yAxis: { ...valueAxis(palette), max: 1, interval: 0.5, axisLabel: { color: palette.inkSoft, formatter: (share: number) => words.share(share) } },
    tooltip: {
      ...tooltip(palette),
      formatter: (items: unknown) => {
        const index = (items as readonly { readonly dataIndex: number }[])[0]?.dataIndex;
        const month = index === undefined ? undefined : months[index];
        return month ? words.point(month) : '';
      },
    },
    series: [
      ...markSeries(months.map(({ month }) => month), marks, palette),
      {
        type: 'line',
        name: 'coverage',
        symbol: 'none',
        lineStyle: { color: palette.brand, width: 2 },
        areaStyle: { color: palette.brandSoft },
        data: months.map(({ coverage }, index) => ({
          value: coverage,
          ...(index === last && coverage !== null && { symbol: 'circle', symbolSize: 7, itemStyle: { color: palette.brand }, label: { show: true, position: 'right' as const, formatter: words.share(coverage), color: palette.ink, fontWeight: 'bold' as const, fontSize: 14 } }),
        })),
      },
    ],
  } satisfies EChartsOption;
}
