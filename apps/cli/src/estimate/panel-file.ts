import { openTable, TableError, tableErrors, type Cell } from '@skillhall/platform/tabular';
import { say } from '@skillhall/kernel';
import { NEVER_TREATED } from '@skillhall/statistics';
import { CommandFailure } from '../failure.js';

/** Titles of the columns of a panel file. */
export interface PanelColumns {
  readonly unit: string;
  readonly time: string;
  readonly count: string;
  readonly exposure: string;
  readonly firstTreated: string;
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
  readonly cluster: Int32Array | undefined;
  readonly control: Float64Array | undefined;
}

const wrong = (row: number, column: string, sentence: string): CommandFailure => new CommandFailure(`row ${row}, column "${column}": ${sentence}`);

function numberIn(cell: Cell | undefined, row: number, column: string): number {
  const value = typeof cell === 'number' ? cell : typeof cell === 'string' && cell.trim() !== '' ? Number(cell) : NaN;
  if (!Number.isFinite(value)) throw wrong(row, column, `${cell == null || cell === '' ? 'nothing stands here' : `"${String(cell)}"`} where a number is wanted`);
  return value;
}

function wholeIn(cell: Cell | undefined, row: number, column: string): number {
  const value = numberIn(cell, row, column);
  if (!Number.isInteger(value)) throw wrong(row, column, `${value} is not a whole number`);
  return value;
}

function notNegative(value: number, row: number, column: string): number {
  if (value < 0) throw wrong(row, column, `${value} is below 0`);
  return value;
}

/** Gives each name a number, in the order of first sight. */
class Names {
  private readonly known = new Map<string, number>();

  numberOf(cell: Cell | undefined, row: number, column: string): number {
    const name = cell == null ? '' : String(cell).trim();
    if (name === '') throw wrong(row, column, 'nothing stands here');
    const known = this.known.get(name);
    if (known !== undefined) return known;
    this.known.set(name, this.known.size);
    return this.known.size - 1;
  }
}

/** Collects the rows of a panel file and answers them as typed arrays. */
class PanelBuilder {
  private readonly values: Record<keyof PanelColumns, number[]> = { unit: [], time: [], count: [], exposure: [], firstTreated: [], cluster: [], control: [] };
  private readonly units = new Names();
  private readonly clusters = new Names();
  private readonly seen = new Set<string>();
  private readonly treatedOf = new Map<number, number>();

  constructor(
    private readonly columns: PanelColumns,
    private readonly place: ReadonlyMap<string, number>,
  ) {}

  add(row: number, cells: readonly Cell[]): void {
    if (cells.every((cell) => cell === null || cell === '')) return;
    const { columns, values } = this;
    const cell = (column: string): Cell | undefined => cells[this.place.get(column)!];
    const unit = this.units.numberOf(cell(columns.unit), row, columns.unit);
    const time = wholeIn(cell(columns.time), row, columns.time);
    if (this.seen.size === this.seen.add(`${unit}:${time}`).size) throw wrong(row, columns.time, `this unit has ${time} already`);
    values.unit.push(unit);
    values.time.push(time);
    values.count.push(notNegative(wholeIn(cell(columns.count), row, columns.count), row, columns.count));
    values.exposure.push(notNegative(numberIn(cell(columns.exposure), row, columns.exposure), row, columns.exposure));
    values.firstTreated.push(this.firstTreated(unit, cell(columns.firstTreated), row));
    if (columns.cluster) values.cluster.push(this.clusters.numberOf(cell(columns.cluster), row, columns.cluster));
    if (columns.control) values.control.push(notNegative(wholeIn(cell(columns.control), row, columns.control), row, columns.control));
  }

  /** 0, or nothing, stands for never; a unit has one first period. */
  private firstTreated(unit: number, cell: Cell | undefined, row: number): number {
    const column = this.columns.firstTreated;
    const first = cell == null || cell === '' ? 0 : wholeIn(cell, row, column);
    const known = this.treatedOf.get(unit);
    if (known !== undefined && known !== first) throw wrong(row, column, `${first}, but an earlier row of this unit says ${known}`);
    this.treatedOf.set(unit, first);
    return first === 0 ? NEVER_TREATED : first;
  }

  build(): Panel {
    const { unit, time, count, exposure, firstTreated, cluster, control } = this.values;
    if (!unit.length) throw new CommandFailure('The file has no rows below its header.');
    return {
      ...{ unit: Int32Array.from(unit), time: Int32Array.from(time), firstTreated: Int32Array.from(firstTreated) },
      ...{ count: Float64Array.from(count), exposure: Float64Array.from(exposure) },
      cluster: this.columns.cluster ? Int32Array.from(cluster) : undefined,
      control: this.columns.control ? Float64Array.from(control) : undefined,
    };
  }
}

function placesOf(header: readonly Cell[], wanted: readonly string[]): Map<string, number> {
  const titles = header.map((cell) => (cell == null ? '' : String(cell).trim()));
  const missing = wanted.filter((title) => !titles.includes(title));
  if (missing.length) throw new CommandFailure(`The file has no column ${missing.map((title) => `"${title}"`).join(', ')}. It has: ${titles.join(', ')}.`);
  return new Map(wanted.map((title) => [title, titles.indexOf(title)]));
}

/** Reads a CSV or XLSX with one row for each unit and period. Errors name the row and the column. */
export async function readPanel(path: string, columns: PanelColumns): Promise<Panel> {
  const wanted = Object.values(columns).filter((title): title is string => title !== undefined);
  let builder: PanelBuilder | undefined;
  try {
    const table = await openTable(path);
    for await (const batch of table.rows())
      for (const { row, cells } of batch) {
        if (builder) builder.add(row, cells);
        else builder = new PanelBuilder(columns, placesOf(cells, wanted));
      }
  } catch (error) {
    if (error instanceof TableError) throw new CommandFailure(`${path}: ${say(tableErrors[error.code], 'en', error.values)}`);
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new CommandFailure(`The file ${path} cannot be read.`);
    throw error;
  }
  if (!builder) throw new CommandFailure('The file is empty.');
  return builder.build();
}
