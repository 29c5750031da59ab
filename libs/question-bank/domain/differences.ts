import type { QuestionContent, QuestionOption } from './question.js';

/** One thing that another version says differently; `at` names the option, prompt or part it is about. */
export interface Difference {
  readonly field: DifferingField;
  readonly at: string | null;
  readonly before: string;
  readonly after: string;
}

export const differingFields = ['type', 'stem', 'option', 'prompt', 'blanks', 'media', 'key', 'explanation', 'track', 'competency', 'difficulty', 'clause', 'part'] as const;
export type DifferingField = (typeof differingFields)[number];

/** What of a content can be compared; keys and explanations only where whoever compares may see them. */
export type Comparable = Omit<QuestionContent, 'key' | 'explanation' | 'parts'> & {
  /** The key in words, null where it is not shown. */
  readonly keyText: string | null;
  readonly explanation: string | null;
  readonly parts: readonly { readonly stem: string; readonly keyText: string | null }[];
};

const shown = (value: string | number | null): string => (value === null ? '' : String(value));

function among(field: 'option' | 'prompt', before: readonly QuestionOption[], after: readonly QuestionOption[]): Difference[] {
  const keys = [...new Set([...before, ...after].map(({ key }) => key))];
  const textOf = (options: readonly QuestionOption[], key: string): string => options.find((option) => option.key === key)?.text ?? '';
  return keys.map((key) => ({ field, at: key, before: textOf(before, key), after: textOf(after, key) }));
}

const partText = (part: Comparable['parts'][number] | undefined): string => (part ? [part.stem, part.keyText].filter(Boolean).join('\n') : '');

/** What `after` says differently from `before`, in the order in which a question is read. */
export function differences(before: Comparable, after: Comparable): Difference[] {
  const plain = (field: DifferingField, of: (content: Comparable) => string | number | null): Difference => ({ field, at: null, before: shown(of(before)), after: shown(of(after)) });
  const parts = Array.from({ length: Math.max(before.parts.length, after.parts.length) }, (_, at): Difference => ({
    ...{ field: 'part', at: String(at + 1), before: partText(before.parts[at]), after: partText(after.parts[at]) },
  }));
  return [
    plain('type', ({ type }) => type),
    plain('stem', ({ stem }) => stem),
    plain('media', ({ media }) => media.map(({ name, description }) => [name, description].filter(Boolean).join('：')).join('\n')),
    ...among('option', before.options, after.options),
    ...among('prompt', before.prompts, after.prompts),
    plain('blanks', ({ blanks }) => blanks.map(({ kind, unit }) => [kind, unit].filter(Boolean).join(' ')).join('\n')),
    ...parts,
    plain('key', ({ keyText }) => keyText),
    plain('explanation', ({ explanation }) => explanation),
    plain('track', ({ track }) => track),
    plain('competency', ({ competency }) => competency),
    plain('difficulty', ({ difficulty }) => difficulty),
    plain('clause', ({ clause }) => clause),
  ].filter((difference) => difference.before !== difference.after);
}
