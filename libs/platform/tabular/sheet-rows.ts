import { dateOfSerial, type NumberKind } from './number-format.js';
import { unescapeText } from './shared-strings.js';
import { TableError, type Cell, type Limits, type RawRow } from './table.js';
import type { Attributes, XmlHandler } from './xml.js';

export interface SheetContext {
  readonly strings: readonly string[];
  readonly numberKinds: readonly NumberKind[];
  readonly date1904: boolean;
  readonly limits: Limits;
}

export interface PlainCell {
  column: number;
  type: string | undefined;
  style: number;
  value: string | undefined;
}

/** `AB12` → 27; -1 where the reference is none. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > 20_000) break;
  }
  return column - 1;
}

/** Gathers the rows of a sheet while its XML passes by; one object per row, none per cell. */
export class SheetRows implements XmlHandler {
  readonly #context: SheetContext;
  rows: RawRow[] = [];
  /** Whether what comes next is a row of the sheet. */
  get inData(): boolean {
    return this.#inData;
  }

  #inData = false;
  #row = 0;
  #count = 0;
  #cells: Cell[] = [];
  #filled = 0; // cells up to the last filled one
  #column = -1;
  #type: string | undefined;
  #style = 0;
  #value: string | undefined;
  #formula = false;
  #text = '';
  #taking = false;
  #aside = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v' || name === 't') {
      this.#taking = !this.#aside;
      this.#text = '';
    } else if (name === 'row') this.#openRow(attributes['r']);
    else if (name === 'f') this.#formula = true;
    else if (name === 'rPh') this.#aside = true;
    else if (name === 'sheetData') this.#inData = true;
  }

  text(text: string): void {
    if (this.#taking) this.#text += text;
  }

  close(name: string): void {
    if (name === 'v') this.#value = this.#text;
    else if (name === 't') {
      if (this.#taking) this.#value = (this.#value ?? '') + this.#text;
    } else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else if (name === 'rPh') this.#aside = false;
    else if (name === 'sheetData') this.#inData = false;
    this.#taking = false;
  }

  /** A row of plain cells that somebody else has read. */
  takePlain(row: number, cells: readonly PlainCell[], count: number): void {
    this.#beginRow(row);
    for (let index = 0; index < count; index++) {
      const { column, type, style, value } = cells[index]!;
      this.#column = column;
      this.#type = type;
      this.#style = style;
      this.#value = value;
      this.#formula = false;
      this.#closeCell();
    }
    this.#closeRow();
  }

  #openRow(number: string | undefined): void {
    this.#beginRow(number === undefined ? this.#row + 1 : Number(number));
  }

  #beginRow(row: number): void {
    if (!Number.isInteger(row) || row <= this.#row) throw new TableError('damaged-file', { row: this.#row });
    this.#row = row;
    this.#cells = [];
    this.#filled = 0;
    this.#column = -1;
  }

  #closeRow(): void {
    if (!this.#inData || this.#filled === 0) return;
    const { limits } = this.#context;
    if (++this.#count > limits.rows) throw new TableError('too-many-rows', { limit: limits.rows });
    this.rows.push({ row: this.#row, cells: this.#cells });
  }

  #openCell(attributes: Attributes): void {
    const reference = attributes['r'];
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference);
    if (this.#column < 0) throw new TableError('damaged-file', { row: this.#row });
    this.#type = attributes['t'];
    this.#style = attributes['s'] === undefined ? 0 : Number(attributes['s']);
    this.#value = undefined;
    this.#formula = false;
  }

  #closeCell(): void {
    const value = this.#read();
    if (value === null || value === '') return;
    const { limits } = this.#context;
    const column = this.#column;
    if (column >= limits.columns) throw new TableError('too-many-columns', { limit: limits.columns, row: this.#row });
    if (typeof value === 'string' && value.length > limits.cellLength) {
      throw new TableError('cell-too-long', { limit: limits.cellLength, row: this.#row });
    }
    for (let i = this.#filled; i < column; i++) this.#cells[i] = null;
    this.#cells[column] = value;
    if (column >= this.#filled) this.#filled = column + 1;
  }

  #read(): Cell {
    const value = this.#value;
    const type = this.#type;
    if (type === 's') return value === undefined ? null : this.#shared(value);
    if (type === 'str' && value !== undefined) return unescapeText(value); // a formula may well give ''
    if (value === undefined || value.trim() === '') {
      return this.#formula ? { code: 'formula-without-value', text: '=' } : null;
    }
    if (type === 'inlineStr') return unescapeText(value);
    if (type === 'b') return value.trim() === '1' || value.trim() === 'true';
    if (type === 'e') return { code: 'cell-error', text: value };
    if (type === 'd') return isoDate(value);
    return this.#number(value);
  }

  #shared(value: string): string {
    const text = this.#context.strings[Number(value)];
    if (text === undefined) throw new TableError('damaged-file', { row: this.#row });
    return text;
  }

  #number(value: string): Cell {
    const number = Number(value);
    if (!Number.isFinite(number)) throw new TableError('damaged-file', { row: this.#row });
    const kind = this.#context.numberKinds[this.#style];
    if (typeof kind === 'number') {
      return Number.isSafeInteger(number) && number >= 0 ? String(number).padStart(kind, '0') : number;
    }
    // A time of day alone, and a number that is no day of ours, stay numbers for the parsers to refuse.
    if (kind === undefined || (kind === 'time' && number < 1)) return number;
    return dateOfSerial(number, this.#context.date1904) ?? number;
  }
}

function isoDate(value: string): Cell {
  const zoned = /[zZ]$|[+-]\d\d:\d\d$/.test(value);
  const time = Date.parse(zoned ? value : `${value}${value.includes('T') ? '' : 'T00:00:00'}Z`);
  return Number.isNaN(time) ? value : new Date(time);
}
