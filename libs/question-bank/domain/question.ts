import type { Track } from '@skillhall/directory/domain';
import type { QuestionKey } from './key.js';

/**
 * 单选题, 多选题, 判断题, 填空题, 数值题, 排序题, 配对题, 简答题, 计算题, 案例分析题. A short answer is marked by
 * people; a case is a stem shared by parts, each a question of its own.
 */
export const questionTypes = ['single', 'multiple', 'trueFalse', 'fillIn', 'numeric', 'ordering', 'matching', 'shortAnswer', 'calculation', 'case'] as const;
export type QuestionType = (typeof questionTypes)[number];

export interface QuestionOption {
  /** `A` to `H`, or further letters; `T` and `F` of a true/false question; `1`, `2` … of prompts. */
  readonly key: string;
  readonly text: string;
}

/** Something to write into: what kind of thing, and the unit that stands behind it. */
export interface Blank {
  readonly kind: 'text' | 'number';
  readonly unit: string | null;
}

/** A picture or a recording of the stem, kept in the file store. */
export interface QuestionMedia {
  readonly fileId: string;
  readonly kind: 'image' | 'audio';
  readonly name: string;
  /** What somebody who cannot see or hear it is told. */
  readonly description: string;
}

/** What may be shown to whoever sits a paper: nothing in it gives the answer away. */
export interface QuestionFace {
  readonly type: QuestionType;
  /** Plain text or Markdown. `[[1]]` is the place of the first blank, `{{kwh}}` that of a value drawn for the attempt. */
  readonly stem: string;
  readonly media: readonly QuestionMedia[];
  /** Options to choose from; the items to put in order; what prompts are matched with. */
  readonly options: readonly QuestionOption[];
  /** What is to be matched; empty for other types. */
  readonly prompts: readonly QuestionOption[];
  /** Of fill-in, numeric and calculation questions, in the order of their numbers. */
  readonly blanks: readonly Blank[];
}

/** Where a question belongs; it says nothing of the answer. */
export interface Classification {
  readonly track: Track;
  readonly competency: string | null;
  /** 1 easy to 5 hard. */
  readonly difficulty: number;
  /** Clause of a law or regulation, as text. */
  readonly clause: string | null;
}

/** One part of a case: a question with a key, without a classification of its own. */
export interface QuestionPart extends QuestionFace {
  readonly key: QuestionKey;
  readonly explanation: string | null;
}

/** What one version of a question says. Versions never change; a correction is the next version. */
export interface QuestionContent extends QuestionPart, Classification {
  /** Of a case, at least one and no case among them; otherwise empty. */
  readonly parts: readonly QuestionPart[];
}

export const optionKeys = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'] as const;

export const trueFalseOptions: readonly QuestionOption[] = [
  { key: 'T', text: '正确' },
  { key: 'F', text: '错误' },
];

/** The face of a question that has nothing but a stem, to build others on. */
export const bareFace = { media: [], options: [], prompts: [], blanks: [] } as const;
