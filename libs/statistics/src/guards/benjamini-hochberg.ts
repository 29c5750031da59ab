import { requireRange } from '../errors.js';

/**
 * Adjusted p-values that control the share of false discoveries (Benjamini &
 * Hochberg 1995): q_(i) = min_{j ≥ i} p_(j)·m/j. Declaring everything with
 * q ≤ 0.1 has an expected share of false findings of at most 10 %.
 * @param pValues each in [0, 1]; returned in the same order.
 */
export function benjaminiHochberg(pValues: ArrayLike<number>): Float64Array {
  const size = pValues.length;
  const order = Array.from({ length: size }, (_, i) => i).sort((a, b) => pValues[b]! - pValues[a]!);
  const adjusted = new Float64Array(size);
  let smallest = 1;
  order.forEach((index, rank) => {
    requireRange(`pValues[${index}]`, pValues[index]!, 0, 1);
    smallest = Math.min(smallest, pValues[index]! * (size / (size - rank)));
    adjusted[index] = smallest;
  });
  return adjusted;
}
