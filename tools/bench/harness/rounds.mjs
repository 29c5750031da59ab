// Variants take turns (A B A B …), so that a change of the machine's mood meets all of them; medians are kept.
import { cpuSeconds } from './machine.mjs';

export function median(values) {
  const sorted = values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b);
  if (!sorted.length) return NaN;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Runs every variant once in each round. A variant is `{ name, run(round), before?, cpuOf: { label: pid } }`: of each process
 * its tree, without those of the others (the database may be a child of the bench, and is not counted twice); `run`
 * answers at least `{ operations, seconds }`. What comes out are medians over the rounds, CPU in microseconds an operation.
 */
export async function takeTurns(variants, rounds, { onRound, warmUp = true } = {}) {
  const results = new Map(variants.map(({ name }) => [name, []]));
  for (let round = warmUp ? -1 : 0; round < rounds; round++) {
    onRound?.(round);
    for (const { name, run, before, cpuOf = {} } of variants) {
      await before?.(round);
      const pids = Object.values(cpuOf);
      const spent = () => pids.map((pid) => cpuSeconds(pid, pids));
      const start = spent();
      const result = await run(round);
      const end = spent();
      const cpu = Object.fromEntries(Object.keys(cpuOf).map((label, at) => [label, ((end[at] - start[at]) * 1e6) / result.operations]));
      if (round >= 0) results.get(name).push({ ...result, cpu, cpuTotal: Object.values(cpu).reduce((sum, value) => sum + value, 0) });
    }
  }
  return Object.fromEntries([...results].map(([name, list]) => [name, medians(list)]));
}

function medians(list) {
  const [first] = list;
  const entries = Object.entries(first).map(([key, value]) => {
    if (typeof value === 'number') return [key, median(list.map((result) => result[key]))];
    if (key === 'cpu') return [key, Object.fromEntries(Object.keys(value).map((label) => [label, median(list.map(({ cpu }) => cpu[label]))]))];
    return [key, value];
  });
  return { ...Object.fromEntries(entries), rounds: list.length };
}
