import { NEVER_TREATED } from '@skillhall/statistics';
import { CommandFailure } from '../failure.js';
import { Names } from './names.js';
import { readRows } from './read-rows.js';
import { type Row, wrongCell } from './row.js';

/** Titles of the columns of a panel file. */
export interface PanelColumns {
  readonly unit: string;
  readonly time: string;
  readonly count: string;
  readonly exposure: string;
  /** First treated period of the unit, 0 or nothing = never. */
  readonly firstTreated?: string | undefined;
  /** In its place: 1 from the first treated period on, 0 before. */
  readonly treated?: string | undefined;
  readonly cluster?: string | undefined;
  readonly control?: string | undefined;
}

/** Typed arrays, one entry a row. */
export interface Panel {
  readonly unit: Int32Array;
  readonly time: Int32Array;
  readonly count: Float64Array;
  readonly exposure: Float64Array;
  readonly firstTreated: Int32Array;
  readonly cluster?: Int32Array;
  readonly control?: Float64Array;
  readonly unitNames: readonly string[];
}

/** Periods beyond this are no running numbers. */
const furthest = 100_000;
/** 2024 and 01 written as one number: consecutive months would not be consecutive numbers. */
const calendarMonth = (time: number): boolean => time >= 190_001 && time <= 220_012 && time % 100 >= 1 && time % 100 <= 12;

/** What is known of a unit from the rows so far. */
interface Known {
  readonly row: number;
  readonly cluster: string | undefined;
  /** First treated period; null = never, as far as is known. */
  first: number | null;
}

const emptyColumns = () => ({ row: [] as number[], unit: [] as number[], time: [] as number[], count: [] as number[], exposure: [] as number[], cluster: [] as number[], control: [] as number[], treated: [] as number[] });

/** Collects the rows of a panel file and answers them as typed arrays. */
class PanelBuilder {
  private readonly kept = emptyColumns();
  private readonly units = new Names();
  private readonly clusters = new Names();
  private readonly seen = new Set<number>();
  private readonly known: Known[] = [];

  constructor(private readonly columns: PanelColumns) {}

  add(row: Row): void {
    const { columns, kept } = this;
    const unit = this.units.numberOf(row.name(columns.unit));
    const time = this.timeOf(row, unit);
    const count = row.notNegative(columns.count, { whole: true });
    const exposure = row.notNegative(columns.exposure);
    if (exposure === 0 && count > 0) throw row.wrong(columns.exposure, 'no-exposure', `0, but column "${columns.count}" has ${count}`);
    kept.row.push(row.number);
    kept.unit.push(unit);
    kept.time.push(time);
    kept.count.push(count);
    kept.exposure.push(exposure);
    if (columns.control) kept.control.push(row.notNegative(columns.control, { whole: true }));
    this.keepUnit(row, unit, time);
  }

  private timeOf(row: Row, unit: number): number {
    const column = this.columns.time;
    const time = row.whole(column);
    if (calendarMonth(time)) throw row.wrong(column, 'not-running', `${time} looks like a calendar month; a running number is wanted, so that December and January are neighbours`);
    if (Math.abs(time) >= furthest) throw row.wrong(column, 'not-running', `${time} is no running number of a period`);
    const key = unit * 2 * furthest + time + furthest;
    if (this.seen.has(key)) throw row.wrong(column, 'duplicate-row', `this unit has ${time} already`);
    this.seen.add(key);
    return time;
  }

  /** First treated period and cluster belong to the unit, not to the row. */
  private keepUnit(row: Row, unit: number, time: number): void {
    const { firstTreated, treated, cluster } = this.columns;
    const first = firstTreated && row.text(firstTreated) !== '' ? row.whole(firstTreated) || null : null;
    if (first !== null && calendarMonth(first)) throw row.wrong(firstTreated!, 'not-running', `${first} looks like a calendar month; the running number of its period is wanted`);
    const own = cluster ? row.name(cluster) : undefined;
    const known = (this.known[unit] ??= { row: row.number, cluster: own, first });
    if (known.cluster !== own) throw row.wrong(cluster!, 'varies-within-unit', `"${own}", but row ${known.row} of this unit says "${known.cluster}"`);
    if (firstTreated && known.first !== first) throw row.wrong(firstTreated, 'varies-within-unit', `${first ?? 0}, but row ${known.row} of this unit says ${known.first ?? 0}`);
    if (own !== undefined) this.kept.cluster.push(this.clusters.numberOf(own));
    if (treated) {
      const on = row.whole(treated);
      if (on !== 0 && on !== 1) throw row.wrong(treated, 'not-zero-or-one', `${on} where 0 or 1 is wanted`);
      this.kept.treated.push(on);
      if (on === 1 && (known.first === null || time < known.first)) known.first = time;
    }
  }

  /** Once treated, always treated: the rows may come in any order, so this is looked at in the end. */
  private checkStaysTreated(): void {
    const { unit, time, treated, row } = this.kept;
    treated.forEach((on, at) => {
      const first = this.known[unit[at]!]!.first;
      if (on === 0 && first != null && time[at]! > first) throw wrongCell(row[at]!, this.columns.treated!, 'treatment-ends', `0, but this unit has 1 from ${first} on`);
    });
  }

  build(): Panel {
    const { unit, time, count, exposure, cluster, control } = this.kept;
    if (this.columns.treated) this.checkStaysTreated();
    const first = this.known.map((known) => known.first ?? NEVER_TREATED);
    return {
      ...{ unit: Int32Array.from(unit), time: Int32Array.from(time), firstTreated: Int32Array.from(unit, (code) => first[code]!) },
      ...{ count: Float64Array.from(count), exposure: Float64Array.from(exposure), unitNames: this.units.all },
      ...(this.columns.cluster && { cluster: Int32Array.from(cluster) }),
      ...(this.columns.control && { control: Float64Array.from(control) }),
    };
  }
}

/** Reads a CSV or XLSX with one row for each unit and period. Errors name the row and the column. */
export async function readPanel(path: string, columns: PanelColumns): Promise<Panel> {
  if (columns.firstTreated && columns.treated) throw new CommandFailure('Either the first treated period or a column of 0 and 1 says who was treated, not both.', 2, false, { code: 'two-treatments' });
  const builder = new PanelBuilder(columns);
  const wanted = Object.values(columns).filter((title): title is string => title !== undefined);
  await readRows(path, [...new Set(wanted)], (row) => builder.add(row));
  return builder.build();
}
