/**
 * How much of the mark a choice is worth. `allOrNothing`: exactly the right options. `missingProportional`: a wrong
 * option 0, else the share of right ones. `missingHalf`: a wrong option 0, some missing ½. `perOption`: the credits of
 * the chosen options added up, between 0 and 1.
 */
export const choiceRules = ['allOrNothing', 'missingProportional', 'missingHalf', 'perOption'] as const;
export type ChoiceRule = (typeof choiceRules)[number];

export const sequenceRules = ['allOrNothing', 'perPlace'] as const;
/** `perPlace`: the share of places (ordering) or prompts (matching) that are right. */
export type SequenceRule = (typeof sequenceRules)[number];

export const scoringRules = [...choiceRules, 'perPlace'] as const;
export type ScoringRule = (typeof scoringRules)[number];

export interface TextAnswer {
  readonly text: string;
  /** 0 to 1. */
  readonly credit: number;
}

export interface NumberAnswer {
  readonly value: number;
  /** Most that an answer may differ, in the unit of the blank; 0 for exactly. */
  readonly tolerance: number;
  readonly credit: number;
}

export type BlankKey =
  | { readonly kind: 'text'; readonly accepted: readonly TextAnswer[]; readonly matchCase: boolean }
  | { readonly kind: 'number'; readonly accepted: readonly NumberAnswer[]; readonly unit: string | null };

/** A value drawn for each attempt: from `least` to `most` in steps of `step`. */
export interface Variable {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

export interface FormulaBlank {
  /** Of variables, numbers, `+ - * / ^ ( )`, comparisons and `min max abs round floor ceil if`. */
  readonly formula: string;
  readonly tolerance: number;
  /** The right answer is rounded to so many decimals before it is compared and shown. */
  readonly decimals: number;
  readonly unit: string | null;
}

/** One line of a rubric 评分细则. */
export interface Criterion {
  readonly id: string;
  readonly text: string;
  /** Share of the question's mark; those of a rubric add up to 1. */
  readonly share: number;
}

/** What is right. Kept apart from the question; nobody who has still to sit a paper can reach it. */
export type QuestionKey =
  | { readonly kind: 'choice'; readonly correct: readonly string[]; readonly rule: ChoiceRule; readonly credits: Readonly<Record<string, number>> | null }
  | { readonly kind: 'order'; readonly correct: readonly string[]; readonly rule: SequenceRule }
  /** The option of each prompt, in the order of the prompts. */
  | { readonly kind: 'match'; readonly correct: readonly string[]; readonly rule: SequenceRule }
  | { readonly kind: 'blanks'; readonly blanks: readonly BlankKey[]; readonly anyOrder: boolean }
  | { readonly kind: 'formula'; readonly variables: readonly Variable[]; readonly blanks: readonly FormulaBlank[] }
  | { readonly kind: 'rubric'; readonly criteria: readonly Criterion[]; readonly modelAnswer: string | null }
  /** Of a case, whose parts have the keys. */
  | { readonly kind: 'parts' };
