import { decodeChunks, xmlParser, type XmlHandler } from './xml.js';
import type { Limits } from './table.js';

/** Elements that stand in a part by the thousand, and how the plainest of them are read without a parser. */
export interface PlainItems {
  /** How one begins and ends: `<row ` and `</row>`. */
  readonly opening: string;
  readonly closing: string;
  /** Whether the handler, at this depth, expects an item next. */
  readonly expected: (depth: number) => boolean;
  /** Reads the item that stands from `from` to its closing tag at `end`; false where it is not quite plain. */
  readonly read: (text: string, from: number, end: number) => boolean;
}

const longestItem = 2 ** 20;
const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/**
 * Parses a part, reading plain items by themselves: a third of the work, since nearly all are plain. Whatever is not
 * goes through the parser, one item at a time; a part with comments, CDATA or instructions among its items goes through
 * it from there on, for those may hold what looks like an item.
 */
export async function* parseItems(chunks: AsyncIterable<Buffer>, handler: XmlHandler, items: PlainItems, limits: Limits): AsyncGenerator<void, void, undefined> {
  const reader = new ItemReader(handler, items, limits);
  yield* decodeChunks(chunks, (text, last) => reader.take(text, last));
}

class ItemReader {
  readonly #parser;
  readonly #items: PlainItems;
  #text = '';
  #mode: 'head' | 'items' | 'parser' = 'head';

  constructor(handler: XmlHandler, items: PlainItems, limits: Limits) {
    this.#parser = xmlParser(handler, limits);
    this.#items = items;
  }

  take(text: string, last: boolean): void {
    this.#text += text;
    if (this.#mode === 'head') this.#readHead();
    if (this.#mode === 'items') this.#readItems();
    if (this.#mode === 'parser' || last) this.#hand(this.#text.length);
    if (last) this.#parser.close();
  }

  /** Gives the parser the text up to `end`. */
  #hand(end: number): void {
    if (end > 0) this.#parser.write(this.#text.slice(0, end));
    this.#text = this.#text.slice(end);
  }

  #readHead(): void {
    const first = this.#text.indexOf(this.#items.opening);
    const head = first < 0 ? this.#text : this.#text.slice(0, first);
    if (head.includes('<!') || head.lastIndexOf('<?') > 0 || head.length > longestItem) this.#mode = 'parser';
    else if (first >= 0) {
      this.#hand(first);
      this.#mode = this.#items.expected(this.#parser.depth) ? 'items' : 'parser';
    }
  }

  #readItems(): void {
    const text = this.#text;
    const { opening, closing, read } = this.#items;
    let at = 0;
    while (this.#mode === 'items') {
      while (isSpace(text.charCodeAt(at))) at++;
      if (!text.startsWith(opening, at)) {
        // Perhaps the begin of one; more text will tell.
        if (text.length - at >= opening.length || !opening.startsWith(text.slice(at))) this.#mode = 'parser';
        break;
      }
      const end = text.indexOf(closing, at);
      if (end < 0) {
        if (text.length - at > longestItem) this.#mode = 'parser';
        break;
      }
      if (!read(text, at, end)) this.#parse(text.slice(at, end + closing.length));
      at = end + closing.length;
    }
    this.#text = text.slice(at);
  }

  #parse(item: string): void {
    this.#parser.write(item);
    if (item.includes('<!') || item.includes('<?') || !this.#items.expected(this.#parser.depth)) this.#mode = 'parser';
  }
}
