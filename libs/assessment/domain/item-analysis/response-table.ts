/** One way of answering an item by choosing; `key` marks what is right. */
export interface ItemOption {
  readonly id: string;
  readonly key: boolean;
}

/** A question of a test, as the analysis sees it. */
export interface AnalysedItem {
  readonly id: string;
  /** The marks of a full answer; 0 for an item that gives none. */
  readonly maximum: number;
  /** Share of the maximum that blind guessing brings, where it can be said: see `randomGuessScore`. */
  readonly guessScore?: number | undefined;
  /** What could be chosen, `mostOptions` at most; bit k of a choice stands for the k-th. */
  readonly options?: readonly ItemOption[] | undefined;
}

/** A choice is kept in 32 bits. */
export const mostOptions = 32;

/** The marks of a test, one column an item, one after another: the cell is `item * attempts + attempt`. */
export interface ResponseTable {
  readonly items: readonly AnalysedItem[];
  readonly attempts: number;
  /** NaN where the attempt was not asked the item; an item that was asked and left out has 0 marks. */
  readonly marks: Float64Array;
  /** Bits of the options chosen, 0 for none; only for tests with items of choice. */
  readonly choices?: Uint32Array | undefined;
}

/** A table in which nobody has been asked anything yet. */
export function emptyTable(items: readonly AnalysedItem[], attempts: number, withChoices = false): ResponseTable {
  const cells = items.length * attempts;
  return { items, attempts, marks: new Float64Array(cells).fill(NaN), ...(withChoices && { choices: new Uint32Array(cells) }) };
}

/** Refuses what would make every later figure wrong. */
export function checkTable({ items, attempts, marks, choices }: ResponseTable): void {
  const cells = items.length * attempts;
  if (marks.length !== cells || (choices && choices.length !== cells)) throw new RangeError(`${items.length} items by ${attempts} attempts are not ${marks.length} cells`);
  for (const { id, maximum, options } of items) {
    if (!(maximum >= 0 && maximum < Infinity)) throw new RangeError(`item ${id}: ${maximum} is no maximum`);
    if (options && options.length > mostOptions) throw new RangeError(`item ${id}: more than ${mostOptions} options`);
  }
  for (let cell = 0; cell < cells; cell++) if (marks[cell] === Infinity || marks[cell] === -Infinity) throw new RangeError('marks are not finite');
}

/**
 * What blind guessing brings when one option is chosen: the mean worth of the options, each as a fraction of the
 * maximum. Shape: one number an option. Range: that of the worths, 0 to 1 without negative marks; null without options.
 * Source: Moodle, Quiz statistics calculations, "Random guess score"; items of several right options have none there.
 */
export function randomGuessScore(worths: readonly number[]): number | null {
  return worths.length ? worths.reduce((sum, worth) => sum + worth, 0) / worths.length : null;
}
