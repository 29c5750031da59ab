import type { Palette } from '@skillhall/ui/chart';

/** How a month is written under the axis: the year at its start, else the month of each quarter, else nothing. */
export function axisLabel(month: string, index: number, words: { readonly year: (month: string) => string; readonly short: (month: string) => string }): string {
  const number = Number(month.slice(5));
  // A beginning late in the year would stand too close to the next January.
  if (number === 1 || (index === 0 && number < 10)) return words.year(month);
  if (index === 0) return '';
  return number % 3 === 1 ? words.short(month) : '';
}

/** The parts that both charts of a page share, so that their months stand under each other. */
export const timeFrame = (months: readonly string[], label: (month: string, index: number) => string, palette: Palette) => ({
  grid: { left: 48, right: 80, top: 28, bottom: 32 },
  xAxis: {
    type: 'category' as const,
    data: [...months],
    boundaryGap: false,
    axisLine: { lineStyle: { color: palette.line } },
    axisTick: { show: false },
    axisLabel: { color: palette.inkSoft, interval: (index: number) => label(months[index] ?? '', index) !== '', formatter: (month: string, index: number) => label(month, index), hideOverlap: true, padding: [0, 6] },
  },
});

export const valueAxis = (palette: Palette) => ({
  type: 'value' as const,
  min: 0,
  axisLabel: { color: palette.inkSoft },
  splitLine: { lineStyle: { color: palette.line } },
});

export const tooltip = (palette: Palette) => ({
  trigger: 'axis' as const,
  backgroundColor: palette.surface,
  borderColor: palette.line,
  textStyle: { color: palette.ink },
  axisPointer: { lineStyle: { color: palette.inkSoft } },
});
