import { pooled } from '../charts/month-series.js';

export interface HallMonthRow {
  readonly unit: { readonly id: string; readonly name: string };
  readonly month: string;
  readonly transactions: number | null;
  readonly counterComplaints: number;
  readonly ratePer10k: number | null;
}

export interface HallRow {
  readonly id: string;
  readonly name: string;
  /** In the order of the months asked for; null where nothing is known. */
  readonly cells: readonly (HallMonthRow | null)[];
  readonly complaints: number;
  readonly ratePer10k: number | null;
}

/** Rows of halls and months, in any order, as a table of halls by months; halls by name, so that it is no ranking. */
export function pivot(rows: readonly HallMonthRow[], months: readonly string[], locale: string): readonly HallRow[] {
  const halls = new Map<string, Map<string, HallMonthRow>>();
  const names = new Map<string, string>();
  for (const row of rows) {
    if (!months.includes(row.month)) continue;
    names.set(row.unit.id, row.unit.name);
    const known = halls.get(row.unit.id) ?? new Map<string, HallMonthRow>();
    halls.set(row.unit.id, known.set(row.month, row));
  }
  const byName = new Intl.Collator(locale, { numeric: true });
  return [...halls]
    .map(([id, known]) => ({ id, name: names.get(id) ?? '', cells: months.map((month) => known.get(month) ?? null), ...pooled([...known.values()]) }))
    .sort((a, b) => byName.compare(a.name, b.name));
}
