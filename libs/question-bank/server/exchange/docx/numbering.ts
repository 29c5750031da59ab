import type { Attributes, XmlHandler } from '@skillhall/platform/tabular';

/** One level of an automatic list: how its numbers look and what stands around them. */
interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

interface List {
  readonly abstract: string;
  /** Levels that begin anew where this list is used first. */
  readonly restarts: ReadonlyMap<number, number>;
}

export interface Numbering {
  readonly levels: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  readonly lists: ReadonlyMap<string, List>;
}

/** Gathers `word/numbering.xml`. */
export class NumberingParts implements XmlHandler, Numbering {
  readonly levels = new Map<string, Map<number, Level>>();
  readonly lists = new Map<string, { abstract: string; restarts: Map<number, number> }>();
  #abstract: string | undefined;
  #list: string | undefined;
  #level = 0;
  #read = { format: 'decimal', text: '', start: 1 };

  open(name: string, attributes: Attributes): void {
    const value = attributes['w:val'] ?? '';
    if (name === 'abstractNum') this.levels.set((this.#abstract = attributes['w:abstractNumId'] ?? ''), new Map());
    else if (name === 'num') this.lists.set((this.#list = attributes['w:numId'] ?? ''), { abstract: '', restarts: new Map() });
    else if (name === 'abstractNumId' && this.#list !== undefined) this.lists.get(this.#list)!.abstract = value;
    else if (name === 'lvl' || name === 'lvlOverride') [this.#level, this.#read] = [Number(attributes['w:ilvl'] ?? 0), { format: 'decimal', text: '', start: 1 }];
    else if (name === 'startOverride' && this.#list !== undefined) this.lists.get(this.#list)!.restarts.set(this.#level, Number(value));
    else if (name === 'start') this.#read.start = Number(value);
    else if (name === 'numFmt') this.#read.format = attributes['w:val'] === 'custom' ? 'decimal' : value;
    else if (name === 'lvlText') this.#read.text = value;
  }

  close(name: string): void {
    if (name === 'lvl' && this.#abstract !== undefined && this.#list === undefined) this.levels.get(this.#abstract)!.set(this.#level, this.#read);
    else if (name === 'abstractNum') this.#abstract = undefined;
    else if (name === 'num') this.#list = undefined;
  }

  text(): void {
    // Nothing of a numbering stands in text.
  }
}

const han = '〇一二三四五六七八九';
const chinese = (count: number): string => {
  if (count < 10) return han[count]!;
  if (count >= 100) return [...String(count)].map((digit) => han[Number(digit)]).join('');
  return `${count < 20 ? '' : han[Math.floor(count / 10)]}十${count % 10 ? han[count % 10] : ''}`;
};
const romans: readonly (readonly [number, string])[] = [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];

function roman(count: number): string {
  let [rest, text] = [count, ''];
  for (const [value, sign] of romans) for (; rest >= value; rest -= value) text += sign;
  return text;
}

const letters = (count: number): string => String.fromCharCode(65 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));

/** A number as a format of Word shows it. */
export function numberText(format: string, count: number): string {
  if (count < 0 || count > 9999) return String(count);
  if (/^(chinese|taiwanese|japaneseCounting|ideographDigital|ideographTraditional)/.test(format)) return chinese(count);
  if (format === 'upperLetter') return letters(Math.max(1, count));
  if (format === 'lowerLetter') return letters(Math.max(1, count)).toLowerCase();
  if (format === 'upperRoman') return roman(count);
  if (format === 'lowerRoman') return roman(count).toLowerCase();
  if (format.startsWith('decimalEnclosed') && count >= 1 && count <= 20) return format.endsWith('Paren') ? `(${count})` : String.fromCharCode(0x245f + count);
  return String(count);
}

/** Counts the paragraphs of automatic lists and says what Word shows before each. */
export class ListNumbers {
  readonly #numbering: Numbering;
  readonly #counts = new Map<string, number[]>();
  readonly #seen = new Set<string>();
  #last: { readonly id: string; readonly level: number } | undefined;
  /** A question began since the last letter, so letters begin anew. */
  #questionSince = false;

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** A paragraph without an automatic number; `begins` says that it is a question or a heading by its own number. */
  plain(begins: boolean): void {
    if (begins) this.#questionSince = true;
  }

  next(id: string, level: number): string {
    const list = this.#numbering.lists.get(id);
    const levels = list && this.#numbering.levels.get(list.abstract);
    const own = levels?.get(level);
    if (!list || !levels || !own || own.format === 'none') return '';
    if (own.format === 'bullet') return '';
    const lettered = /Letter$/.test(own.format);
    const key = lettered ? `${list.abstract} ${id}` : list.abstract;
    const counts = this.#counts.get(key) ?? [];
    this.#counts.set(key, counts);
    const restart = this.#seen.has(id) ? undefined : list.restarts.get(level);
    if (restart !== undefined) counts[level] = restart - 1;
    this.#seen.add(id);
    // Options written as one long list are meant to begin at A below each question.
    if (lettered && this.#questionSince && (this.#last?.id !== id || this.#last.level !== level || counts[level] !== undefined)) counts.length = level;
    this.#questionSince = !lettered && !/^lower|Enclosed/.test(own.format);
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    counts.length = level + 1;
    this.#last = { id, level };
    return own.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const shown = levels.get(at);
      return shown ? numberText(shown.format, counts[at] ?? shown.start) : '';
    });
  }
}
