import type { Palette } from '@skillhall/ui/chart';
import { coverageOption } from './coverage-option.js';
import { numberedMarks } from './marks.js';
import type { MonthPoint } from './month-series.js';
import { rateOption } from './rate-option.js';
import { ratioMarks, ratioOption, toneOf } from './ratio-option.js';
import { axisLabel } from './time-axis.js';

const palette: Palette = { ink: 'ink', inkSoft: 'inkSoft', line: 'line', surface: 'surface', brand: 'brand', brandSoft: 'brandSoft', warn: 'warn', bad: 'bad', good: 'good' };
const months: MonthPoint[] = [
  { month: '2026-01', transactions: 40_000, complaints: 9, counterComplaints: 8, ratePer10k: 2, coverage: 0 },
  { month: '2026-02', transactions: 40_000, complaints: 3, counterComplaints: 2, ratePer10k: 0.5, coverage: 0.25 },
  { month: '2026-03', transactions: null, complaints: 1, counterComplaints: 1, ratePer10k: null, coverage: null },
];
const words = { label: (month: string) => month, rate: String, average: String, point: ({ month }: MonthPoint) => month, share: String };

interface Drawn {
  readonly name?: string;
  readonly data: readonly { readonly value: number | null; readonly itemStyle?: { readonly color: string; readonly borderColor: string }; readonly label?: object }[];
}
const seriesOf = (option: object, name: string): Drawn => (option as { series: readonly Drawn[] }).series.find((one) => one.name === name)!;

describe('the chart of the complaint rate', () => {
  it('starts at zero and has one value axis only', () => {
    expect(rateOption(months, words, palette).yAxis).toMatchObject({ min: 0 });
    expect(Array.isArray(rateOption(months, words, palette).yAxis)).toBe(false);
  });

  it('draws a month with few complaints hollow and leaves a gap where there is no rate', () => {
    const { data } = seriesOf(rateOption(months, words, palette), 'rate');
    expect(data.map(({ itemStyle }) => itemStyle?.color)).toEqual(['brand', 'surface', 'surface']);
    expect(data[2]?.value).toBeNull();
  });

  it('writes the number of the last month that has a rate', () => {
    const { data } = seriesOf(rateOption(months, words, palette), 'rate');
    expect(data.map(({ label }) => label !== undefined)).toEqual([false, true, false]);
  });

  it('marks the months in which something happened with a number that the words beside it have too, those outside left out', () => {
    const marks = [{ month: '2026-03', text: '培训' }, { month: '2026-02', text: '新版分类' }, { month: '2026-02', text: '培训' }, { month: '2020-01', text: '早先' }];
    const { markLine } = seriesOf(rateOption(months, words, palette, [], marks), 'marks') as unknown as { markLine: { data: object[] } };
    expect(markLine.data).toEqual([{ xAxis: '2026-02', name: '①' }, { xAxis: '2026-03', name: '②' }]);
    expect(numberedMarks(months.map(({ month }) => month), marks)).toEqual([{ month: '2026-02', text: '新版分类 · 培训', sign: '①' }, { month: '2026-03', text: '培训', sign: '②' }]);
    expect(seriesOf(rateOption(months, words, palette), 'marks')).toBeUndefined();
    expect(seriesOf(coverageOption(months, words, palette, marks), 'marks')).toBeDefined();
  });

  it('keeps the number of the last month clear of the average, which is written at the same edge', () => {
    const ending = (rate: number) => seriesOf(rateOption([months[0]!, { ...months[1]!, ratePer10k: rate }], words, palette), 'rate').data[1]?.label;
    expect(ending(0.2)).toMatchObject({ position: 'right' });
    expect(ending(1.9)).toMatchObject({ position: 'bottom' });
    expect(ending(2.2)).toMatchObject({ position: 'top' });
  });

  it('colours only what lies outside normal variation, and shows no band where none is known', () => {
    const limits = [{ lower: 0.5, upper: 1.5 }, { lower: 0.2, upper: 1.5 }, null];
    const option = rateOption(months, words, palette, limits);
    expect(seriesOf(option, 'rate').data.map(({ itemStyle }) => itemStyle?.borderColor)).toEqual(['bad', 'brand', 'brand']);
    expect(seriesOf(option, 'band').data).toEqual([1, 1.3, null]);
    expect(seriesOf(rateOption(months, words, palette, [null, null, null]), 'band')).toBeUndefined();
  });
});

describe('the chart of coverage', () => {
  it('goes from none to all', () => {
    expect(coverageOption(months, words, palette).yAxis).toMatchObject({ min: 0, max: 1 });
  });

  it('stands month by month under the rate', () => {
    expect(coverageOption(months, words, palette).grid).toEqual(rateOption(months, words, palette).grid);
  });
});

describe('the picture of a ratio', () => {
  it('calls a change only what excludes "unchanged"', () => {
    expect(toneOf({ low: 0.7, high: 0.95 })).toBe('good');
    expect(toneOf({ low: 0.7, high: 1.02 })).toBe('inkSoft');
    expect(toneOf({ low: 1.1, high: 1.4 })).toBe('bad');
  });

  it('always marks "unchanged" and never too much', () => {
    for (const [low, high] of [[0.97, 1.03], [0.5, 0.9], [0.02, 30]] as const) {
      const marks = ratioMarks({ low, high });
      expect(marks).toContain(1);
      expect(marks.length).toBeLessThanOrEqual(9);
    }
  });

  it('keeps an interval without end inside the picture', () => {
    const { xAxis } = ratioOption({ ratio: 1, low: 0.001, high: 1000 }, { change: String, less: '', rise: '' }, palette) as { xAxis: { min: number; max: number } };
    const interval = seriesOf(ratioOption({ ratio: 1, low: 0.001, high: 1000 }, { change: String, less: '', rise: '' }, palette), 'interval');
    const [[from], [to]] = interval.data as unknown as [[number, number], [number, number]];
    expect([from, to]).toEqual([xAxis.min, xAxis.max]);
  });
});

describe('the time axis', () => {
  const written = { year: (month: string) => month.slice(0, 4), short: (month: string) => month.slice(5) };
  it('names years and quarters', () => {
    const labels = (list: readonly string[]) => list.map((month, index) => axisLabel(month, index, written));
    expect(labels(['2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01'])).toEqual(['2025', '', '10', '', '', '2026']);
    expect(labels(['2025-10', '2025-11', '2025-12', '2026-01', '2026-02'])).toEqual(['', '', '', '2026', '']);
  });
});
