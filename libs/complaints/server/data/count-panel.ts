import { copyIntegers, type Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { escapeLiteral } from 'pg';
import type { ComplaintClass } from '../../domain/index.js';

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

/** Days are cheap to count in the database, months are not. */
const dayOf = (row: string): string => `${row}.month - date '2000-01-01'`;

/** Months since year 0 by day of `dayOf`; a panel has few different ones. */
function monthsByDay(): (day: number) => number {
  const known = new Map<number, number>();
  return (day) => {
    let month = known.get(day);
    if (month === undefined) {
      const date = new Date(Date.UTC(2000, 0, 1 + day));
      known.set(day, (month = date.getUTCFullYear() * 12 + date.getUTCMonth()));
    }
    return month;
  };
}
const below = (column: string, path: string): string => `${column} >= ${escapeLiteral(path)} and ${column} < ${escapeLiteral(`${path}~`)}`;

/** Halls by number, so that rows carry integers alone. */
const numbered = (path: string): string => `(select id, row_number() over (order by path)::int - 1 as number from directory.unit where ${below('path', path)})`;

const volumes = (path: string): string =>
  `select u.number, ${dayOf('h')}, h.transactions from complaints.hall_month h join ${numbered(path)} u on u.id = h.unit_id where ${below('h.unit_path', path)} and h.transactions > 0`;

function complaints({ path, classes, substantiatedOnly }: CountOrder): string {
  const list = (names: readonly string[]): string => `array[${names.map((name) => escapeLiteral(name)).join(', ')}]::text[]`;
  const counts = classes.map((names) => `(count(*) filter (where class = any(${list(names)})))::int`);
  return `select u.number, ${dayOf('c')}, ${classes.map((_, at) => `c.n${at}`).join(', ')}
    from (select unit_id, month, ${counts.map((count, at) => `${count} as n${at}`).join(', ')} from complaints.complaint
      where ${below('unit_path', path)} and class = any(${list([...new Set(classes.flat())])}) ${substantiatedOnly ? 'and substantiated' : ''} group by unit_id, month) c
    join ${numbered(path)} u on u.id = c.unit_id`;
}

/** Rows of three, in an array that grows. */
class Triples {
  private values = new Int32Array(3 * 4096);
  length = 0;

  push(a: number, b: number, c: number): void {
    if (this.length + 3 > this.values.length) {
      const larger = new Int32Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length] = a;
    this.values[this.length + 1] = b;
    this.values[this.length + 2] = c;
    this.length += 3;
  }

  each(take: (a: number, b: number, c: number) => void): void {
    for (let at = 0; at < this.length; at += 3) take(this.values[at]!, this.values[at + 1]!, this.values[at + 2]!);
  }
}

/** The registers as a panel, for estimates over everything below a node. Runs in the scope of `tx`. */
@Injectable()
export class CountPanel {
  async read(tx: Transaction, order: CountOrder): Promise<CountedPanel> {
    const units = (await tx.query(`select id, path from directory.unit where ${below('path', order.path)} order by path`)) as { id: string; path: string }[];
    const [cells, monthOf] = [new Triples(), monthsByDay()];
    await copyIntegers(tx, volumes(order.path), 3, (row) => cells.push(row[0]!, monthOf(row[1]!), row[2]!));
    const { places, halls, firstMonth, months } = layOut(units.length, cells);
    const transactions = new Int32Array(halls.length * months);
    cells.each((unit, month, value) => (transactions[places[unit]! * months + month - firstMonth] = value));
    const counts = order.classes.map(() => new Int32Array(halls.length * months));
    // Complaints of units that never reported volumes, or of months outside, have no place.
    const count = (row: Int32Array): void => {
      const [place, month] = [places[row[0]!]!, monthOf(row[1]!) - firstMonth];
      if (place < 0 || month < 0 || month >= months) return;
      counts.forEach((values, at) => (values[place * months + month] = row[at + 2]!));
    };
    if (halls.length && order.classes.flat().length) await copyIntegers(tx, complaints(order), 2 + counts.length, count);
    return { hallIds: halls.map((unit) => units[unit]!.id), hallPaths: halls.map((unit) => units[unit]!.path), firstMonth, months, transactions, counts };
  }
}

/** Units that reported at all, each with its place; -1 = none. */
function layOut(units: number, cells: Triples): { places: Int32Array; halls: number[]; firstMonth: number; months: number } {
  const places = new Int32Array(units).fill(-1);
  let [first, last] = [Infinity, -Infinity];
  cells.each((unit, month) => {
    places[unit] = 0;
    if (month < first) first = month;
    if (month > last) last = month;
  });
  const halls: number[] = [];
  places.forEach((place, unit) => {
    if (place === 0) places[unit] = halls.push(unit) - 1;
  });
  return halls.length ? { places, halls, firstMonth: first, months: last - first + 1 } : { places, halls, firstMonth: 0, months: 0 };
}
