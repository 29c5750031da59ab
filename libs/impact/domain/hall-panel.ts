import { type CivilMonth, monthIndex } from '@skillhall/kernel';

/** One hall in one month with transactions > 0. */
export interface PanelCell {
  readonly unitId: string;
  readonly month: CivilMonth;
  readonly transactions: number;
  readonly complaints: number;
}

/**
 * A hall's part in a comparison. `trained`: months on both sides of its training month; `untrained`: not trained
 * up to the last month of the data; `early`: trained before its first month here, so nothing can be compared.
 */
export type HallPart = 'trained' | 'untrained' | 'early';

export interface PanelHall {
  readonly unitId: string;
  readonly part: HallPart;
  /** Months since year 0; null without training in the time of the data. */
  readonly trainedFrom: number | null;
  readonly cells: readonly (PanelCell & { readonly at: number })[];
}

export interface HallPanel {
  readonly halls: readonly PanelHall[];
  readonly months: number;
  readonly complaints: number;
  /** Of the months with data, counted since year 0. */
  readonly last: number;
  /** Halls whose training month lies behind the last month of the data. */
  readonly trainedLater: number;
}

/** Sorts the cells by hall and says which part each plays. `training` holds the first training month by hall. */
export function buildPanel(cells: readonly PanelCell[], training: ReadonlyMap<string, CivilMonth>): HallPanel {
  const byHall = new Map<string, (PanelCell & { at: number })[]>();
  const months = new Set<number>();
  for (const cell of cells) {
    const at = monthIndex(cell.month);
    months.add(at);
    const list = byHall.get(cell.unitId);
    if (list) list.push({ ...cell, at });
    else byHall.set(cell.unitId, [{ ...cell, at }]);
  }
  const last = Math.max(-Infinity, ...months);
  let trainedLater = 0;
  const halls = [...byHall].map(([unitId, list]): PanelHall => {
    const sorted = list.toSorted((a, b) => a.at - b.at);
    const month = training.get(unitId);
    const from = month === undefined ? null : monthIndex(month);
    if (from !== null && from > last) trainedLater++;
    // A hall that stopped reporting before its training has nothing after it: it compares as untrained.
    if (from === null || from > sorted.at(-1)!.at) return { unitId, part: 'untrained', trainedFrom: null, cells: sorted };
    return { unitId, part: from > sorted[0]!.at ? 'trained' : 'early', trainedFrom: from, cells: sorted };
  });
  const complaints = cells.reduce((sum, cell) => sum + cell.complaints, 0);
  return { halls, months: months.size, complaints, last, trainedLater };
}
