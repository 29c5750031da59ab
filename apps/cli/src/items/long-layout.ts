import type { Cell } from '@skillhall/platform/tabular';
import { CommandFailure } from '../failure.js';
import { Names } from '../tables/names.js';
import { Row } from '../tables/row.js';
import { ItemChoices } from './item-choices.js';
import { type Entries, type ItemFacts, markIn, maximaOf, maximumIn, type ReadOptions, type Responses, tableOf } from './responses.js';
import { isAttempt, isChoice, isItem, isKey, isMark, isMaximum, isOptions } from './titles.js';

interface LongColumns {
  readonly attempt: string;
  readonly item: string;
  readonly mark: string;
  readonly maximum?: string;
  readonly choice?: string;
  readonly key?: string;
  readonly options?: string;
}

/** The columns of one row a response; undefined where the header is not of that kind. */
export function longColumns(titles: readonly string[], idColumn: string | undefined): LongColumns | undefined {
  const find = (is: (title: string) => boolean): string | undefined => titles.find(is);
  const [attempt, item, mark] = [find((title) => (idColumn === undefined ? isAttempt(title) : title === idColumn)), find(isItem), find(isMark)];
  if (attempt === undefined || item === undefined || mark === undefined) return undefined;
  const more = Object.entries({ maximum: find(isMaximum), choice: find(isChoice), key: find(isKey), options: find(isOptions) }).filter(([, title]) => title !== undefined);
  return { attempt, item, mark, ...(Object.fromEntries(more) as Partial<LongColumns>) };
}

/** One row a response: attempt, item, mark, and where there are any the maximum, the choice, the key and the options. */
export class LongLayout {
  private readonly attempts = new Names();
  private readonly items = new Names();
  private readonly known: { readonly choices: ItemChoices; maximum?: number; maximumRow?: number }[] = [];
  private readonly entries: Entries = { row: [], attempt: [], item: [], mark: [] };
  private readonly chosen: number[] = [];
  private readonly seen = new Set<number>();
  private readonly places: ReadonlyMap<string, number>;

  constructor(
    titles: readonly string[],
    private readonly columns: LongColumns,
    private readonly options: ReadOptions,
  ) {
    this.places = new Map(titles.map((title, at) => [title, at]));
  }

  add(number: number, cells: readonly Cell[]): void {
    const { columns, entries } = this;
    const row = new Row(number, cells, this.places);
    const [attempt, item] = [this.attempts.numberOf(row.name(columns.attempt)), this.items.numberOf(row.name(columns.item))];
    const key = attempt * 2 ** 20 + item;
    if (this.seen.size === this.seen.add(key).size) throw row.wrong(columns.item, 'duplicate-row', `attempt "${row.text(columns.attempt)}" has item "${row.text(columns.item)}" already`);
    const choice = this.keepItem(row, item);
    const mark = markIn(row.text(columns.mark), number, columns.mark, this.options.blank);
    if (Number.isNaN(mark)) return;
    entries.row.push(number);
    entries.attempt.push(attempt);
    entries.item.push(item);
    entries.mark.push(mark);
    this.chosen.push(choice);
  }

  /** Maximum, key and options belong to the item: rows must agree on them. */
  private keepItem(row: Row, item: number): number {
    const { maximum, choice, key, options } = this.columns;
    const known = (this.known[item] ??= { choices: new ItemChoices() });
    const text = (title: string | undefined): string => (title === undefined ? '' : row.text(title));
    const varies = (title: string): CommandFailure => row.wrong(title, 'varies-within-item', `"${row.text(title)}", but an earlier row of item "${row.text(this.columns.item)}" says otherwise`);
    if (text(maximum) !== '') {
      const value = maximumIn(text(maximum), row.number, maximum!);
      known.maximum ??= value;
      if (known.maximum !== value) throw varies(maximum!);
    }
    if (text(key) !== '' && !known.choices.setKey(text(key))) throw varies(key!);
    if (text(options) !== '' && !known.choices.setOffered(text(options))) throw varies(options!);
    return known.choices.take(text(choice));
  }

  build(): Responses {
    const names = this.items.all;
    const given = maximaOf(this.options.maxMarks, names.length);
    const choices = this.known.map((item) => (this.columns.choice === undefined ? null : item.choices.read()));
    const facts = names.map(
      (id, item): ItemFacts => ({
        ...{ id, column: this.columns.mark, maximum: given?.[item] ?? this.known[item]!.maximum },
        ...{ options: choices[item]?.options, optionCount: choices[item]?.optionCount ?? this.options.options },
      }),
    );
    const bits = choices.some(Boolean) ? this.chosen.map((choice, at) => choices[this.entries.item[at]!]?.bits[choice] ?? 0) : undefined;
    return {
      ...{ table: tableOf(facts, this.attempts.all.length, { ...this.entries, ...(bits && { bits }) }), layout: 'long', idColumn: this.columns.attempt, ignoredColumns: [] },
      maximumFrom: given ? 'option' : facts.every(({ maximum }) => maximum !== undefined) ? 'column' : 'largest-seen',
    };
  }
}
