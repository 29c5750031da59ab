import type { Track } from '@skillhall/directory/domain';
import type { PhraseValues } from '@skillhall/kernel';
import type { ChoiceRule, SequenceRule, Variable } from '../key.js';
import type { QuestionType } from '../question.js';
import type { LossCode, ReadingCode } from './errors.js';

/** What a choice is worth if it is made: 1 for the right one, shares of several right ones, 0 or less for wrong ones. */
export interface ExchangeOption {
  readonly text: string;
  readonly credit: number;
  readonly feedback?: string;
}

interface ExchangeBlank {
  /** Which blank it belongs to, from 1. */
  readonly blank: number;
  readonly credit: number;
  readonly feedback?: string;
}
export interface ExchangeText extends ExchangeBlank {
  readonly text: string;
}
export interface ExchangeNumber extends ExchangeBlank {
  readonly value: number;
  readonly tolerance: number;
  readonly unit?: string;
}
export interface ExchangeFormula extends ExchangeBlank {
  readonly formula: string;
  readonly tolerance: number;
  readonly decimals: number;
  readonly unit?: string;
}
/** What a blank takes; several of one blank are alternatives. */
export type ExchangeAnswer = ExchangeText | ExchangeNumber | ExchangeFormula;

/** What belongs together; without a prompt it is only there to mislead. */
export interface ExchangePair {
  readonly prompt: string;
  readonly match: string;
}

/** A picture or recording by the name of its file, with what is said of it to those who cannot see or hear it. */
export interface ExchangeMedia {
  readonly name: string;
  readonly description: string | null;
}

export interface ExchangeCriterion {
  readonly text: string;
  readonly share: number;
}

/**
 * A question on its way in or out of a file, key and all. Blanks of the stem are five underscores, in their order;
 * items stand in their right order.
 */
export interface ExchangeQuestion {
  readonly type: QuestionType;
  /** First line (or row) of the question in the file, from 1; 0 where it is not from a file. */
  readonly line: number;
  readonly number: string | null;
  /** Title that some formats give a question besides its text. */
  readonly name: string | null;
  readonly stem: string;
  readonly options: readonly ExchangeOption[];
  readonly answers: readonly ExchangeAnswer[];
  readonly pairs: readonly ExchangePair[];
  readonly items: readonly string[];
  readonly rubric: readonly ExchangeCriterion[];
  readonly modelAnswer: string | null;
  readonly variables: readonly Variable[];
  /** Null where the file does not say. */
  readonly rule: ChoiceRule | SequenceRule | null;
  readonly matchCase: boolean;
  readonly anyOrder: boolean;
  /** Of a case: its questions. */
  readonly parts: readonly ExchangeQuestion[];
  readonly explanation: string | null;
  readonly category: string | null;
  readonly track: Track | null;
  readonly competency: string | null;
  readonly difficulty: number | null;
  readonly clause: string | null;
  readonly tags: readonly string[];
  readonly media: readonly ExchangeMedia[];
}

export interface ReadingProblem {
  readonly line: number;
  /** First line of the question that it is about, where `line` lies elsewhere: in a list of keys, for one. */
  readonly of?: number;
  readonly code: ReadingCode;
  readonly values?: PhraseValues;
}

export interface Reading {
  readonly questions: readonly ExchangeQuestion[];
  readonly problems: readonly ReadingProblem[];
}

/** Something of a question that a format has no place for. */
export interface Loss {
  /** Number of the question, or its place in the list where it has none. */
  readonly number: string;
  readonly line: number;
  readonly code: LossCode;
  readonly values?: PhraseValues;
}

export interface Writing {
  readonly text: string;
  readonly losses: readonly Loss[];
}

export type TextFormatReader = (text: string) => Reading;
export type TextFormatWriter = (questions: readonly ExchangeQuestion[]) => Writing;

const bare: Omit<ExchangeQuestion, 'type' | 'line' | 'stem'> = {
  ...{ number: null, name: null, options: [], answers: [], pairs: [], items: [], rubric: [], modelAnswer: null, variables: [] },
  ...{ rule: null, matchCase: false, anyOrder: false, parts: [], explanation: null, category: null },
  ...{ track: null, competency: null, difficulty: null, clause: null, tags: [], media: [] },
};

/** A question that has nothing but its stem and what is said of it here. */
export const exchangeQuestion = (type: QuestionType, line: number, stem: string, more: Partial<ExchangeQuestion> = {}): ExchangeQuestion => ({ ...bare, type, line, stem, ...more });

export const isText = (answer: ExchangeAnswer): answer is ExchangeText => 'text' in answer;
export const isNumber = (answer: ExchangeAnswer): answer is ExchangeNumber => 'value' in answer;
export const isFormula = (answer: ExchangeAnswer): answer is ExchangeFormula => 'formula' in answer;

/** How a blank looks in the stem of a question on its way. */
export const blankSign = '_____';
