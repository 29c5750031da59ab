import { keyKinds, optionKeys, trueFalseOptions, type BlankKey, type FormulaBlank, type QuestionKey, type QuestionPart, type QuestionType } from '@skillhall/question-bank/domain';

export type KeyOf<Kind extends QuestionKey['kind']> = Extract<QuestionKey, { kind: Kind }>;
/** A part of which it is known what kind of key it has. */
export type PartWith<Kind extends QuestionKey['kind']> = Omit<QuestionPart, 'key'> & { readonly key: KeyOf<Kind> };

const textBlank: BlankKey = { kind: 'text', accepted: [{ text: '', credit: 1 }], matchCase: false };
const numberBlank: BlankKey = { kind: 'number', accepted: [{ value: 0, tolerance: 0, credit: 1 }], unit: null };
const formula: FormulaBlank = { formula: '', tolerance: 0.01, decimals: 2, unit: null };
const lettered = (texts: readonly string[]) => texts.map((text, at) => ({ key: optionKeys[at]!, text }));

const emptyKeys: { readonly [Kind in QuestionKey['kind']]: KeyOf<Kind> } = {
  choice: { kind: 'choice', correct: [], rule: 'allOrNothing', credits: null },
  order: { kind: 'order', correct: ['A', 'B', 'C'], rule: 'perPlace' },
  match: { kind: 'match', correct: ['A', 'B'], rule: 'perPlace' },
  blanks: { kind: 'blanks', blanks: [], anyOrder: false },
  formula: { kind: 'formula', variables: [{ name: 'x', least: 1, most: 10, step: 1 }], blanks: [formula] },
  rubric: { kind: 'rubric', criteria: [{ id: '1', text: '', share: 1 }], modelAnswer: null },
  parts: { kind: 'parts' },
};

/** A question of the type that says nothing but its stem and explanation yet. */
export function emptyPart(type: QuestionType, { stem = '', explanation = null, media = [] }: Partial<QuestionPart> = {}): QuestionPart {
  const bare = { type, stem: stem.replace(/\s*\[\[\d+\]\]/g, ''), media, options: [], prompts: [], blanks: [], explanation };
  const key = emptyKeys[keyKinds[type]];
  switch (type) {
    case 'single':
    case 'multiple':
      return { ...bare, key, options: lettered(['', '', '', '']) };
    case 'trueFalse':
      return { ...bare, key, options: trueFalseOptions };
    case 'ordering':
      return { ...bare, key, options: lettered(['', '', '']) };
    case 'matching':
      return { ...bare, key, options: lettered(['', '']), prompts: [{ key: '1', text: '' }, { key: '2', text: '' }] };
    case 'fillIn':
      return withBlank({ ...bare, key: emptyKeys.blanks }, 'text');
    case 'numeric':
      return { ...bare, blanks: [{ kind: 'number', unit: null }], key: { ...emptyKeys.blanks, blanks: [numberBlank] } };
    case 'calculation':
      return { ...bare, key, blanks: [{ kind: 'number', unit: null }] };
    case 'shortAnswer':
    case 'case':
      return { ...bare, key };
  }
}

/** Other letters for the same options, and the key that names them. */
const relettered = (part: PartWith<'choice'>, keep: readonly number[]): PartWith<'choice'> => {
  const from = keep.map((at) => part.options[at]!);
  const named = new Map(from.map(({ key }, at) => [key, optionKeys[at]!]));
  const { correct, credits } = part.key;
  const moved = credits && Object.fromEntries(Object.entries(credits).flatMap(([key, credit]) => (named.has(key) ? [[named.get(key)!, credit]] : [])));
  return { ...part, options: lettered(from.map(({ text }) => text)), key: { ...part.key, credits: moved, correct: correct.flatMap((key) => named.get(key) ?? []).sort() } };
};

export const withOption = (part: PartWith<'choice'>): PartWith<'choice'> => ({ ...part, options: lettered([...part.options.map(({ text }) => text), '']) });

export const withoutOption = (part: PartWith<'choice'>, at: number): PartWith<'choice'> => relettered(part, part.options.map((_, index) => index).filter((index) => index !== at));

export const withOptionText = (part: PartWith<'choice'>, at: number, text: string): PartWith<'choice'> => ({ ...part, options: part.options.map((option, index) => (index === at ? { ...option, text } : option)) });

/** Moves an option by one place; the key goes with it. */
export function withOptionMoved(part: PartWith<'choice'>, at: number, by: 1 | -1): PartWith<'choice'> {
  const to = at + by;
  if (to < 0 || to >= part.options.length) return part;
  const order = part.options.map((_, index) => index);
  [order[at], order[to]] = [order[to]!, order[at]!];
  return relettered(part, order);
}

export function withCorrect(part: PartWith<'choice'>, key: string, several: boolean): PartWith<'choice'> {
  const { correct } = part.key;
  const now = !several ? [key] : correct.includes(key) ? correct.filter((each) => each !== key) : [...correct, key].sort();
  return { ...part, key: { ...part.key, correct: now } };
}

