import type { Draw } from '@skillhall/question-bank/domain';
import { err, ok, type Result } from '@skillhall/kernel';
import { allocate, type Allocation } from './allocation.js';
import type { Blueprint } from './blueprint.js';
import { type BlueprintProblem, checkFeasible, fixedProblems } from './feasible.js';
import { type Cell, cellsOf, fixedIds, type Kind, kindsOf, type PoolQuestion } from './pool.js';

/** A stall with its questions and their weights, added up, to draw from by bisection. */
export interface WeighedStall {
  readonly cell: number;
  readonly kinds: readonly number[];
  readonly questions: Int32Array;
  readonly sums: Float64Array;
}

/** A pool made ready for a blueprint: whatever does not depend on the attempt. */
export interface PoolIndex {
  readonly blueprint: Blueprint;
  readonly pool: readonly PoolQuestion[];
  readonly byId: ReadonlyMap<string, PoolQuestion>;
  readonly cells: readonly Cell[];
  readonly kinds: readonly Kind[];
  readonly kindOf: Int32Array;
  readonly stalls: readonly WeighedStall[];
  /** A stall for each question to draw. */
  readonly places: readonly number[];
  readonly taken: Allocation['taken'];
  /** How many questions beyond the exposure cap each paper needs; 0 where the cap can be kept. */
  readonly worn: number;
}

const full = 2 ** 20;

/** A question used less often than others comes sooner: twice the excess, about half the chance, and never none. */
const weight = (excess: number): number => Math.max(1, Math.floor(full / (1 + excess)));

function weighed(questions: readonly number[], pool: readonly PoolQuestion[]): Pick<WeighedStall, 'questions' | 'sums'> {
  const least = questions.reduce((most, index) => Math.min(most, pool[index]!.exposure), Infinity);
  const sums = new Float64Array(questions.length);
  let sum = 0;
  for (const [place, index] of questions.entries()) sums[place] = sum += weight(pool[index]!.exposure - least);
  return { questions: Int32Array.from(questions), sums };
}

/**
 * Makes a pool ready, or says why papers cannot be drawn at all. `tie` is drawn from the secret of the exam, not of an attempt: every paper has the same mix of
 * difficulties. Where the exposure cap cannot be kept, as few questions as possible go beyond it.
 */
export function indexPool(blueprint: Blueprint, pool: readonly PoolQuestion[], exposureCap: number | null, tie: Draw): Result<PoolIndex, BlueprintProblem[]> {
  const cells = cellsOf(blueprint);
  const kinds = kindsOf(cells, fixedIds(blueprint), pool, exposureCap);
  const byId = new Map(pool.map((question) => [question.questionId, question]));
  const { missing, stalls, taken } = allocate(cells, kinds, tie);
  if (missing || fixedProblems(blueprint, pool).length) return err(checkFeasible(blueprint, pool));
  const kindOf = new Int32Array(pool.length);
  for (const [kind, { questions }] of kinds.entries()) for (const index of questions) kindOf[index] = kind;
  const planned = kinds.map((_, kind) => cells.reduce((sum, __, cell) => sum + taken[kind * cells.length + cell]!, 0));
  // Worn questions are offered only where the plan cannot do without any of their kind.
  const offered = (kind: number): boolean => !kinds[kind]!.worn || planned[kind]! > 0;
  return ok({
    ...{ blueprint, pool, byId, cells, kinds, kindOf, taken, worn: kinds.reduce((sum, { worn }, kind) => (worn ? sum + planned[kind]! : sum), 0) },
    stalls: stalls.map(({ cell, kinds: own }) => ({ cell, kinds: own, ...weighed(own.filter(offered).flatMap((kind) => kinds[kind]!.questions), pool) })),
    places: stalls.flatMap(({ quota }, stall) => Array.from({ length: quota }, () => stall)),
  });
}
