/** A whole number from 0 to below `limit`; handed in, so that what is drawn can be drawn again in a test. */
export type Draw = (limit: number) => number;

/** A new order, each equally likely (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], draw: Draw): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const picked = draw(last + 1);
    [result[last], result[picked]] = [result[picked]!, result[last]!];
  }
  return result;
}
