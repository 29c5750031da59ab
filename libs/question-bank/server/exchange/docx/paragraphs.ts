import type { Attributes, XmlHandler } from '@skillhall/platform/tabular';
import { scriptText, type ExchangeMedia } from '../../../domain/index.js';

type Span = [from: number, to: number];

/** Text of one paragraph, in which line breaks are kept, with what is known of its looks. */
export interface Paragraph {
  text: string;
  /** Places that are bold, coloured or highlighted. */
  readonly strong: Span[];
  readonly underlined: Span[];
  readonly media: ExchangeMedia[];
  /** List and level of an automatic number, or the style that may have one. */
  list: string | undefined;
  level: number | undefined;
  style: string | undefined;
  /** Number of the paragraph in the document, from 1. */
  readonly number: number;
}

/** A row of a table: its cells, each of some paragraphs. */
export type TableRow = readonly (readonly Paragraph[])[];
export type Block = { readonly kind: 'paragraph'; readonly paragraph: Paragraph } | { readonly kind: 'table'; readonly rows: readonly TableRow[] };

interface Look {
  strong: boolean;
  underlined: boolean;
  script: 'sup' | 'sub' | null;
}

// Signs of Wingdings and Symbol that stand for √ and × in many a question.
const symbols: Readonly<Record<string, string>> = { F0FC: '√', F0D6: '√', F050: '√', F052: '√', F0FE: '√', F0FB: '×', F04F: '×', F051: '×', F0B4: '×', F0FD: '×', F054: '×', '2713': '√', '2714': '√', '2717': '×', '2718': '×', '221A': '√', D7: '×' };

/** What was deleted or looked otherwise before a change that is tracked, and copies for older programs. */
const leftOut = new Set(['Fallback', 'del', 'moveFrom', 'pPrChange', 'rPrChange']);

const isOff = (value: string | undefined): boolean => value === '0' || value === 'false' || value === 'none' || value === 'off';
const dark = (color: string | undefined): boolean => color === undefined || color === 'auto' || /^(0{6}|(?:[0-4][0-9a-f]){3})$/i.test(color);

/** Adds a place to those before it; places that meet are one. */
function extend(spans: Span[], from: number, to: number): void {
  const last = spans.at(-1);
  if (last && last[1] === from) last[1] = to;
  else spans.push([from, to]);
}

/** Underlined blanks are a gap to write in; underlined words may be the answer in one, so they are marked as __words__. */
function markUnderlined(paragraph: Paragraph): void {
  let [text, done] = ['', 0];
  const moved: (readonly [at: number, by: number])[] = [];
  for (const [from, to] of paragraph.underlined) {
    const words = paragraph.text.slice(from, to);
    if (/^[_＿]+$/.test(words.trim()) || words.includes('\n')) continue;
    const marked = words.trim() === '' ? '_'.repeat(Math.max(4, words.length)) : `__${words.trim()}__`;
    text += paragraph.text.slice(done, from) + marked;
    moved.push([from, marked.length - words.length]);
    done = to;
  }
  if (!moved.length) return;
  paragraph.text = text + paragraph.text.slice(done);
  const place = (at: number): number => at + moved.reduce((sum, [from, by]) => (from < at ? sum + by : sum), 0);
  for (const span of paragraph.strong) [span[0], span[1]] = [place(span[0]), place(span[1])];
}

/** Gathers the text of `word/document.xml`. Deleted text and the second copy of text boxes are left out. */
export class DocumentParts implements XmlHandler {
  readonly blocks: Block[] = [];
  readonly #pictures: ReadonlyMap<string, string>;
  readonly #open: Paragraph[] = [];
  readonly #tables: { rows: Paragraph[][][] }[] = [];
  #paragraphs = 0;
  #look: Look = { strong: false, underlined: false, script: null };
  #inText = false;
  #inRunLook = false;
  #skipped = 0;
  #description: string | null = null;

  constructor(pictures: ReadonlyMap<string, string>) {
    this.#pictures = pictures;
  }

