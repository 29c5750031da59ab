import type { Palette } from '@skillhall/ui/chart';

/** Places of the axis that mean something of their own: the months of a decision. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** Spans as shaded areas with their names, each place with half a step to both sides. */
export const shaded = (areas: readonly Span[], palette: Palette) => ({
  silent: true,
  itemStyle: { color: palette.line, opacity: 0.55 },
  label: { color: palette.ink, position: 'insideTop' as const, fontSize: 12, lineHeight: 16 },
  data: areas.map(({ from, to, name }): [object, object] => [{ name, xAxis: from - 0.5 }, { xAxis: to + 0.5 }]),
});
