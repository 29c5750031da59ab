import type { Track } from '@skillhall/directory/domain';
import type { QuestionType } from '@skillhall/question-bank/domain';
import type { Blueprint, BlueprintRow } from './blueprint.js';

/** A question that papers may draw: what a blueprint asks about, and nothing of what it says. */
export interface PoolQuestion {
  readonly questionId: string;
  readonly versionId: string;
  readonly type: QuestionType;
  readonly track: Track;
  readonly competency: string | null;
  readonly difficulty: number;
  /** Its category and all above that. */
  readonly categoryIds: readonly string[];
  /** How often it has been put to somebody. */
  readonly exposure: number;
}

/** One row of a blueprint, and where it stands. */
export interface Cell {
  readonly section: number;
  readonly row: number;
  readonly asked: BlueprintRow;
}

export const cellsOf = ({ sections }: Blueprint): Cell[] => sections.flatMap(({ rows }, section) => rows.map((asked, row) => ({ section, row, asked })));

export const fixedIds = ({ sections }: Blueprint): Set<string> => new Set(sections.flatMap(({ fixed }) => fixed.map(({ questionId }) => questionId)));

export function fits({ type, track, competency, difficulty, categoryIds }: PoolQuestion, asked: BlueprintRow): boolean {
  return (
    (asked.type === null || asked.type === type) &&
    (asked.track === null || asked.track === track) &&
    (asked.competency === null || asked.competency === competency) &&
    difficulty >= asked.leastDifficulty &&
    difficulty <= asked.mostDifficulty &&
    (!asked.categoryIds.length || asked.categoryIds.some((id) => categoryIds.includes(id)))
  );
}

/** Questions that fit the same cells, are of one difficulty, and are all used up or none: to the rules they are alike. */
export interface Kind {
  /** Indices of cells. */
  readonly cells: readonly number[];
  readonly difficulty: number;
  /** Used as often as the cap allows, or more. */
  readonly worn: boolean;
  /** Indices in the pool. */
  readonly questions: readonly number[];
}

/** The pool by kind. Questions that stand on every paper anyway, and those that no cell asks for, are left out. */
export function kindsOf(cells: readonly Cell[], fixed: ReadonlySet<string>, pool: readonly PoolQuestion[], exposureCap: number | null): Kind[] {
  const kinds = new Map<string, { cells: number[]; difficulty: number; worn: boolean; questions: number[] }>();
  for (const [index, question] of pool.entries()) {
    const fitting = cells.flatMap(({ asked }, cell) => (fits(question, asked) ? [cell] : []));
    if (!fitting.length || fixed.has(question.questionId)) continue;
    const worn = exposureCap !== null && question.exposure >= exposureCap;
    const name = `${question.difficulty} ${worn} ${fitting.join()}`;
    const kind = kinds.get(name);
    if (kind) kind.questions.push(index);
    else kinds.set(name, { cells: fitting, difficulty: question.difficulty, worn, questions: [index] });
  }
  return [...kinds.values()];
}
