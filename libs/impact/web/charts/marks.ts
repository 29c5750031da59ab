import type { Palette } from '@skillhall/ui/chart';
import type { LineSeriesOption } from 'echarts';

/** Something that happened in a month and has to be known when a line is read. */
export interface Mark {
  readonly month: string;
  readonly text: string;
}

export interface NumberedMark extends Mark {
  readonly sign: string;
}

const circled = (at: number): string => (at < 20 ? String.fromCodePoint(0x2460 + at) : `(${at + 1})`);

/** One for each month with marks among the months shown. The picture has their numbers alone: words would cover each other. */
export function numberedMarks(months: readonly string[], marks: readonly Mark[]): NumberedMark[] {
  const shown = months.flatMap((month) => {
    const texts = marks.filter((mark) => mark.month === month).map(({ text }) => text);
    return texts.length ? [{ month, text: texts.join(' · ') }] : [];
  });
  return shown.map((mark, at) => ({ ...mark, sign: circled(at) }));
}

/** One upright line for each month with marks, its number at the top. */
export function markSeries(months: readonly string[], marks: readonly Mark[], palette: Palette): LineSeriesOption[] {
  const data = numberedMarks(months, marks).map(({ month, sign }) => ({ xAxis: month, name: sign }));
  if (data.length === 0) return [];
  const label = { formatter: '{b}', color: palette.inkSoft, fontSize: 14, position: 'end' as const };
  return [{ type: 'line', name: 'marks', data: [], silent: true, markLine: { silent: true, symbol: 'none', lineStyle: { color: palette.inkSoft, type: 'solid', width: 1 }, label, data } }];
}
