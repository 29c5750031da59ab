import { readWritten, type WrittenProblem } from '@skillhall/assessment/domain';
import type { ChoiceShape } from '@skillhall/question-bank/domain';
import type { PaperFormPartsFragment } from '@skillhall/ui/gql';

export type FormQuestion = PaperFormPartsFragment['questions'][number];
/** Number of the question → what has been typed for it. */
export type Typed = Readonly<Record<number, string>>;

const letters = 'ABCDEFGHIJKL';

/** What may be written, with the letters of places for keys: the page never learns which is which. */
const shapeOf = ({ type, options, prompts, blanks }: FormQuestion): ChoiceShape => ({
  type,
  optionKeys: type === 'trueFalse' ? ['T', 'F'] : [...letters.slice(0, options)],
  promptKeys: Array.from({ length: prompts }, (_, index) => `${index + 1}`),
  blanks,
});

export function problemOf(question: FormQuestion, text: string): WrittenProblem | undefined {
  const read = readWritten(text, shapeOf(question));
  return read.ok ? undefined : read.error;
}

/** One key is the whole answer, so the next question may follow at once. */
export const isWhole = (question: FormQuestion, text: string): boolean => (question.type === 'single' || question.type === 'trueFalse') && text.trim().length === 1 && !problemOf(question, text);

export const isText = ({ type }: FormQuestion): boolean => type === 'shortAnswer';
export const isWide = ({ type }: FormQuestion): boolean => type === 'fillIn' || type === 'numeric' || type === 'calculation';

/** Letters are shown as they stand on paper. */
export const shownAs = (question: FormQuestion, text: string): string => (isText(question) || isWide(question) ? text : text.normalize('NFKC').toUpperCase());

export const answersIn = (questions: readonly FormQuestion[], typed: Typed): { position: number; text: string }[] =>
  questions.flatMap(({ position }) => (typed[position]?.trim() ? [{ position, text: typed[position] }] : []));

/** The first question whose answer cannot be what stands on the paper. */
export const firstProblem = (questions: readonly FormQuestion[], typed: Typed): FormQuestion | undefined => questions.find((question) => problemOf(question, typed[question.position] ?? ''));
