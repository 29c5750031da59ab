import type { PhraseValues } from '@skillhall/kernel';
import type { ContentCode } from '../content-errors.js';

/** What is wrong with a question, and where: `field` is a path such as `options.2` or `parts.0.key.blanks.1.formula`. */
export interface ContentProblem {
  readonly field: string;
  readonly code: ContentCode;
  readonly values?: PhraseValues;
}

export const contentProblem = (field: string, code: ContentCode, values?: PhraseValues): ContentProblem => ({ field, code, ...(values && { values }) });

export const within = (prefix: string, problems: readonly ContentProblem[]): ContentProblem[] => problems.map((problem) => ({ ...problem, field: `${prefix}.${problem.field}` }));
