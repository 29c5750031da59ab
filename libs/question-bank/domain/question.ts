import type { Track } from '@skillhall/directory/domain';

/** 单选题, 多选题, 判断题; further types join this list. */
export const questionTypes = ['single', 'multiple', 'trueFalse'] as const;
export type QuestionType = (typeof questionTypes)[number];

export interface QuestionOption {
  /** `A` to `F`; `T` and `F` of a true/false question. */
  readonly key: string;
  readonly text: string;
}

/** What one version of a question says. Versions never change; a correction is the next version. */
export interface QuestionContent {
  readonly type: QuestionType;
  readonly stem: string;
  readonly options: readonly QuestionOption[];
  /** Sorted, at least one. */
  readonly correctKeys: readonly string[];
  readonly explanation: string | null;
  readonly track: Track;
  readonly competency: string | null;
  /** 1 easy to 5 hard. */
  readonly difficulty: number;
  readonly clause: string | null;
}

export const optionKeys = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

export const trueFalseOptions: readonly QuestionOption[] = [
  { key: 'T', text: '正确' },
  { key: 'F', text: '错误' },
];

/** The content as one text: equal texts are equal contents, so its digest tells whether a version is new. */
export function contentText(content: QuestionContent): string {
  const { type, stem, options, correctKeys, explanation, track, competency, difficulty, clause } = content;
  return JSON.stringify([type, stem, options.map(({ key, text }) => [key, text]), correctKeys, explanation, track, competency, difficulty, clause]);
}
