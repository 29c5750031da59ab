import type { Draw } from '@skillhall/question-bank/domain';
import { FlowNetwork } from './flow-network.js';
import type { Cell, Kind } from './pool.js';

/** Of one cell, the questions of one difficulty: how many a paper takes of them, and from which kinds it could. */
export interface Stall {
  readonly cell: number;
  readonly difficulty: number;
  readonly kinds: readonly number[];
  readonly quota: number;
}

/** How a paper can be filled: quotas, and one way of taking them from the kinds. */
export interface Allocation {
  /** Questions that are missing for a whole paper. */
  readonly missing: number;
  readonly stalls: readonly Stall[];
  /** How many questions of a kind go to a cell, by `kind * cells + cell`. */
  readonly taken: Int32Array;
  /** Cells that cannot be filled together with those they share questions with; empty where nothing is missing. */
  readonly short: readonly number[];
}

/** Units of cost: a step of the mix is worth a million, a tie less than a hundred, a worn question more than all. */
const [mixCost, tieCost, wornCost] = [1e6, 100, 1e11];

/** Stalls of every cell, easy ones first. */
function stallsOf(cells: readonly Cell[], kinds: readonly Kind[]): Omit<Stall, 'quota'>[] {
  return cells.flatMap((_, cell) => {
    const mine = kinds.flatMap((kind, index) => (kind.cells.includes(cell) ? [index] : []));
    const difficulties = [...new Set(mine.map((index) => kinds[index]!.difficulty))].sort((a, b) => a - b);
    return difficulties.map((difficulty) => ({ cell, difficulty, kinds: mine.filter((index) => kinds[index]!.difficulty === difficulty) }));
  });
}

/**
 * Fills the cells of a blueprint from the kinds of questions. A question goes to one cell only, so overlapping cells are
 * looked at together, as a flow. Within a cell difficulties are mixed as in what it may draw from: the quotas of the
 * largest remainder, or what comes nearest to them. Equal remainders are decided by `tie`, once for all papers.
 */
export function allocate(cells: readonly Cell[], kinds: readonly Kind[], tie: Draw): Allocation {
  const stalls = stallsOf(cells, kinds);
  const [source, sink] = [0, 1];
  const [firstCell, firstStall] = [2, 2 + cells.length];
  const firstKind = firstStall + stalls.length;
  const network = new FlowNetwork(firstKind + kinds.length);
  const size = (index: number): number => kinds[index]!.questions.length;
  for (const [cell, { asked }] of cells.entries()) network.connect(source, firstCell + cell, asked.count);
  const supplies = stalls.map(({ kinds: own }) => own.reduce((sum, kind) => sum + size(kind), 0));
  const ofCell = cells.map((_, cell) => stalls.reduce((sum, stall, index) => (stall.cell === cell ? sum + supplies[index]! : sum), 0));
  const units = stalls.map(({ cell }, index) => {
    const { count } = cells[cell]!.asked;
    const ideal = (count * supplies[index]!) / ofCell[cell]!;
    const lot = tie(tieCost);
    // Each further unit costs what it adds to the squared distance from the ideal share.
    const cost = (unit: number): number => Math.round(mixCost * (2 * (unit + 1 - ideal) - 1)) + lot;
    return Array.from({ length: Math.min(count, supplies[index]!) }, (_, unit) => network.connect(firstCell + cell, firstStall + index, 1, cost(unit)));
  });
  const routes = stalls.flatMap(({ cell, kinds: own }, index) => own.map((kind) => ({ cell, kind, edge: network.connect(firstStall + index, firstKind + kind, size(kind)) })));
  for (const [index, { questions, worn }] of kinds.entries()) network.connect(firstKind + index, sink, questions.length, worn ? wornCost : 0);
  const missing = cells.reduce((sum, { asked }) => sum + asked.count, 0) - network.send(source, sink);
  const taken = new Int32Array(kinds.length * cells.length);
  for (const { cell, kind, edge } of routes) taken[kind * cells.length + cell] = network.through(edge);
  const open = network.reachable(source);
  return {
    missing,
    stalls: stalls.map((stall, index) => ({ ...stall, quota: units[index]!.filter((edge) => network.through(edge) > 0).length })),
    taken,
    short: missing ? cells.flatMap((_, cell) => (open.has(firstCell + cell) ? [cell] : [])) : [],
  };
}
