import type { Cell } from '@skillhall/platform/tabular';
import { CommandFailure } from '../failure.js';

/** A mistake in a file, with the row that a spreadsheet program shows and the column's title. */
export const wrongCell = (row: number, column: string, code: string, sentence: string): CommandFailure =>
  new CommandFailure(`row ${row}, column "${column}": ${sentence}`, 1, false, { code, row, column });

/** A cell as it stands; empty when nothing does. */
export const shown = (cell: Cell | undefined): string => (cell == null ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : typeof cell === 'object' ? cell.text : String(cell).trim());

/** The number that a cell shows. */
export function numberIn(text: string, row: number, column: string): number {
  const value = text === '' ? NaN : Number(text);
  if (!Number.isFinite(value)) throw wrongCell(row, column, text === '' ? 'empty-cell' : 'not-a-number', `${text === '' ? 'nothing stands here' : `"${text}"`} where a number is wanted`);
  return value;
}

/** One row of a file, asked by the titles of its columns. */
export class Row {
  constructor(
    readonly number: number,
    private readonly cells: readonly Cell[],
    private readonly places: ReadonlyMap<string, number>,
  ) {}

  wrong(column: string, code: string, sentence: string): CommandFailure {
    return wrongCell(this.number, column, code, sentence);
  }

  /** As it stands; empty when nothing does. */
  text(column: string): string {
    return shown(this.cells[this.places.get(column)!]);
  }

  name(column: string): string {
    const name = this.text(column);
    if (name === '') throw this.wrong(column, 'empty-cell', 'nothing stands here');
    return name;
  }

  numeric(column: string): number {
    return numberIn(this.text(column), this.number, column);
  }

  whole(column: string): number {
    const value = this.numeric(column);
    if (!Number.isInteger(value)) throw this.wrong(column, 'not-whole', `${value} is not a whole number`);
    return value;
  }

  notNegative(column: string, { whole = false } = {}): number {
    const value = whole ? this.whole(column) : this.numeric(column);
    if (value < 0) throw this.wrong(column, 'below-zero', `${value} is below 0`);
    return value;
  }
}
