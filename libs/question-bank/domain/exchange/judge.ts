import type { Result } from '@skillhall/kernel';
import type { QuestionContent } from '../question.js';
import { toContent, type ContentContext, type MappingProblem } from './content/to-content.js';
import type { ReadingCode } from './errors.js';
import type { ExchangeQuestion, Reading, ReadingProblem } from './exchange-question.js';

/** Odd, but nothing was guessed: people mark what has no key, and what is not read is not in the question. */
const harmless: readonly ReadingCode[] = ['no-answer', 'rubric-without-marks', 'result-guessed', 'result-not-found', 'gift-no-blank-line', 'formula-in-stem', 'wildcard', 'aiken-second-line'];

/** Said of text that became no question; it says nothing of the question above it. */
const ofNoQuestion: readonly ReadingCode[] = [
  ...(['description-left-out', 'gift-brace', 'text-left-out', 'key-without-question', 'aiken-unfinished', 'aiken-answer-alone'] as const),
  ...(['aiken-too-few-options', 'unknown-type', 'json-damaged', 'no-questions', 'xml-forbidden', 'xml-damaged', 'type-not-held'] as const),
];

export const isOfNoQuestion = ({ code }: Pick<ReadingProblem, 'code'>): boolean => ofNoQuestion.includes(code);
export const isHarmless = ({ code }: Pick<ReadingProblem, 'code'>): boolean => harmless.includes(code);

/** A question of a file as it would stand in the bank. */
export interface Judged {
  readonly question: ExchangeQuestion;
  /** What reading it found odd. */
  readonly odd: readonly ReadingProblem[];
  readonly content: Result<QuestionContent, MappingProblem[]>;
  /** It was read as it was most likely meant: somebody should look before it is taken in. */
  readonly doubtful: boolean;
}

export interface Judgement {
  readonly judged: readonly Judged[];
  /** Of text that became no question. */
  readonly others: readonly ReadingProblem[];
}

/** Everything that a file holds, each question with what is odd about it and what keeps it out. */
export function judge({ questions, problems }: Reading, context: ContentContext): Judgement {
  const odd = questions.map((): ReadingProblem[] => []);
  const others: ReadingProblem[] = [];
  for (const problem of problems) {
    const at = placeOf(problem, questions);
    if (at === undefined) others.push(problem);
    else odd[at]!.push(problem);
  }
  const judged = questions.map((question, at): Judged => ({ question, odd: odd[at]!, content: toContent(question, context), doubtful: odd[at]!.some((each) => !isHarmless(each)) }));
  return { judged, others };
}

/** The question that a problem is about: the one that it names, or the last that begins at its line or above. */
function placeOf({ line, of, code }: ReadingProblem, questions: readonly ExchangeQuestion[]): number | undefined {
  const wanted = of ?? line;
  let [low, high] = [0, questions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (questions[middle]!.line <= wanted) low = middle + 1;
    else high = middle;
  }
  const found = questions[low - 1];
  return found && (found.line === wanted || !isOfNoQuestion({ code })) ? low - 1 : undefined;
}
