import { StatisticsError } from '../errors.js';
import { shuffleFirst } from '../random/draws.js';
import type { RandomSource } from '../random/random-source.js';
import { decisionLogRate } from './decision-rate.js';
import { NEVER_TREATED } from './panel-grid.js';
import type { PanelGrid } from './panel-grid.js';
import type { WavePlan } from './stack-plan.js';

const STRATA = 5;

/** Re-draws who was treated when, keeping how many came from each stratum of each wave. */
export interface Redraw {
  /** A new first-treated column per unit. */
  next(random: RandomSource): Int32Array;
}

interface WaveStrata {
  readonly column: number;
  /** Clusters in order of their decision-window rate (unobserved ones last). */
  readonly order: Int32Array;
  /** Treated clusters per stratum in the data. */
  readonly taken: Int32Array;
}

/**
 * Wave after wave, as it happened: the clusters not yet treated are cut into
 * fifths by their rate in the decision window, and from each fifth as many are
 * drawn as were really treated. Conditioning on the rate the decision looked at
 * makes the test a guard against regression to the mean.
 * @throws StatisticsError `cluster-mixes-treatment` when a cluster holds units of two waves.
 */
export function createRedraw(grid: PanelGrid, waves: readonly WavePlan[]): Redraw {
  const first = clusterFirstTreated(grid);
  const from = waves[0]!.column;
  const strata: WaveStrata[] = [];
  const atRisk = first.map((column) => (column >= from ? 1 : 0));
  for (const plan of waves) {
    const order = orderByRate(grid, plan);
    const taken = new Int32Array(STRATA);
    forEachStratum(order, atRisk, (cluster, stratum) => {
      if (first[cluster] === plan.column) {
        taken[stratum]!++;
      }
    });
    strata.push({ column: plan.column, order, taken });
    first.forEach((column, cluster) => {
      atRisk[cluster] = column === plan.column ? 0 : atRisk[cluster]!;
    });
  }
  return { next: (random) => drawAssignment(grid, first, from, strata, random) };
}

function clusterFirstTreated(grid: PanelGrid): Int32Array {
  const first = new Int32Array(grid.clusters).fill(-1);
  const known = new Uint8Array(grid.clusters);
  for (let u = 0; u < grid.units; u++) {
    const g = grid.cluster[u]!;
    if (known[g] && first[g] !== grid.firstTreated[u]) {
      throw new StatisticsError('cluster-mixes-treatment', 'a cluster holds units of two waves; cluster by unit instead', {
        unit: grid.unitLabel[u]!,
      });
    }
    known[g] = 1;
    first[g] = grid.firstTreated[u]!;
  }
  return first;
}

function orderByRate(grid: PanelGrid, plan: WavePlan): Int32Array {
  const sum = new Float64Array(grid.clusters);
  const members = new Int32Array(grid.clusters);
  for (let u = 0; u < grid.units; u++) {
    const rate = decisionLogRate(grid, u, plan);
    if (Number.isFinite(rate)) {
      sum[grid.cluster[u]!]! += rate;
      members[grid.cluster[u]!]!++;
    }
  }
  const key = sum.map((value, g) => (members[g]! > 0 ? value / members[g]! : Infinity));
  return Int32Array.from({ length: grid.clusters }, (_, g) => g).sort((a, b) => key[a]! - key[b]! || a - b);
}

function forEachStratum(
  order: Int32Array,
  atRisk: ArrayLike<number>,
  visit: (cluster: number, stratum: number) => void,
): void {
  let size = 0;
  for (const cluster of order) {
    size += atRisk[cluster]!;
  }
  let rank = 0;
  for (const cluster of order) {
    if (atRisk[cluster]) {
      visit(cluster, Math.floor((rank * STRATA) / size));
      rank++;
    }
  }
}

function drawAssignment(
  grid: PanelGrid,
  first: Int32Array,
  from: number,
  strata: readonly WaveStrata[],
  random: RandomSource,
): Int32Array {
  const redrawn = first.map((column) => (column >= from ? NEVER_TREATED : column));
  const atRisk = first.map((column) => (column >= from ? 1 : 0));
  const members = new Int32Array(grid.clusters);
  for (const { column, order, taken } of strata) {
    const pools: number[][] = Array.from({ length: STRATA }, () => []);
    forEachStratum(order, atRisk, (cluster, stratum) => pools[stratum]!.push(cluster));
    pools.forEach((pool, stratum) => {
      members.set(pool);
      const wanted = Math.min(taken[stratum]!, pool.length);
      shuffleFirst(random, members, wanted, pool.length);
      for (let i = 0; i < wanted; i++) {
        redrawn[members[i]!] = column;
        atRisk[members[i]!] = 0;
      }
    });
  }
  return Int32Array.from(grid.cluster, (cluster) => redrawn[cluster]!);
}
