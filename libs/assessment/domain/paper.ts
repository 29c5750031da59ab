import type { QuestionType } from '@skillhall/question-bank/domain';

/** One question of a paper: its version in the bank and its options in the order in which they are shown. */
export interface PaperQuestion {
  /** Id of the question version. */
  readonly id: string;
  readonly type: QuestionType;
  readonly optionKeys: readonly string[];
}

/** What one attempt is asked, frozen when it starts. */
export interface Paper {
  readonly questions: readonly PaperQuestion[];
}

export interface PaperRules {
  readonly shuffleQuestions: boolean;
  readonly shuffleOptions: boolean;
}

/** A whole number from 0 to below `limit`; handed in, so that a paper can be drawn again in a test. */
export type Draw = (limit: number) => number;

/** A new order, each equally likely (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], draw: Draw): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const picked = draw(last + 1);
    [result[last], result[picked]] = [result[picked]!, result[last]!];
  }
  return result;
}

/** The paper of one attempt. True and false keep their order; whoever shuffles them only confuses. */
export function freezePaper(questions: readonly PaperQuestion[], { shuffleQuestions, shuffleOptions }: PaperRules, draw: Draw): Paper {
  const ordered = shuffleQuestions ? shuffled(questions, draw) : [...questions];
  return {
    questions: ordered.map(({ id, type, optionKeys }) => ({
      id,
      type,
      optionKeys: shuffleOptions && type !== 'trueFalse' ? shuffled(optionKeys, draw) : [...optionKeys],
    })),
  };
}

/**
 * A choice as it is stored: keys of the question, sorted and each once; empty takes an answer back.
 * Undefined where it names something that is no option, or more than one where one is asked for.
 */
export function soundChoice({ type, optionKeys }: PaperQuestion, choice: readonly string[]): string[] | undefined {
  const keys = [...new Set(choice)].sort();
  if (!keys.every((key) => optionKeys.includes(key))) return undefined;
  return type !== 'multiple' && keys.length > 1 ? undefined : keys;
}
