import { creditOf, type QuestionKey } from '@skillhall/question-bank/domain';
import type { GradedAnswer } from '../grading.js';
import { type AnalysedItem, mostOptions, randomGuessScore, type ResponseTable } from './response-table.js';

/** A question of papers that were handed in, with what is right. */
export interface PaperItem {
  readonly id: string;
  readonly type: string;
  readonly optionKeys: readonly string[];
  readonly key: QuestionKey;
}

type Chosen = 'single' | 'multiple' | 'trueFalse';
const isChosen = (type: string): type is Chosen => type === 'single' || type === 'multiple' || type === 'trueFalse';

/** What can be chosen, in the order of the letters; blind guessing has a worth where just one is chosen. */
function analysed({ id, type, optionKeys, key }: PaperItem, maximum: number): AnalysedItem {
  if (key.kind !== 'choice' || !isChosen(type) || optionKeys.length > mostOptions) return { id, maximum };
  const keys = [...optionKeys].sort();
  const worths = keys.map((option) => {
    const earned = creditOf({ type }, key, [option]);
    return 'credit' in earned ? earned.credit : 0;
  });
  return { id, maximum, options: keys.map((option) => ({ id: option, key: key.correct.includes(option) })), ...(type !== 'multiple' && { guessScore: randomGuessScore(worths) ?? undefined }) };
}

/** Fills the table of an analysis paper by paper, so that not all of them have to be held at once. */
export class PaperTable {
  private readonly place: ReadonlyMap<string, number>;
  private readonly options: readonly (ReadonlyMap<string, number> | null)[];
  /** Of each question the mark that it had on the first paper; 0 until one asks it. */
  private readonly maxima: number[];
  private readonly cells: ResponseTable;
  private next = 0;

  private readonly items: readonly PaperItem[];

  constructor(items: readonly PaperItem[], attempts: number) {
    this.items = items;
    this.place = new Map(items.map(({ id }, index) => [id, index]));
    this.options = items.map((item) => analysed(item, 0).options).map((options) => (options ? new Map(options.map((option, bit) => [option.id, bit])) : null));
    this.maxima = items.map(() => 0);
    const size = items.length * attempts;
    this.cells = { items: [], attempts, marks: new Float64Array(size).fill(NaN), choices: new Uint32Array(size) };
  }

  get table(): ResponseTable {
    return { ...this.cells, items: this.items.map((item, index) => analysed(item, this.maxima[index]!)) };
  }

  /** A question that is not analysed (void, say) is passed over. Where a paper gave it other marks, its share counts. */
  add(answers: readonly Pick<GradedAnswer, 'questionId' | 'marks' | 'maxMarks' | 'choice'>[]): void {
    const attempt = this.next++;
    for (const { questionId, marks, maxMarks, choice } of answers) {
      const item = this.place.get(questionId);
      if (item === undefined || marks === null) continue;
      const cell = item * this.cells.attempts + attempt;
      const maximum = (this.maxima[item] ||= maxMarks);
      this.cells.marks[cell] = maxMarks === maximum ? marks : (marks / maxMarks) * maximum;
      const bits = this.options[item];
      if (bits) this.cells.choices![cell] = choice.reduce((sum, option) => (bits.has(option) ? sum | (1 << bits.get(option)!) : sum), 0) >>> 0;
    }
  }
}
