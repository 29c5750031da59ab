import type { Palette } from '@skillhall/ui/chart';
import type { EChartsOption, LineSeriesOption } from 'echarts';
import { shaded, type Span } from './span.js';
import { valueAxis } from './time-axis.js';

export interface SpikePoint {
  readonly relative: number;
  readonly trained: number | null;
  readonly untrained: number | null;
}

export interface SpikeWords {
  readonly at: (relative: number) => string;
  readonly trained: string;
  readonly untrained: string;
}

/** The last point carries the name of its line: no legend to look up. */
function lineOf(points: readonly SpikePoint[], side: 'trained' | 'untrained', words: SpikeWords, above: boolean, palette: Palette): LineSeriesOption {
  const last = points.findLastIndex((point) => point[side] !== null);
  const colour = side === 'trained' ? palette.brand : palette.inkSoft;
  const label = { show: true, position: 'right' as const, offset: [4, above ? -8 : 8], color: colour, fontWeight: 'bold' as const, formatter: words[side] };
  return {
    type: 'line',
    name: side,
    silent: true,
    symbol: 'none',
    connectNulls: false,
    lineStyle: { color: colour, width: 2.5, type: side === 'trained' ? 'solid' : 'dashed' },
    data: points.map((point, index) => ({ value: [point.relative, point[side]] as [number, number], ...(index === last && { symbol: 'circle', symbolSize: 7, itemStyle: { color: colour }, label }) })),
  };
}

/** Both groups around training: the trained drawn through, the untrained with the same record dashed; the decision window shaded. */
export function spikeOption(points: readonly SpikePoint[], areas: readonly Span[], words: SpikeWords, palette: Palette): EChartsOption {
  const end = (side: 'trained' | 'untrained') => points.findLast((point) => point[side] !== null)?.[side] ?? 0;
  const trainedAbove = end('trained') >= end('untrained');
  return {
    grid: { left: 40, right: 92, top: 16, bottom: 32 },
    xAxis: {
      type: 'value',
      min: points[0]?.relative ?? 0,
      max: points.at(-1)?.relative ?? 1,
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      axisLabel: { color: palette.inkSoft, customValues: points.map(({ relative }) => relative), formatter: (at: number) => words.at(at), hideOverlap: true },
      splitLine: { show: false },
    },
    yAxis: valueAxis(palette),
    series: [
      {
        type: 'line',
        name: 'frame',
        silent: true,
        data: [],
        markArea: shaded(areas, palette),
      },
      lineOf(points, 'untrained', words, !trainedAbove, palette),
      lineOf(points, 'trained', words, trainedAbove, palette),
    ],
  } satisfies EChartsOption;
}
