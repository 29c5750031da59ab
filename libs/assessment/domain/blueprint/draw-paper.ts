import { type Draw, shuffled } from '@skillhall/question-bank/domain';
import type { PoolIndex, WeighedStall } from './pool-index.js';
import { Remaining } from './remaining.js';

/** A question drawn for a paper. */
export interface DrawnQuestion {
  readonly questionId: string;
  readonly versionId: string;
  readonly section: number;
  readonly marks: number;
}

/** Draws by weight before every question that is left is looked at. */
const quickTries = 40;

/** The place whose sum is the first above `at`. */
function placeOf(sums: Float64Array, at: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

function pick(index: PoolIndex, { cell, kinds, questions, sums }: WeighedStall, used: ReadonlySet<number>, remaining: Remaining, draw: Draw): number {
  const takes = (question: number): boolean => !used.has(question) && remaining.take(index.kindOf[question]!, cell, kinds);
  for (let tries = 0; tries < quickTries; tries++) {
    const question = questions[placeOf(sums, draw(sums.at(-1)!))]!;
    if (takes(question)) return question;
  }
  // What is left, with the weights it has: one after another drawn until one can be taken.
  const left = [...questions].flatMap((question, place) => (used.has(question) ? [] : [{ question, weight: sums[place]! - (place ? sums[place - 1]! : 0) }]));
  for (;;) {
    let at = draw(left.reduce((sum, { weight }) => sum + weight, 0));
    const place = left.findIndex(({ weight }) => (at -= weight) < 0);
    const { question } = left.splice(place, 1)[0]!;
    if (takes(question)) return question;
  }
}

/**
 * The questions of one paper, section by section: fixed ones, then those drawn row by row. Which ones follows from
 * `draw` alone; how many of each difficulty follows from the pool, so that nobody's paper is harder by luck.
 */
export function drawPaper(index: PoolIndex, draw: Draw): DrawnQuestion[] {
  const { blueprint, pool, byId, cells, stalls } = index;
  const remaining = new Remaining(index);
  const used = new Set<number>();
  const drawn = cells.map((): number[] => []);
  for (const place of shuffled(index.places, draw)) {
    const stall = stalls[place]!;
    const question = pick(index, stall, used, remaining, draw);
    used.add(question);
    drawn[stall.cell]!.push(question);
  }
  return blueprint.sections.flatMap(({ fixed }, section) => [
    ...fixed.map(({ questionId, marks }) => ({ questionId, versionId: byId.get(questionId)!.versionId, section, marks })),
    ...cells.flatMap((cell, place) =>
      cell.section === section ? drawn[place]!.map((each) => ({ questionId: pool[each]!.questionId, versionId: pool[each]!.versionId, section, marks: cell.asked.marks })) : [],
    ),
  ]);
}
