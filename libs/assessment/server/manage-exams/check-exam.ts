import { findCompetency } from '@skillhall/directory/domain';
import { failure, type Failure, isId } from '@skillhall/kernel';
import type { Blueprint } from '../../domain/index.js';
import type { BlueprintRowType, BlueprintSectionType } from '../read-exams/exam.types.js';
import type { SaveExamInput } from './manage-exams.types.js';

const invalid = (field: string): Failure => failure('INVALID_INPUT', { field }, field);
const within = (value: number, least: number, most: number): boolean => value >= least && value <= most;

export const mostQuestions = 500;
const mostSections = 20;
const mostRows = 100;
const longestTitle = 200;
const longestInstructions = 4000;

/** Marks have two decimals at most, so that sums stay exact. */
const soundMarks = (marks: number): boolean => within(marks, 0.01, 1000) && Math.abs(marks * 100 - Math.round(marks * 100)) < 1e-6;

function rowProblem(row: BlueprintRowType, at: string): Failure | null {
  if (!row.categoryIds.every(isId)) return invalid(`${at}.categoryIds`);
  if (!within(row.count, 1, mostQuestions)) return invalid(`${at}.count`);
  if (!soundMarks(row.marks)) return invalid(`${at}.marks`);
  if (!within(row.leastDifficulty, 1, row.mostDifficulty) || !within(row.mostDifficulty, 1, 5)) return invalid(`${at}.leastDifficulty`);
  return row.competency != null && !findCompetency(row.competency) ? invalid(`${at}.competency`) : null;
}

function sectionProblem({ title, rows, fixed }: BlueprintSectionType, at: string): Failure | null {
  if (title.length > longestTitle) return invalid(`${at}.title`);
  if (rows.length > mostRows) return invalid(`${at}.rows`);
  if (fixed.length > mostQuestions || new Set(fixed.map(({ questionId }) => questionId)).size < fixed.length) return invalid(`${at}.fixed`);
  const stray = fixed.findIndex(({ questionId, marks }) => !isId(questionId) || !soundMarks(marks));
  if (stray >= 0) return invalid(`${at}.fixed.${stray}`);
  for (const [index, row] of rows.entries()) {
    const problem = rowProblem(row, `${at}.rows.${index}`);
    if (problem) return problem;
  }
  return null;
}

/** The first thing that is wrong with the fields by themselves; null where nothing is. */
export function examProblem(input: SaveExamInput): Failure | null {
  if (!input.title.trim() || input.title.length > longestTitle) return invalid('title');
  if (input.instructions.length > longestInstructions) return invalid('instructions');
  const ranges = { minutes: [1, 600], passMark: [1, 100], attemptsAllowed: [1, 20], markers: [1, 2], markingGap: [0, 100] } as const;
  for (const [field, [least, most]] of Object.entries(ranges)) if (!within(input[field as keyof typeof ranges], least, most)) return invalid(field);
  return blueprintProblem(input);
}

/** The first thing that is wrong with a blueprint by itself, whatever the bank has. */
export function blueprintProblem({ sections, exposureCap }: Pick<SaveExamInput, 'sections' | 'exposureCap'>): Failure | null {
  if (exposureCap != null && !within(exposureCap, 1, 1_000_000)) return invalid('exposureCap');
  if (sections.length > mostSections) return invalid('sections');
  for (const [index, section] of sections.entries()) {
    const problem = sectionProblem(section, `sections.${index}`);
    if (problem) return problem;
  }
  const total = sections.flatMap(({ rows, fixed }) => [...rows.map(({ count }) => count), fixed.length]).reduce((sum, count) => sum + count, 0);
  return total > mostQuestions ? invalid('sections') : null;
}

/** As the rules read it: what was not said is left open. */
export const blueprintOf = (sections: readonly BlueprintSectionType[]): Blueprint => ({
  sections: sections.map(({ rows, fixed, ...section }) => ({ ...section, rows: rows.map((row) => ({ ...row, track: row.track ?? null, competency: row.competency ?? null, type: row.type ?? null })), fixed })),
});
