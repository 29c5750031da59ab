/**
 * The most that can be earned when each row takes a column of its own: `worth[row][column]`, a square of whole numbers
 * (the Hungarian method with potentials; O(n³)). Greedy choice would sometimes cost an examinee marks.
 */
export function bestAssignment(worth: readonly (readonly number[])[]): number {
  const size = worth.length;
  const [rowPotential, columnPotential] = [new Array<number>(size + 1).fill(0), new Array<number>(size + 1).fill(0)];
  const rowOf = new Array<number>(size + 1).fill(0);
  for (let row = 1; row <= size; row++) {
    rowOf[0] = row;
    const least = new Array<number>(size + 1).fill(Infinity);
    const came = new Array<number>(size + 1).fill(0);
    const used = new Array<boolean>(size + 1).fill(false);
    let column = 0;
    while (rowOf[column] !== 0) {
      used[column] = true;
      let [step, next] = [Infinity, 0];
      for (let other = 1; other <= size; other++) {
        if (used[other]) continue;
        const cost = -worth[rowOf[column]! - 1]![other - 1]! - rowPotential[rowOf[column]!]! - columnPotential[other]!;
        if (cost < least[other]!) [least[other], came[other]] = [cost, column];
        if (least[other]! < step) [step, next] = [least[other]!, other];
      }
      for (let other = 0; other <= size; other++) {
        if (used[other]) {
          rowPotential[rowOf[other]!]! += step;
          columnPotential[other]! -= step;
        } else least[other]! -= step;
      }
      column = next;
    }
    for (; column; column = came[column]!) rowOf[column] = rowOf[came[column]!]!;
  }
  let sum = 0;
  for (let column = 1; column <= size; column++) sum += worth[rowOf[column]! - 1]![column - 1]!;
  return sum;
}
