/** Small, slow, independent reference computations for the tests of this library. */

/** Solves A·x = b by Gaussian elimination with row pivoting. */
export function solveDense(a: readonly (readonly number[])[], b: readonly number[]): number[] {
  const size = b.length;
  const rows = a.map((row, i) => [...row, b[i]!]);
  for (let j = 0; j < size; j++) {
    let best = j;
    for (let i = j + 1; i < size; i++) {
      best = Math.abs(rows[i]![j]!) > Math.abs(rows[best]![j]!) ? i : best;
    }
    [rows[j], rows[best]] = [rows[best]!, rows[j]!];
    for (let i = j + 1; i < size; i++) {
      const ratio = rows[i]![j]! / rows[j]![j]!;
      for (let k = j; k <= size; k++) {
        rows[i]![k]! -= ratio * rows[j]![k]!;
      }
    }
  }
  const x = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let value = rows[i]![size]!;
    for (let k = i + 1; k < size; k++) {
      value -= rows[i]![k]! * x[k]!;
    }
    x[i] = value / rows[i]![i]!;
  }
  return x;
}

export interface DenseGlm {
  readonly coefficients: number[];
  /** Cluster sandwich without finite-sample factor. */
  readonly covariance: number[][];
}

/** Poisson regression on an explicit design matrix by plain iteratively reweighted least squares. */
export function denseGlm(
  design: readonly (readonly number[])[],
  count: readonly number[],
  exposure: readonly number[],
  cluster: readonly number[],
): DenseGlm {
  const size = design[0]!.length;
  let beta = new Array<number>(size).fill(0);
  let mean: number[] = [];
  for (let step = 0; step < 40; step++) {
    mean = step === 0 ? count.map((y) => y + 0.5) : design.map((x, r) => exposure[r]! * Math.exp(dot(x, beta)));
    const working = mean.map((mu, r) => Math.log(mu / exposure[r]!) + (count[r]! - mu) / mu);
    const right = column(size, (c) => sum(design, (x, r) => x[c]! * mean[r]! * working[r]!));
    beta = solveDense(information(design, mean), right);
  }
  mean = design.map((x, r) => exposure[r]! * Math.exp(dot(x, beta)));
  const scores = new Map<number, number[]>();
  design.forEach((x, r) => {
    const held = scores.get(cluster[r]!) ?? new Array<number>(size).fill(0);
    x.forEach((value, c) => (held[c]! += value * (count[r]! - mean[r]!)));
    scores.set(cluster[r]!, held);
  });
  const bread = information(design, mean);
  const influence = [...scores.values()].map((score) => solveDense(bread, score));
  const covariance = column(size, (i) => column(size, (j) => sum(influence, (f) => f[i]! * f[j]!)));
  return { coefficients: beta, covariance };
}

function information(design: readonly (readonly number[])[], weight: readonly number[]): number[][] {
  const size = design[0]!.length;
  return column(size, (i) => column(size, (j) => sum(design, (x, r) => weight[r]! * x[i]! * x[j]!)));
}

function dot(x: readonly number[], y: readonly number[]): number {
  return x.reduce((total, value, i) => total + value * y[i]!, 0);
}

function column<T>(size: number, entry: (index: number) => T): T[] {
  return Array.from({ length: size }, (_, index) => entry(index));
}

function sum<T>(items: readonly T[], term: (item: T, index: number) => number): number {
  return items.reduce((total, item, index) => total + term(item, index), 0);
}
