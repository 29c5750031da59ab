import { allocate } from './allocation.js';
import type { Blueprint } from './blueprint.js';
import { type Cell, cellsOf, fits, fixedIds, kindsOf, type PoolQuestion } from './pool.js';

/** Rows that ask for more questions than there are; several of them where they draw on the same questions. */
export interface Shortage {
  readonly kind: 'too-few';
  readonly rows: readonly { readonly section: number; readonly row: number }[];
  /** Questions that these rows ask for together, and how many fit any of them. */
  readonly needed: number;
  readonly available: number;
}

export type BlueprintProblem = Shortage | { readonly kind: 'fixed-missing' | 'fixed-twice'; readonly section: number; readonly questionId: string };

/** Rows that share questions, directly or by others between them. */
function groupsOf(short: readonly number[], kinds: readonly { readonly cells: readonly number[] }[]): number[][] {
  const groups: number[][] = [];
  const left = new Set(short);
  for (const first of short) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const cell of group) for (const kind of kinds) if (kind.cells.includes(cell)) for (const other of kind.cells) if (left.delete(other)) group.push(other);
    groups.push(group.sort((a, b) => a - b));
  }
  return groups;
}

function shortage(group: readonly number[], cells: readonly Cell[], available: number): Shortage {
  const rows = group.map((index) => cells[index]!);
  return { kind: 'too-few', rows: rows.map(({ section, row }) => ({ section, row })), needed: rows.reduce((sum, { asked }) => sum + asked.count, 0), available };
}

export function fixedProblems({ sections }: Blueprint, pool: readonly PoolQuestion[]): BlueprintProblem[] {
  const known = new Set(pool.map(({ questionId }) => questionId));
  const seen = new Set<string>();
  return sections.flatMap(({ fixed }, section) =>
    fixed.flatMap(({ questionId }): BlueprintProblem[] => {
      if (!known.has(questionId)) return [{ kind: 'fixed-missing', section, questionId }];
      return seen.has(questionId) ? [{ kind: 'fixed-twice', section, questionId }] : (seen.add(questionId), []);
    }),
  );
}

/**
 * Why papers cannot be drawn by this blueprint; nothing where they can. A question fills one row only, so rows that ask
 * for the same questions are counted together. Questions used as often as `exposureCap` allows do not count.
 */
export function checkFeasible(blueprint: Blueprint, pool: readonly PoolQuestion[], exposureCap: number | null = null): BlueprintProblem[] {
  const cells = cellsOf(blueprint);
  const fixed = fixedIds(blueprint);
  const kinds = kindsOf(cells, fixed, pool, exposureCap).filter(({ worn }) => !worn);
  const { short } = allocate(cells, kinds, () => 0);
  const counted = groupsOf(short, kinds).map((group) => {
    const fitting = kinds.filter((kind) => kind.cells.some((cell) => group.includes(cell)));
    return shortage(group, cells, fitting.reduce((sum, { questions }) => sum + questions.length, 0));
  });
  return [...fixedProblems(blueprint, pool), ...counted];
}

/** How many questions of the pool fit each row by itself, section by section: what an author sees beside it. */
export function countFitting({ sections }: Blueprint, pool: readonly PoolQuestion[]): number[][] {
  return sections.map(({ rows }) => rows.map((asked) => pool.filter((question) => fits(question, asked)).length));
}
