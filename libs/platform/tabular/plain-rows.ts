import { columnOf, type PlainCell, type SheetRows } from './sheet-rows.js';
import type { PlainItems } from './plain-items.js';
import { plainText } from './plain-texts.js';

/** Further attributes of a row, as Excel and others write them. */
const attributes = /^(?: [A-Za-z][\w.:-]*="[^"<&]*")*$/;
const quote = 0x22;

/** The number that stands in digits from `at` to a quote; -1 where there is none. */
function numberAt(text: string, at: number): number {
  let value = 0;
  let place = at;
  for (; place < at + 8; place++) {
    const digit = text.charCodeAt(place) - 0x30;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  return place > at && text.charCodeAt(place) === quote ? value : -1;
}

/** Reads rows such as `<row r="2"><c r="A2" s="1" t="s"><v>12</v></c></row>`. */
class RowReader {
  readonly #cells: PlainCell[] = [];
  #count = 0;
  #at = 0;

  constructor(private readonly rows: SheetRows) {}

  read(text: string, from: number, end: number): boolean {
    const begin = text.indexOf('>', from);
    const row = text.startsWith('<row r="', from) ? numberAt(text, from + 8) : -1;
    if (row < 0 || begin >= end || text.charCodeAt(begin - 1) === 0x2f) return false;
    const rest = text.slice(text.indexOf('"', from + 8) + 1, begin);
    if (rest !== '' && (!attributes.test(rest) || rest.includes(' r="'))) return false;
    this.#count = 0;
    this.#at = begin + 1;
    while (this.#at < end) if (!this.#readCell(text)) return false;
    if (this.#at !== end) return false;
    this.rows.takePlain(row, this.#cells, this.#count);
    return true;
  }

  #readCell(text: string): boolean {
    if (!text.startsWith('<c r="', this.#at)) return false;
    const reference = text.indexOf('"', this.#at + 6);
    const cell = (this.#cells[this.#count] ??= { column: 0, type: undefined, style: 0, value: undefined });
    cell.column = columnOf(text.slice(this.#at + 6, reference));
    if (cell.column < 0) return false;
    this.#at = reference + 1;
    return this.#readAttributes(text, cell) && this.#readValue(text, cell);
  }

  /** Style and type, each once at most, in either order. */
  #readAttributes(text: string, cell: PlainCell): boolean {
    cell.type = undefined;
    cell.style = -1;
    while (text.charCodeAt(this.#at) === 0x20) {
      const close = text.indexOf('"', this.#at + 4);
      if (cell.style < 0 && text.startsWith(' s="', this.#at)) {
        cell.style = numberAt(text, this.#at + 4);
        if (cell.style < 0) return false;
      } else if (cell.type === undefined && text.startsWith(' t="', this.#at)) cell.type = typeOf(text, this.#at + 4, close);
      else return false;
      this.#at = close + 1;
    }
    if (cell.style < 0) cell.style = 0;
    return cell.type !== '';
  }

  #readValue(text: string, cell: PlainCell): boolean {
    cell.value = undefined;
    if (text.startsWith('/>', this.#at)) this.#at += 2;
    else if (text.startsWith('></c>', this.#at)) this.#at += 5;
    else {
      const inline = cell.type === 'inlineStr';
      const [before, after] = inline ? ['><is><t>', '</t></is></c>'] : ['><v>', '</v></c>'];
      if (!text.startsWith(before, this.#at)) return false;
      const begin = this.#at + before.length;
      const close = text.indexOf('<', begin);
      if (!text.startsWith(after, close)) return false;
      cell.value = text.slice(begin, close);
      if (!plainText.test(cell.value)) return false;
      this.#at = close + after.length;
    }
    this.#count++;
    return true;
  }
}

/** The type as a constant, so that comparing it later costs nothing; empty where it is none we read. */
function typeOf(text: string, from: number, to: number): string {
  if (to === from + 1 && text.charCodeAt(from) === 0x73) return 's';
  const type = text.slice(from, to);
  return ['n', 'str', 'b', 'inlineStr'].includes(type) ? type : '';
}

export function plainRows(rows: SheetRows): PlainItems {
  const reader = new RowReader(rows);
  return { opening: '<row ', closing: '</row>', expected: (depth) => rows.inData && depth === 2, read: (text, from, end) => reader.read(text, from, end) };
}
