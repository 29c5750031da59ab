import type { QuestionFace, QuestionType } from '../question.js';

/** What a choice is checked against: enough of a question's face, and nothing of its key. */
export interface ChoiceShape {
  readonly type: QuestionType;
  readonly optionKeys: readonly string[];
  /** Of matching questions; absent for none. */
  readonly promptKeys?: readonly string[];
  /** How many blanks there are to write into; absent for none. */
  readonly blanks?: number;
}

/**
 * What somebody answered. Options: their keys, sorted. Ordering: keys in order. Matching: for each prompt the key of an
 * option, or '' for none. Blanks: the text of each. Short answer: one text. Empty: no answer.
 */
export type Choice = readonly string[];

export const shapeOf = ({ type, options, prompts, blanks }: QuestionFace): ChoiceShape => ({
  type,
  optionKeys: options.map(({ key }) => key),
  ...(prompts.length > 0 && { promptKeys: prompts.map(({ key }) => key) }),
  ...(blanks.length > 0 && { blanks: blanks.length }),
});

export const isBlank = (text: string): boolean => text.trim() === '';
