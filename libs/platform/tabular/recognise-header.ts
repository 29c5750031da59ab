import { isBlank, shown } from './cell-text.js';
import { bareTitleKey, columnIndex, titleKey, type Columns, type Field, type Mapping } from './columns.js';
import { likely, likeness } from './similar-titles.js';
import type { RawRow } from './table.js';

export interface TitledColumn {
  readonly column: number;
  readonly title: string;
}

export interface Suggestion extends TitledColumn {
  /** 0 to 1 */
  readonly score: number;
}

/** What was made of the header. Columns are counted from 0. */
export interface HeaderRecognition<F extends string = string> {
  /** A header was found and no needed column is missing. */
  readonly recognised: boolean;
  /** Number of the last row of the header; the data begin below it. */
  readonly headerRow: number | null;
  readonly titles: readonly string[];
  readonly mapping: { readonly [K in F]?: number };
  readonly unrecognised: readonly TitledColumn[];
  readonly missing: readonly F[];
  /** Never used by themselves: a person chooses. */
  readonly suggestions: { readonly [K in F]?: readonly Suggestion[] };
}

/** The header is sought among so many rows. */
export const headerDepth = 30;

const titlesOf = (row: RawRow): string[] => Array.from(row.cells, (cell) => shown(cell).replace(/\s+/g, ' ').trim());

/** Fields found in these titles: what the caller says first, then exact titles, earlier ones first. */
function match<C extends Columns>(titles: readonly string[], columns: C, given: Mapping<C>): Map<Field<C>, number> {
  const found = new Map<Field<C>, number>();
  const taken = new Set<number>();
  const keys = titles.map(titleKey);
  const bare = titles.map(bareTitleKey);
  const fields = Object.keys(columns) as Field<C>[];
  for (const field of fields) {
    const wanted = given[field];
    if (typeof wanted !== 'string') continue;
    const titled = keys.indexOf(titleKey(wanted));
    const column = titled >= 0 ? titled : columnIndex(wanted);
    if (column === undefined) continue;
    found.set(field, column);
    taken.add(column);
  }
  for (const candidates of [keys, bare]) {
    for (const field of fields) {
      if (given[field] !== undefined || found.has(field)) continue;
      for (const title of columns[field]!.titles) {
        const column = candidates.findIndex((key, index) => key === titleKey(title) && !taken.has(index));
        if (column < 0) continue;
        found.set(field, column);
        taken.add(column);
        break;
      }
    }
  }
  return found;
}

function suggest<C extends Columns>(columns: C, found: ReadonlyMap<string, number>, free: readonly TitledColumn[]) {
  const suggestions: { [K in Field<C>]?: readonly Suggestion[] } = {};
  for (const field of Object.keys(columns) as Field<C>[]) {
    if (found.has(field)) continue;
    const keys = columns[field]!.titles.map(titleKey);
    const scored = free
      .map((free) => ({ ...free, score: Math.max(...keys.map((key) => likeness(key, bareTitleKey(free.title)))) }))
      .filter(({ score }) => score >= likely)
      .sort((a, b) => b.score - a.score);
    if (scored.length > 0) suggestions[field] = scored.slice(0, 3);
  }
  return suggestions;
}

interface Candidate<F extends string> {
  readonly row: number;
  readonly titles: readonly string[];
  readonly found: ReadonlyMap<F, number>;
  /** More is better: fields found, then how much the row looks like titles. */
  readonly score: number;
}

function candidate<C extends Columns>(
  row: number,
  titles: readonly string[],
  columns: C,
  given: Mapping<C>,
): Candidate<Field<C>> {
  const found = match(titles, columns, given);
  const filled = titles.filter((title) => title !== '');
  const known = Object.values(columns).flatMap((column) => column.titles.map(titleKey));
  const near = filled.slice(0, 60).filter((title) => known.some((key) => likeness(key, bareTitleKey(title)) >= likely));
  return { row, titles, found, score: found.size * 10_000 + near.length * 100 + Math.min(filled.length, 99) };
}

/** Rows on their own, and each with the next one: titles may stand in two rows under a merged heading. */
function candidates<C extends Columns>(rows: readonly RawRow[], columns: C, given: Mapping<C>): Candidate<Field<C>>[] {
  const all = rows.map((row) => candidate(row.row, titlesOf(row), columns, given));
  return all.flatMap((upper, index) => {
    const lower = all[index + 1];
    if (!lower || lower.row !== upper.row + 1 || upper.found.size === 0) return [upper];
    const width = Math.max(upper.titles.length, lower.titles.length);
    const known = new Set(upper.found.values());
    const titles = Array.from({ length: width }, (_, column) =>
      // A column that was pointed at by its letter may have nothing above it.
      (known.has(column) && upper.titles[column]) || lower.titles[column] || upper.titles[column] || '',
    );
    const both = candidate(lower.row, titles, columns, given);
    return both.found.size > upper.found.size && both.found.size > lower.found.size ? [both, upper] : [upper];
  });
}

/**
 * Finds the header among the first rows and says which column is which field. Titles are compared without
 * case, width, blanks, punctuation and remarks in brackets; anything less than equal is only suggested.
 */
export function recogniseHeader<C extends Columns>(
  rows: readonly RawRow[],
  columns: C,
  given: Mapping<C> = {},
  headerRow?: number,
): HeaderRecognition<Field<C>> {
  const fields = Object.keys(columns) as Field<C>[];
  const filled = rows.slice(0, headerDepth).filter(({ cells }) => cells.some((cell) => !isBlank(cell)));
  const asked = headerRow === undefined ? filled : filled.filter(({ row }) => row === headerRow);
  const best = candidates(asked, columns, given).reduce<Candidate<Field<C>> | undefined>(
    (best, next) => (best && best.score >= next.score ? best : next),
    undefined,
  );
  const found = best?.found ?? new Map<Field<C>, number>();
  const used = new Set(found.values());
  const unrecognised = (best?.titles ?? []).flatMap((title, column) =>
    title === '' || used.has(column) ? [] : [{ column, title }],
  );
  const missing = fields.filter((field) => {
    const { required, needed } = columns[field]!;
    return (needed ?? required ?? false) && !found.has(field);
  });
  return {
    recognised: missing.length === 0 && found.size >= Math.min(2, fields.length),
    headerRow: best?.row ?? null,
    titles: best?.titles ?? [],
    mapping: Object.fromEntries(found) as { [K in Field<C>]?: number },
    unrecognised,
    missing,
    suggestions: suggest(columns, found, unrecognised),
  };
}
