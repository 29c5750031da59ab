import type { PoolIndex } from './pool-index.js';

/**
 * What is left of each kind while a paper is drawn, with one way of filling the rest of it at hand. A question is only
 * taken where the rest can still be filled; mostly that is seen at once, else the plan is changed along one path.
 */
export class Remaining {
  private readonly index: PoolIndex;
  private readonly planned: Int32Array;
  private readonly spare: Int32Array;

  constructor(index: PoolIndex) {
    this.index = index;
    this.planned = index.taken.slice();
    const { cells, kinds, taken } = index;
    // Questions beyond the cap are there for what the plan needs of them, and no more.
    this.spare = Int32Array.from(kinds, ({ questions, worn }, kind) => (worn ? 0 : questions.length - cells.reduce((sum, _, cell) => sum + taken[kind * cells.length + cell]!, 0)));
  }

  /** Takes a question of this kind for the cell; false, and nothing happens, where the rest could not be filled then. */
  take(kind: number, cell: number, kindsOfStall: readonly number[]): boolean {
    if (this.planned[this.at(kind, cell)]! > 0) {
      this.planned[this.at(kind, cell)]!--;
      return true;
    }
    if (this.index.kinds[kind]!.worn) return false;
    const instead = kindsOfStall.find((other) => this.planned[this.at(other, cell)]! > 0)!;
    this.planned[this.at(instead, cell)]!--;
    this.spare[instead]!++;
    if (this.spare[kind]! > 0 || this.freeOne(kind)) {
      this.spare[kind]!--;
      return true;
    }
    this.planned[this.at(instead, cell)]!++;
    this.spare[instead]!--;
    return false;
  }

  private at(kind: number, cell: number): number {
    return kind * this.index.cells.length + cell;
  }

  /** Frees one question of a kind by planning others of its difficulty in its place. */
  private freeOne(kind: number): boolean {
    const { kinds } = this.index;
    const came = new Map<number, { from: number; cell: number }>();
    const seen = new Set([kind]);
    for (const from of seen) {
      for (const cell of kinds[from]!.cells) {
        if (this.planned[this.at(from, cell)]! <= 0) continue;
        for (const [to, { cells, difficulty }] of kinds.entries()) {
          if (seen.has(to) || difficulty !== kinds[kind]!.difficulty || !cells.includes(cell)) continue;
          seen.add(to);
          came.set(to, { from, cell });
          if (this.spare[to]! > 0) return this.replan(kind, to, came);
        }
      }
    }
    return false;
  }

  private replan(kind: number, end: number, came: ReadonlyMap<number, { from: number; cell: number }>): true {
    this.spare[end]!--;
    this.spare[kind]!++;
    for (let to = end; to !== kind; ) {
      const { from, cell } = came.get(to)!;
      this.planned[this.at(from, cell)]!--;
      this.planned[this.at(to, cell)]!++;
      to = from;
    }
    return true;
  }
}
