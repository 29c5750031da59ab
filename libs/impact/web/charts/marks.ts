import type { Palette } from '@skillhall/ui/chart';
import type { LineSeriesOption } from 'echarts';

/** Something that happened in a month and has to be known when a line is read. */
export interface Mark {
  readonly month: string;
  readonly text: string;
}

const widest = 140;

/** One upright line for each month with marks among the months shown, its words at the top. */
export function markSeries(months: readonly string[], marks: readonly Mark[], palette: Palette): LineSeriesOption[] {
  const data = months.flatMap((month) => {
    const texts = marks.filter((mark) => mark.month === month).map(({ text }) => text);
    return texts.length ? [{ xAxis: month, name: texts.join(' · ') }] : [];
  });
  if (data.length === 0) return [];
  const label = { formatter: '{b}', color: palette.inkSoft, position: 'end' as const, width: widest, overflow: 'truncate' as const };
  return [{ type: 'line', name: 'marks', data: [], silent: true, markLine: { silent: true, symbol: 'none', lineStyle: { color: palette.inkSoft, type: 'solid', width: 1 }, label, data } }];
}