/** Items in their right order, of an ordering question. */
export const itemsOf = ({ options, key }: PartWith<'order'>): string[] => key.correct.map((each) => options.find((option) => option.key === each)?.text ?? '');

/** Letters in an order that gives nothing away: that of the texts, or the other way round if this is the right one. */
export function withItems(part: PartWith<'order'>, items: readonly string[]): PartWith<'order'> {
  const places = items.map((_, at) => at).sort((a, b) => (items[a]! < items[b]! ? -1 : items[a]! > items[b]! ? 1 : a - b));
  const shown = places.every((at, place) => at === place) ? places.reverse() : places;
  const correct = items.map((_, at) => optionKeys[shown.indexOf(at)]!);
  return { ...part, options: lettered(shown.map((at) => items[at]!)), key: { ...part.key, correct } };
}

export interface Pair {
  readonly prompt: string;
  readonly match: string;
}

export interface Pairs {
  readonly pairs: readonly Pair[];
  /** Options that match nothing. */
  readonly extras: readonly string[];
}

/** What belongs together in a matching question, and what is only there to mislead. */
export function pairsOf({ prompts, options, key }: PartWith<'match'>): Pairs {
  const textOf = (letter: string | undefined): string => options.find((option) => option.key === letter)?.text ?? '';
  const used = new Set(key.correct);
  return { pairs: prompts.map(({ text }, at) => ({ prompt: text, match: textOf(key.correct[at]) })), extras: options.filter((option) => !used.has(option.key)).map(({ text }) => text) };
}

/** Two prompts with the same match share one option; blank ones stay apart, they are still being written. */
export function withPairs(part: PartWith<'match'>, { pairs, extras }: Pairs): PartWith<'match'> {
  const texts: string[] = [];
  const placeOf = (text: string): number => (text.trim() && texts.includes(text) ? texts.indexOf(text) : texts.push(text) - 1);
  const places = pairs.map(({ match }) => placeOf(match));
  for (const extra of extras) texts.push(extra);
  const order = texts.map((_, at) => at).sort((a, b) => (texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : a - b));
  return {
    ...part,
    prompts: pairs.map(({ prompt }, at) => ({ key: String(at + 1), text: prompt })),
    options: lettered(order.map((at) => texts[at]!)),
    key: { ...part.key, correct: places.map((place) => optionKeys[order.indexOf(place)]!) },
  };
}

/** One more blank at the end of the stem. */
export function withBlank(part: PartWith<'blanks'>, kind: 'text' | 'number'): PartWith<'blanks'> {
  const number = part.blanks.length + 1;
  return {
    ...part,
    stem: `${part.stem}[[${number}]]`,
    blanks: [...part.blanks, { kind, unit: null }],
    key: { ...part.key, blanks: [...part.key.blanks, kind === 'text' ? textBlank : numberBlank] },
  };
}

/** The stem without the place of one blank, the numbers of the others closed up. */
export const stemWithout = (stem: string, at: number): string =>
  stem.replace(/\[\[(\d+)\]\]/g, (place, number: string) => (Number(number) === at + 1 ? '' : Number(number) > at + 1 ? `[[${Number(number) - 1}]]` : place));

export const withoutBlank = (part: PartWith<'blanks'>, at: number): PartWith<'blanks'> => ({
  ...part,
  stem: stemWithout(part.stem, at),
  blanks: part.blanks.toSpliced(at, 1),
  key: { ...part.key, blanks: part.key.blanks.toSpliced(at, 1) },
});

/** Another key for a blank; its face follows. */
export const withBlankKey = (part: PartWith<'blanks'>, at: number, key: BlankKey, unit: string | null): PartWith<'blanks'> => ({
  ...part,
  blanks: part.blanks.with(at, { kind: key.kind, unit }),
  key: { ...part.key, blanks: part.key.blanks.with(at, key.kind === 'number' ? { ...key, unit } : key) },
});

export const blankKeyOf = (kind: 'text' | 'number'): BlankKey => (kind === 'text' ? textBlank : numberBlank);

export const withFormula = (part: PartWith<'formula'>): PartWith<'formula'> => {
  const number = part.blanks.length + 1;
  // A single number is asked for below the stem; several need their places.
  const stem = number === 2 && !part.stem.includes('[[1]]') ? `${part.stem}[[1]][[2]]` : `${part.stem}[[${number}]]`;
  return { ...part, stem, blanks: [...part.blanks, { kind: 'number', unit: null }], key: { ...part.key, blanks: [...part.key.blanks, formula] } };
};

export const withoutFormula = (part: PartWith<'formula'>, at: number): PartWith<'formula'> => ({
  ...part,
  stem: stemWithout(part.stem, at),
  blanks: part.blanks.toSpliced(at, 1),
  key: { ...part.key, blanks: part.key.blanks.toSpliced(at, 1) },
});

export const withFormulaAt = (part: PartWith<'formula'>, at: number, next: FormulaBlank): PartWith<'formula'> => ({
  ...part,
  blanks: part.blanks.with(at, { kind: 'number', unit: next.unit }),
  key: { ...part.key, blanks: part.key.blanks.with(at, next) },
});
