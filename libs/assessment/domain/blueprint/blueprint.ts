import type { Track } from '@skillhall/directory/domain';
import type { QuestionType } from '@skillhall/question-bank/domain';
import { hundredths, inMarks } from '../marks.js';

/** One cell of the grid: so many questions of this kind. What is null or empty is left open. */
export interface BlueprintRow {
  /** Categories with all below them. */
  readonly categoryIds: readonly string[];
  readonly track: Track | null;
  readonly competency: string | null;
  readonly type: QuestionType | null;
  /** 1 to 5, both ends included. */
  readonly leastDifficulty: number;
  readonly mostDifficulty: number;
  readonly count: number;
  /** Of each question, at most two decimals. */
  readonly marks: number;
}

/** A question that stands on every paper. */
export interface FixedQuestion {
  readonly questionId: string;
  readonly marks: number;
}

export interface BlueprintSection {
  readonly title: string;
  readonly rows: readonly BlueprintRow[];
  readonly fixed: readonly FixedQuestion[];
}

/** 组卷规则: what every paper of an exam holds, section by section. */
export interface Blueprint {
  readonly sections: readonly BlueprintSection[];
}

/** Questions and marks of every paper drawn by it; a case counts as one question. */
export function blueprintTotals({ sections }: Blueprint): { readonly questions: number; readonly marks: number } {
  const counted = sections.flatMap(({ rows, fixed }) => [...rows.map(({ count, marks }) => ({ count, marks })), ...fixed.map(({ marks }) => ({ count: 1, marks }))]);
  return {
    questions: counted.reduce((sum, { count }) => sum + count, 0),
    marks: inMarks(counted.reduce((sum, { count, marks }) => sum + count * hundredths(marks), 0)),
  };
}
