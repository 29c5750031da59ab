import type { Palette } from '@skillhall/ui/chart';
import type { EChartsOption } from 'echarts';

export interface Point {
  readonly code: string;
  readonly facility: number;
  readonly discrimination: number;
  /** `few`: too few were asked to judge it. */
  readonly standing: 'weak' | 'fine' | 'few';
}

export interface ScatterWords {
  readonly facility: string;
  readonly discrimination: string;
  readonly weak: string;
  readonly fine: string;
  readonly few: string;
  readonly share: (value: number) => string;
}

/** Below this a question tells people apart very weakly. Moodle, Quiz report statistics, discrimination index. */
const weakLine = 20;

/** Facility × discrimination; the weak ones are named. */
export function scatterOption(points: readonly Point[], words: ScatterWords, palette: Palette): EChartsOption {
  const axis = { axisLine: { lineStyle: { color: palette.line } }, splitLine: { lineStyle: { color: palette.line } }, nameTextStyle: { color: palette.inkSoft } };
  const of = (standing: Point['standing']) => points.filter((point) => point.standing === standing).map(({ code, facility, discrimination }) => ({ name: code, value: [facility, discrimination] }));
  return {
    grid: { left: 56, right: 32, top: 32, bottom: 48 },
    tooltip: {
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.ink },
      formatter: (item: unknown) => {
        const { name, value } = item as { name: string; value: [number, number] };
        return `${name}<br>${words.facility} ${words.share(value[0])}<br>${words.discrimination} ${Math.round(value[1])}`;
      },
    },
    xAxis: { ...axis, type: 'value', min: 0, max: 1, name: words.facility, nameLocation: 'middle', nameGap: 30, axisLabel: { color: palette.inkSoft, formatter: (value: number) => words.share(value) } },
    yAxis: { ...axis, type: 'value', name: words.discrimination, axisLabel: { color: palette.inkSoft } },
    series: [
      {
        type: 'scatter',
        name: words.fine,
        symbolSize: 9,
        itemStyle: { color: palette.brand, opacity: 0.7 },
        data: of('fine'),
        markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: palette.warn, type: 'dashed' }, data: [{ yAxis: weakLine }] },
      },
      {
        type: 'scatter',
        name: words.few,
        symbolSize: 7,
        itemStyle: { color: 'transparent', borderColor: palette.inkSoft, borderWidth: 1 },
        data: of('few'),
      },
      {
        type: 'scatter',
        name: words.weak,
        symbol: 'diamond',
        symbolSize: 12,
        itemStyle: { color: palette.bad },
        label: { show: true, position: 'right', color: palette.ink, formatter: '{b}' },
        labelLayout: { hideOverlap: true },
        data: of('weak'),
      },
    ],
  };
}
