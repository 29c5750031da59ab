import { type ItemOption, mostOptions } from '@skillhall/assessment/domain';
import { Names } from '../tables/names.js';

const separators = /[\s,;|/、，；]+/;
const letters = /^[A-Z]+$/;
const separated = (text: string): string[] => text.split(separators).filter(Boolean);

/** Full-width letters and lower case are letters like others. */
const tidy = (text: string): string => text.normalize('NFKC').trim().toUpperCase();

/** The choices made on one item, as they were written, and what they come to when all have been read. */
export class ItemChoices {
  private readonly texts = new Names();
  private key: string | undefined;
  private offered: string | undefined;

  /** The number that stands for this choice until the end. */
  take(choice: string): number {
    return this.texts.numberOf(tidy(choice));
  }

  /** False where an earlier row said otherwise. */
  setKey(key: string): boolean {
    return (this.key ??= tidy(key)) === tidy(key);
  }

  setOffered(options: string): boolean {
    return (this.offered ??= tidy(options)) === tidy(options);
  }

  /** Options, how many there are if the file says so and one is right, and the bits of each choice; null for written answers. */
  read(): { readonly options: readonly ItemOption[]; readonly optionCount: number | undefined; readonly bits: readonly number[] } | null {
    const split = this.splitter();
    const keys = new Set(split(this.key ?? ''));
    const offered = this.offeredOptions();
    const found = new Set([...offered, ...keys, ...this.texts.all.flatMap(split)]);
    if (!found.size || found.size > mostOptions) return null;
    const ids = [...found].sort((a, b) => (a < b ? -1 : 1));
    const bits = this.texts.all.map((text) => split(text).reduce((sum, id) => (sum | (1 << ids.indexOf(id))) >>> 0, 0));
    return { options: ids.map((id) => ({ id, key: keys.has(id) })), optionCount: keys.size === 1 && offered.length ? offered.length : undefined, bits };
  }

  private offeredOptions(): string[] {
    const text = this.offered ?? '';
    return letters.test(text) ? [...text] : separated(text);
  }

  /** Several options in one cell stand apart (A;C), or are letters run together (AC) where the key or the options are. */
  private splitter(): (text: string) => string[] {
    const all = [...this.texts.all, this.key ?? ''].filter((text) => text !== '');
    const together = all.every((text) => letters.test(text) && new Set(text).size === text.length);
    const several = (this.key?.length ?? 0) > 1 || letters.test(this.offered ?? '');
    if (together && several) return (text) => [...text];
    // A phrase with blanks is one option, unless every written choice could be a list.
    return all.some((text) => /[,;|、，；]/.test(text)) ? separated : (text) => (text === '' ? [] : [text]);
  }
}
