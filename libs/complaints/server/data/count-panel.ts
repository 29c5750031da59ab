import { copyIntegers, packedPairs, type Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { escapeLiteral } from 'pg';
import type { ComplaintClass } from '../../domain/index.js';
import { countOf } from './panel-cell.js';

export interface CountOrder {
  /** The node; its halls and all below. */
  readonly path: string;
  /** Each is counted by itself. */
  readonly classes: readonly (readonly ComplaintClass[])[];
  readonly substantiatedOnly: boolean;
}

/** Volumes and counts as rectangles of halls × months, cell hall · months + month. */
export interface CountedPanel {
  readonly hallIds: string[];
  readonly hallPaths: string[];
  /** Months since year 0. */
  readonly firstMonth: number;
  readonly months: number;
  /** 0 = nothing reported. */
  readonly transactions: Int32Array;
  readonly counts: readonly Int32Array[];
}

const below = (column: string, path: string): string => `${column} >= ${escapeLiteral(path)} and ${column} < ${escapeLiteral(`${path}~`)}`;

/** The cells of each month in one row: for each cell four numbers or more, in pairs, the number of its unit first. */
function cells({ path, classes, substantiatedOnly }: CountOrder, pairs: number): string {
  const values = ['u.number', 'c.transactions', ...classes.map((names) => countOf(names, substantiatedOnly)), '0'];
  const packed = Array.from({ length: pairs }, (_, pair) => packedPairs(values[2 * pair]!, values[2 * pair + 1]!));
  return `select (extract(year from c.month) * 12 + extract(month from c.month) - 1)::int, ${packed.join(', ')}
    from complaints.panel_cell c join (select id, row_number() over (order by path)::int - 1 as number from directory.unit where ${below('path', path)}) u on u.id = c.unit_id
    where ${below('c.unit_path', path)} group by c.month`;
}

/** A month and the pairs of its cells. */
interface MonthCells {
  readonly month: number;
  readonly pairs: readonly Int32Array[];
}

/** Where cells of units go: halls × months from a first month on. */
interface Layout {
  /** Of each unit: its number among the halls, -1 = it never reported. */
  readonly places: Int32Array;
  /** The unit of each hall. */
  readonly halls: readonly number[];
  readonly firstMonth: number;
  readonly months: number;
}

/** The registers as a panel, for estimates over everything below a node. Runs in the scope of `tx`. */
@Injectable()
export class CountPanel {
  async read(tx: Transaction, order: CountOrder): Promise<CountedPanel> {
    const units = (await tx.query(`select id, path from directory.unit where ${below('path', order.path)} order by path`)) as { id: string; path: string }[];
    const [cellsOf, pairs]: [MonthCells[], number] = [[], Math.ceil((2 + order.classes.length) / 2)];
    await copyIntegers(tx, cells(order, pairs), 1 + pairs, ([month, ...rest]) => void cellsOf.push({ month: month![0]!, pairs: rest }));
    const layout = layOut(units.length, cellsOf);
    const [transactions, ...counts] = Array.from({ length: 1 + order.classes.length }, (_, at) => rectangle(layout, cellsOf, 1 + at)) as [Int32Array, ...Int32Array[]];
    const { halls, firstMonth, months } = layout;
    return { hallIds: halls.map((unit) => units[unit]!.id), hallPaths: halls.map((unit) => units[unit]!.path), firstMonth, months, transactions, counts };
  }
}

/** Only units that reported at all, and the months from the first to the last with transactions. */
function layOut(units: number, cellsOf: readonly MonthCells[]): Layout {
  const places = new Int32Array(units).fill(-1);
  let [first, last] = [Infinity, -Infinity];
  for (const { month, pairs } of cellsOf) {
    const cells = pairs[0]!;
    for (let at = 0; at < cells.length; at += 2) {
      if (cells[at + 1]! <= 0) continue;
      places[cells[at]!] = 0;
      if (month < first) first = month;
      if (month > last) last = month;
    }
  }
  const halls: number[] = [];
  for (let unit = 0; unit < units; unit++) if (places[unit] === 0) places[unit] = halls.push(unit) - 1;
  return { places, halls, firstMonth: halls.length ? first : 0, months: halls.length ? last - first + 1 : 0 };
}

/** Number `value` of all cells. Complaints of units that never reported volumes, or of months outside, have no place. */
function rectangle({ places, halls, firstMonth, months }: Layout, cellsOf: readonly MonthCells[], value: number): Int32Array {
  // Month by month first, as the cells come, and then turned: halls come in no order, and cells a whole hall apart are slow to reach.
  const byMonth = Array.from({ length: months }, () => new Int32Array(halls.length));
  for (const { month, pairs } of cellsOf) {
    const row = byMonth[month - firstMonth];
    const [units, values] = [pairs[0]!, pairs[value >> 1]!];
    for (let at = 0; row && at < units.length; at += 2) {
      const place = places[units[at]!]!;
      if (place >= 0) row[place] = values[at + (value & 1)]!;
    }
  }
  const rectangle = new Int32Array(halls.length * months);
  for (let hall = 0, cell = 0; hall < halls.length; hall++) for (let month = 0; month < months; month++) rectangle[cell++] = byMonth[month]![hall]!;
  return rectangle;
}
