import { Drawing } from '@skillhall/ui/chart';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import { forestHeight, ForestRows } from '../../charts/forest.js';
import { Intervals } from '../../charts/intervals.js';
import { useChange } from '../../use-change.js';
import { doubtPhrases } from './doubt-phrases.js';
import type { Ratio } from './facts.js';
import { reportPhrases } from './phrases.js';

const alongHeight = 190;

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

/** Ratios under each other. */
export function Forest({ title, note, rows, head = [] }: PictureProps & { readonly rows: readonly NamedRatio[]; readonly head?: readonly string[] }): ReactNode {
  const t = usePhrases(reportPhrases);
  const td = usePhrases(doubtPhrases);
  const change = useChange();
  const cells = useRatioCells();
  return <Drawing title={title} {...(note && { note })} height={forestHeight(rows.length)} draw={(width) => <ForestRows rows={rows.map(({ main, ...row }) => ({ ...row, tone: main ? 'brand' : 'inkSoft' }))} change={change} width={width} />} table={{ head: [td('name'), t('ratio'), t('low'), t('high'), ...head], rows: rows.map((row) => [row.name, ...cells(row), ...(row.cells ?? [])]) }} />;
}

export interface PlacedRatio extends Ratio {
  readonly at: number;
  readonly main?: boolean;
}

/** Ratios along whole numbers or steps of one unit. */
export function Along({ title, note, points, head }: PictureProps & { readonly points: readonly PlacedRatio[]; readonly head: string }): ReactNode {
  const t = usePhrases(reportPhrases);
  const change = useChange();
  const cells = useRatioCells();
  return <Drawing title={title} {...(note && { note })} height={alongHeight} draw={(width) => <Intervals points={points.map(({ main, ...point }) => ({ ...point, tone: main ? 'brand' : 'inkSoft' }))} change={change} width={width} height={alongHeight} />} table={{ head: [head, t('ratio'), t('low'), t('high')], rows: points.map((point) => [String(point.at), ...cells(point)]) }} />;
}
