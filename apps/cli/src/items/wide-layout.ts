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
  private readonly rows: { readonly row: number; readonly first: string; readonly marks: Float64Array }[] = [];
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
    } else this.rows.push({ row, first: texts[0] ?? '', marks: Float64Array.from(this.columns, ({ at, title }) => (this.noItemYet(at) ? NaN : this.mark(texts[at] ?? '', row, title))) });
  }

  /** The column of attempts, or a first one that may yet turn out to be it. */
  private noItemYet(at: number): boolean {
    return at === (this.id ?? 0);
  }

  private mark(text: string, row: number, title: string): number {
    return markIn(text, row, title, this.options.blank);
  }

  build(): Responses {
    if (this.id === undefined) this.decide();
    const { id = -1, maxima: fromRow } = this;
    const columns = this.columns.filter(({ at }) => at !== id);
    if (!columns.length) throw new CommandFailure(`The file has no column of marks. It has: ${this.titles.join(', ')}.`, 1, false, { code: 'no-items' });
    const given = maximaOf(this.options.maxMarks, columns.length);
    const facts = columns.map(({ name, title, at, maximum }, item) => {
      const known = given?.[item] ?? (fromRow && maximumIn(fromRow.cells[at] ?? '', fromRow.row, title)) ?? maximum;
      return { id: name, column: title, maximum: known, optionCount: this.options.options };
    });
    const inTitles = columns.every(({ maximum }) => maximum !== undefined);
    return {
      ...{ table: tableOf(facts, this.rows.length, this.entries()), layout: 'wide', idColumn: id >= 0 ? (this.titles[id] ?? '') : null, ignoredColumns: this.ignored },
      maximumFrom: given ? 'option' : fromRow ? 'row' : inTitles ? 'title' : 'largest-seen',
    };
  }

  private decide(): void {
    const ids = this.looksLikeIds();
    const first = this.columns.findIndex(({ at }) => at === 0);
    if (!ids && first >= 0) for (const { row, first: text, marks } of this.rows) marks[first] = this.mark(text, row, this.columns[first]!.title);
    this.id = ids ? 0 : -1;
  }

  private entries(): Entries {
    const entries: Entries = { row: [], attempt: [], item: [], mark: [] };
    const places = this.columns.flatMap(({ at }, place) => (at === this.id ? [] : [place]));
    for (const [attempt, { row, marks }] of this.rows.entries())
      for (const [item, place] of places.entries()) {
        const mark = marks[place]!;
        if (Number.isNaN(mark)) continue;
        entries.row.push(row);
        entries.attempt.push(attempt);
        entries.item.push(item);
        entries.mark.push(mark);
      }
    return entries;
  }

  /**
   * A first column of another title tells attempts apart where no two rows agree in it and it reads like names or
   * numbering, unless it is named like its neighbour: q1 beside q2 is an item whatever stands in it.
   */
  private looksLikeIds(): boolean {
    const series = (title = ''): string => title.replace(/\d+/g, '#');
    const texts = this.rows.map(({ first }) => first);
    if (series(this.titles[0]) === series(this.titles[1])) return false;
    if (texts.length < 2 || texts.some(isNothing) || new Set(texts).size < texts.length) return false;
    const numbers = texts.map(Number);
    if (numbers.every(Number.isNaN)) return true;
    return numbers.every(Number.isInteger) && (texts.length > 10 || (texts.length >= 5 && numbers.every((value, at) => value === numbers[0]! + at)));
  }
}
