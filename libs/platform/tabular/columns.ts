import { halfWidth, type Parser } from './cell-text.js';

/** One column that a table may have. */
export interface Column<T = unknown> {
  /** What its title may be; the first one is the title in our own templates. Earlier ones win. */
  readonly titles: readonly string[];
  /** Every row needs a value, and so the table needs the column. */
  readonly required?: boolean;
  /** The table needs the column even though single cells may be blank. */
  readonly needed?: boolean;
  /** Code of the problem where a required value is missing; `missing-value` unless said otherwise. */
  readonly missing?: string;
  readonly parse: Parser<T>;
  /** For the template: how to fill it in, and an example. */
  readonly note?: string;
  readonly example?: string;
}

export type Columns = Readonly<Record<string, Column>>;
export type Field<C extends Columns> = keyof C & string;

type Parsed<P> = P extends Parser<infer T> ? T : never;
/** What a record holds: every required field, and the others or null. */
export type Values<C extends Columns> = {
  readonly [F in keyof C]: C[F] extends { readonly required: true }
    ? Parsed<C[F]['parse']>
    : Parsed<C[F]['parse']> | null;
};

/** Which column means what: a header text or a column letter; null leaves the field out. */
export type Mapping<C extends Columns> = { readonly [F in keyof C]?: string | null };

/** Declares the columns of an import; two fields that answer to one title are a mistake of ours. */
export function defineColumns<const C extends Columns>(columns: C): C {
  const seen = new Map<string, string>();
  for (const [field, { titles }] of Object.entries(columns)) {
    for (const title of titles) {
      const key = titleKey(title);
      const other = seen.get(key);
      if (other !== undefined && other !== field) throw new Error(`title ${title} belongs to ${other} and ${field}`);
      seen.set(key, field);
    }
  }
  return columns;
}

/** A title without case, width, blanks and punctuation; what stands in brackets is kept. */
export const titleKey = (title: string): string =>
  halfWidth(title)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%#]/gu, '');

const brackets = /\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕|<[^<>]*>|《[^《》]*》|「[^「」]*」/g;

/** The same without what stands in brackets: 工号(必填) is 工号. */
export const bareTitleKey = (title: string): string => titleKey(halfWidth(title).replace(brackets, ''));

/** `A` → 0, `AB` → 27; undefined where it is no column letter. */
export function columnIndex(letters: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return undefined;
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** 0 → `A`, 27 → `AB`. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + (index % 26));
}