  open(name: string, attributes: Attributes): void {
    if (leftOut.has(name)) this.#skipped++;
    if (this.#skipped) return;
    const value = attributes['w:val'];
    if (this.#inRunLook) return this.#setLook(name, value);
    const paragraph = this.#open.at(-1);
    if (name === 'tbl') this.#tables.push({ rows: [] });
    else if (name === 'tr') this.#tables.at(-1)?.rows.push([]);
    else if (name === 'tc') this.#tables.at(-1)?.rows.at(-1)?.push([]);
    else if (name === 'p') this.#open.push({ text: '', strong: [], underlined: [], media: [], list: undefined, level: undefined, style: undefined, number: ++this.#paragraphs });
    else if (!paragraph) return;
    else if (name === 'pStyle') paragraph.style = value;
    else if (name === 'numId') paragraph.list = value;
    else if (name === 'ilvl') paragraph.level = Number(value ?? 0);
    else if (name === 'r') this.#look = { strong: false, underlined: false, script: null };
    else if (name === 'rPr') this.#inRunLook = true;
    else if (name === 't') this.#inText = true;
    else if (name === 'tab') this.#write('  ');
    else if (name === 'br' || name === 'cr') this.#write('\n');
    else if (name === 'noBreakHyphen') this.#write('-');
    else if (name === 'sym') this.#write(symbols[(attributes['w:char'] ?? '').toUpperCase()] ?? '');
    else if (name === 'docPr') this.#description = attributes['descr']?.trim() || null;
    else if (name === 'blip') this.#picture(attributes['r:embed'], paragraph);
    else if (name === 'imagedata') this.#picture(attributes['r:id'], paragraph);
    else if (name === 'den') this.#write('/');
    else if (name === 'sup') this.#write('^');
  }

  close(name: string): void {
    if (leftOut.has(name)) {
      this.#skipped--;
      return;
    }
    if (this.#skipped) return;
    if (name === 'rPr') this.#inRunLook = false;
    else if (name === 't') this.#inText = false;
    else if (name === 'r') this.#look = { strong: false, underlined: false, script: null };
    else if (name === 'p') this.#endParagraph();
    else if (name === 'tbl') this.#endTable();
  }

  text(text: string): void {
    if (this.#inText && !this.#skipped) this.#write(text);
  }

  #setLook(name: string, value: string | undefined): void {
    if (name === 'b' || name === 'highlight') this.#look.strong ||= !isOff(value);
    else if (name === 'color') this.#look.strong ||= !dark(value);
    else if (name === 'u') this.#look.underlined = !isOff(value);
    else if (name === 'vertAlign') this.#look.script = value === 'superscript' ? 'sup' : value === 'subscript' ? 'sub' : null;
  }

  #write(said: string): void {
    const paragraph = this.#open.at(-1);
    if (!paragraph || said === '') return;
    const { strong, underlined, script } = this.#look;
    const from = paragraph.text.length;
    paragraph.text += script && said.trim() !== '' ? scriptText(script, said.trim()) : said;
    if (strong) extend(paragraph.strong, from, paragraph.text.length);
    if (underlined) extend(paragraph.underlined, from, paragraph.text.length);
  }

  #picture(id: string | undefined, paragraph: Paragraph): void {
    const name = id === undefined ? undefined : this.#pictures.get(id);
    if (name !== undefined) paragraph.media.push({ name, description: this.#description });
    this.#description = null;
  }

  #endParagraph(): void {
    const paragraph = this.#open.pop();
    if (!paragraph) return;
    markUnderlined(paragraph);
    const outer = this.#open.at(-1);
    // A text box stands in a paragraph: its text follows there.
    if (outer) {
      outer.text += `${outer.text === '' ? '' : '\n'}${paragraph.text}`;
      outer.media.push(...paragraph.media);
      return;
    }
    const cell = this.#tables.at(-1)?.rows.at(-1)?.at(-1);
    if (cell) cell.push(paragraph);
    else this.blocks.push({ kind: 'paragraph', paragraph });
  }

  #endTable(): void {
    const table = this.#tables.pop();
    const cell = this.#tables.at(-1)?.rows.at(-1)?.at(-1);
    if (table && cell) cell.push(...table.rows.flat(2));
    else if (table) this.blocks.push({ kind: 'table', rows: table.rows });
  }
}
