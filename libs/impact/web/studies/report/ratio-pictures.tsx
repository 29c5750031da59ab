import { Chart, type Palette } from '@skillhall/ui/chart';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { useCallback, type ReactNode } from 'react';
import { forestOption, intervalOption } from '../../charts/interval-option.js';
import { useChange } from '../../use-change.js';
import { doubtPhrases } from './doubt-phrases.js';
import type { Ratio } from './facts.js';

interface PictureProps {
  readonly title: string;
  readonly note?: string;
}

export interface NamedRatio extends Ratio {
  readonly name: string;
  /** The one that decides: drawn filled. */
  readonly main?: boolean;
  /** More cells of its row in the table. */
  readonly cells?: readonly string[];
}

function useRatioCells(): (ratio: Ratio) => string[] {
  const format = useFormat();
  return ({ ratio, low, high }) => [ratio, low, high].map((value) => format.decimal(value, 2));
}

/** Ratios under each other. Pass the same `rows` while they do not change. */
export function Forest({ title, note, rows, head = [] }: PictureProps & { readonly rows: readonly NamedRatio[]; readonly head?: readonly string[] }): ReactNode {
  const t = usePhrases(doubtPhrases);
  const change = useChange();
  const cells = useRatioCells();
  const option = useCallback(
    (palette: Palette) => forestOption(rows.map(({ main, ...row }) => ({ ...row, tone: main ? 'brand' : 'inkSoft' })), { change, at: String }, palette),
    [rows, change],
  );
  return <Chart title={title} {...(note && { note })} height={56 + 40 * rows.length} option={option} table={{ head: [t('name'), t('ratio'), t('low'), t('high'), ...head], rows: rows.map((row) => [row.name, ...cells(row), ...(row.cells ?? [])]) }} />;
}

export interface PlacedRatio extends Ratio {
  readonly at: number;
  readonly main?: boolean;
}

/** Ratios along whole numbers or steps of one unit. */
export function Along({ title, note, points, head }: PictureProps & { readonly points: readonly PlacedRatio[]; readonly head: string }): ReactNode {
  const t = usePhrases(doubtPhrases);
  const change = useChange();
  const cells = useRatioCells();
  const option = useCallback(
    (palette: Palette) => intervalOption(points.map(({ main, ...point }) => ({ ...point, tone: main ? 'brand' : 'inkSoft' })), [], { change, at: String }, palette),
    [points, change],
  );
  return <Chart title={title} {...(note && { note })} height={200} option={option} table={{ head: [head, t('ratio'), t('low'), t('high')], rows: points.map((point) => [String(point.at), ...cells(point)]) }} />;
}
