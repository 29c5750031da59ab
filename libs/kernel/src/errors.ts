import type { Phrase, PhraseValues } from './locale.js';

/** An expected failure: a code from a capability's catalogue and the values its sentence speaks of. */
export interface Failure<Code extends string = string> {
  readonly code: Code;
  readonly values?: PhraseValues;
  /** The input field the failure is about, if one is. */
  readonly field?: string;
}

export const failure = <Code extends string>(code: Code, values?: PhraseValues, field?: string): Failure<Code> => ({
  code,
  ...(values && { values }),
  ...(field !== undefined && { field }),
});

/** A catalogue of failures: code → sentence in every language. Codes are UPPER_SNAKE, import codes kebab-case. */
export const defineErrors = <const T extends Readonly<Record<string, Phrase>>>(catalogue: T): T => catalogue;
