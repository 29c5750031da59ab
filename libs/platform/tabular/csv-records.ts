import { TableError, type Cell, type Limits } from './table.js';

const quote = 34;
const cr = 13;
const lf = 10;

/**
 * Splits CSV text into records as it arrives (RFC 4180, plus what people send): quotes inside an unquoted
 * cell are ordinary characters, `="00123"` is the text 00123, and lines may end in any of the three ways.
 * A quoted cell that runs over separators or lines and is not closed before one is an error that names
 * its line: guessing would merge rows silently.
 */
export class CsvRecords {
  readonly #separator: number;
  readonly #limits: Limits;
  #rest = '';
  #line = 1; // physical line where the pending record begins
  #record = 0;
  #openQuote: number | undefined; // lines of the pending record before a quote that waits to be closed
  readonly #longest: number;

  constructor(separator: string, limits: Limits) {
    this.#separator = separator.charCodeAt(0);
    this.#limits = limits;
    this.#longest = Math.max(2 ** 20, limits.cellLength * 4);
  }

  /** The records complete after `text`; with `last`, what is left counts as the last one. */
  push(text: string, last = false): Cell[][] {
    const all = this.#rest === '' ? text : this.#rest + text;
    const records: Cell[][] = [];
    let at = 0;
    while (at < all.length) {
      const next = this.#readRecord(all, at, last, records);
      if (next < 0) break;
      at = next;
    }
    this.#rest = all.slice(at);
    if (this.#rest.length > this.#longest) this.#tooLong();
    return records;
  }

  /** Reads the record at `start` and returns where the next one begins, or -1 where it needs more text. */
  #readRecord(all: string, start: number, last: boolean, records: Cell[][]): number {
    const cells: Cell[] = [];
    let at = start;
    let lines = 0;
    this.#openQuote = undefined;
    for (;;) {
      let end: number;
      let value: string;
      if (all.charCodeAt(at) === quote) {
        const close = closingQuote(all, at);
        if (close >= 0 && close + 1 === all.length && !last) return -1; // the next character may double it
        if (close < 0) {
          this.#openQuote = lines;
          return last ? this.#unclosed(lines) : -1;
        }
        this.#openQuote = undefined;
        end = this.#endOfCell(all, close + 1);
        value = all.slice(at + 1, close);
        const breaks = lineBreaks(value);
        if (all.slice(close + 1, end).trim() !== '') {
          // "东湖"厅 is sloppy but clear; the same over several cells or lines is a quote gone astray.
          if (breaks > 0 || value.includes(String.fromCharCode(this.#separator))) this.#unclosed(lines);
          value = all.slice(at, end);
        } else if (value.includes('"')) value = value.replaceAll('""', '"');
        lines += breaks;
      } else {
        end = this.#endOfCell(all, at);
        value = all.slice(at, end);
      }
      if (end === all.length && !last) return -1;
      this.#add(cells, value);
      const stop = all.charCodeAt(end);
      if (end < all.length && stop === this.#separator) {
        at = end + 1;
        if (at < all.length || last) continue;
        return -1;
      }
      if (stop === cr && end + 1 === all.length && !last) return -1;
      this.#record++;
      this.#line += lines + 1;
      records.push(cells);
      return end >= all.length ? all.length : stop === cr && all.charCodeAt(end + 1) === lf ? end + 2 : end + 1;
    }
  }

  #endOfCell(all: string, from: number): number {
    let at = from;
    for (; at < all.length; at++) {
      const code = all.charCodeAt(at);
      if (code === this.#separator || code === lf || code === cr) break;
    }
    return at;
  }

  #add(cells: Cell[], value: string): void {
    const { columns, cellLength } = this.#limits;
    if (value.length > cellLength) throw new TableError('cell-too-long', { limit: cellLength, row: this.#record + 1 });
    if (value !== '' && cells.length >= columns) {
      throw new TableError('too-many-columns', { limit: columns, row: this.#record + 1 });
    }
    if (cells.length < columns) cells.push(value === '' ? null : unwrap(value));
  }

  #unclosed(linesBefore: number): never {
    throw new TableError('unclosed-quote', { line: this.#line + linesBefore });
  }

  #tooLong(): never {
    if (this.#openQuote !== undefined) this.#unclosed(this.#openQuote);
    throw new TableError('cell-too-long', { limit: this.#limits.cellLength, row: this.#record + 1 });
  }
}

/** The quote that closes the cell opened at `open`, or -1. */
function closingQuote(all: string, open: number): number {
  let at = all.indexOf('"', open + 1);
  while (at >= 0 && all.charCodeAt(at + 1) === quote) at = all.indexOf('"', at + 2);
  return at;
}

function lineBreaks(text: string): number {
  return text.includes('\n') || text.includes('\r') ? (text.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;
}

/** Programs write `="00123"` to keep zeros through Excel; we write `'=1` for a text that looks like a formula. */
function unwrap(value: string): string {
  const first = value.charCodeAt(0);
  if (first === 61 && value.length > 2 && value.startsWith('="') && value.endsWith('"')) {
    return value.slice(2, -1).replaceAll('""', '"');
  }
  return first === 39 && /^'[=+\-@\t\r]/.test(value) ? value.slice(1) : value;
}
