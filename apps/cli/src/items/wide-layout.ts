import type { Cell } from '@skillhall/platform/tabular';
import { CommandFailure } from '../failure.js';
import { shown, wrongCell } from '../tables/row.js';
import { type Entries, isNothing, markIn, maximaOf, maximumIn, type ReadOptions, type Responses, tableOf } from './responses.js';
import { isAttempt, isMaximum, isTotal, titleAndMaximum } from './titles.js';

interface ItemColumn {
  readonly at: number;
  readonly title: string;
  readonly name: string;
  readonly maximum: number | undefined;
}

/** One row an attempt, one column an item. */
export class WideLayout {
  private readonly columns: readonly ItemColumn[];
  private readonly ignored: string[] = [];
  /** Column of attempts: -1 none, undefined still to be seen from what stands in the first column. */
  private id: number | undefined;
  private readonly rows: { readonly row: number; readonly cells: readonly string[] }[] = [];
  private maxima: { readonly row: number; readonly cells: readonly string[] } | undefined;

  constructor(
    private readonly titles: readonly string[],
    private readonly options: ReadOptions,
  ) {
    this.id = this.namedId();
    this.columns = titles.flatMap((title, at): ItemColumn[] => {
      if (at === this.id || title === '') return [];
      const { name, maximum } = titleAndMaximum(title);
      if (options.ignore.includes(title) || isTotal(name)) {
        this.ignored.push(title);
        return [];
      }
      return [{ at, title, name, maximum }];
    });
    const twice = this.columns.find(({ name }, at) => this.columns.findIndex((other) => other.name === name) !== at);
    if (twice) throw wrongCell(1, twice.title, 'column-twice', 'two columns have this title');
  }

  private namedId(): number | undefined {
    const { idColumn } = this.options;
    if (idColumn === 'none') return -1;
    if (idColumn !== undefined) {
      const at = this.titles.indexOf(idColumn);
      if (at < 0) throw new CommandFailure(`The file has no column "${idColumn}". It has: ${this.titles.join(', ')}.`, 1, false, { code: 'column-missing', column: idColumn, row: 1 });
      return at;
    }
    return this.titles[0] === '' || isAttempt(this.titles[0] ?? '') ? 0 : undefined;
  }

  add(row: number, cells: readonly Cell[]): void {
    const texts = cells.map(shown);
    const stray = texts.findIndex((text, at) => text !== '' && at !== this.id && !this.titles[at]);
    if (stray >= 0) throw wrongCell(row, String(stray + 1), 'column-untitled', `"${texts[stray]}" stands in a column without a title`);
    if (!this.rows.length && !this.maxima && this.id !== -1 && isMaximum(texts[this.id ?? 0] ?? '')) {
      this.maxima = { row, cells: texts };
      this.id ??= 0;
    } else this.rows.push({ row, cells: texts });
  }

  build(): Responses {
    const id = (this.id ??= this.looksLikeIds() ? 0 : -1);
    const columns = this.columns.filter(({ at }) => at !== id);
    if (!columns.length) throw new CommandFailure(`The file has no column of marks. It has: ${this.titles.join(', ')}.`, 1, false, { code: 'no-items' });
    const given = maximaOf(this.options.maxMarks, columns.length);
    const fromRow = this.maxima;
    const facts = columns.map(({ name, title, at, maximum }, item) => {
      const known = given?.[item] ?? (fromRow && maximumIn(fromRow.cells[at] ?? '', fromRow.row, title)) ?? maximum;
      return { id: name, column: title, maximum: known, optionCount: this.options.options };
    });
    const inTitles = columns.every(({ maximum }) => maximum !== undefined);
    return {
      ...{ table: tableOf(facts, this.rows.length, this.entries(columns)), layout: 'wide', idColumn: id >= 0 ? (this.titles[id] ?? '') : null, ignoredColumns: this.ignored },
      maximumFrom: given ? 'option' : fromRow ? 'row' : inTitles ? 'title' : 'largest-seen',
    };
  }

  private entries(columns: readonly ItemColumn[]): Entries {
    const entries: Entries = { row: [], attempt: [], item: [], mark: [] };
    for (const [attempt, { row, cells }] of this.rows.entries())
      for (const [item, { at, title }] of columns.entries()) {
        const mark = markIn(cells[at] ?? '', row, title, this.options.blank);
        if (Number.isNaN(mark)) continue;
        entries.row.push(row);
        entries.attempt.push(attempt);
        entries.item.push(item);
        entries.mark.push(mark);
      }
    return entries;
  }

  /** A first column of another title tells attempts apart where no two rows agree in it and it reads like numbering or names. */
  private looksLikeIds(): boolean {
    const texts = this.rows.map(({ cells }) => cells[0] ?? '');
    if (texts.length < 2 || texts.some(isNothing) || new Set(texts).size < texts.length) return false;
    const numbers = texts.map(Number);
    if (numbers.every(Number.isNaN)) return true;
    const whole = numbers.every(Number.isInteger);
    return whole && (texts.length > 10 || (texts.length >= 5 && numbers.every((value, at) => value === numbers[0]! + at)));
  }
}
