import { StatisticsError } from '../errors.js';

export interface LinearProgram {
  /** Maximise objective · x. */
  readonly objective: Float64Array;
  /** Equality constraints A·x = b, x ≥ 0: one row per constraint. */
  readonly rows: readonly Float64Array[];
  readonly right: Float64Array;
}

export interface LinearSolution {
  readonly value: number;
  readonly x: Float64Array;
  /** Variable that is basic in each constraint. */
  readonly basis: Int32Array;
}

const TINY = 1e-11;

/**
 * Dense two-phase simplex with Bland's rule, for programs of a few dozen
 * variables.
 * @throws StatisticsError `not-identified` (infeasible), `not-converged` (unbounded or cycling).
 */
export function maximiseLinear(program: LinearProgram, startBasis?: Int32Array): LinearSolution {
  const started = startBasis && tableauFrom(program, startBasis);
  const tableau = started ?? feasibleTableau(program);
  priceOut(tableau, program.objective);
  pivotUntilOptimal(tableau, program.objective.length);
  const x = new Float64Array(program.objective.length);
  tableau.basis.forEach((variable, row) => {
    if (variable < x.length) {
      x[variable] = tableau.rows[row]!.at(-1)!;
    }
  });
  return { value: x.reduce((sum, entry, j) => sum + entry * program.objective[j]!, 0), x, basis: tableau.basis };
}

interface Tableau {
  /** Constraint rows, right side last. */
  readonly rows: Float64Array[];
  readonly basis: Int32Array;
  /** Reduced profits; a positive entry may enter. */
  profit: Float64Array;
}

/** A tableau on a given basis, or undefined when that basis is singular or infeasible. */
function tableauFrom(program: LinearProgram, basis: Int32Array): Tableau | undefined {
  const rows = program.rows.map((row, i) => Float64Array.from([...row, program.right[i]!]));
  const placed = new Int32Array(basis.length).fill(-1);
  for (const variable of basis) {
    if (variable >= program.objective.length) {
      return undefined;
    }
    let best = -1;
    rows.forEach((row, i) => {
      if (placed[i] === -1 && (best < 0 || Math.abs(row[variable]!) > Math.abs(rows[best]![variable]!))) {
        best = i;
      }
    });
    if (best < 0 || Math.abs(rows[best]![variable]!) < 1e-9) {
      return undefined;
    }
    eliminate(rows, best, variable);
    placed[best] = variable;
  }
  return rows.every((row) => row.at(-1)! >= -1e-12) ? { rows, basis: placed, profit: new Float64Array(0) } : undefined;
}

/** Phase one: artificial variables are driven to zero. */
function feasibleTableau(program: LinearProgram): Tableau {
  const variables = program.objective.length;
  const constraints = program.rows.length;
  const rows = program.rows.map((row, i) => {
    const sign = program.right[i]! < 0 ? -1 : 1;
    const extended = new Float64Array(variables + constraints + 1);
    row.forEach((value, j) => (extended[j] = sign * value));
    extended[variables + i] = 1;
    extended[variables + constraints] = sign * program.right[i]!;
    return extended;
  });
  const basis = Int32Array.from({ length: constraints }, (_, i) => variables + i);
  const tableau: Tableau = { rows, basis, profit: new Float64Array(0) };
  const artificial = new Float64Array(variables + constraints);
  artificial.fill(-1, variables);
  priceOut(tableau, artificial);
  pivotUntilOptimal(tableau, variables);
  const left = basis.reduce((sum, variable, i) => sum + (variable >= variables ? rows[i]!.at(-1)! : 0), 0);
  if (left > 1e-8) {
    throw new StatisticsError('not-identified', 'the linear program has no feasible point', { left });
  }
  dropArtificial(tableau, variables);
  return tableau;
}

/** Pivots remaining zero artificials out and cuts their columns off. */
function dropArtificial(tableau: Tableau, variables: number): void {
  tableau.basis.forEach((variable, i) => {
    if (variable >= variables) {
      const entering = tableau.rows[i]!.findIndex((value, j) => j < variables && Math.abs(value) > 1e-9);
      if (entering >= 0) {
        pivot(tableau, i, entering);
      }
    }
  });
  tableau.rows.forEach((row, i) => {
    const cut = new Float64Array(variables + 1);
    cut.set(row.subarray(0, variables));
    cut[variables] = row.at(-1)!;
    tableau.rows[i] = cut;
  });
}

function priceOut(tableau: Tableau, objective: Float64Array): void {
  const width = tableau.rows[0]!.length;
  const profit = new Float64Array(width);
  profit.set(objective);
  tableau.basis.forEach((variable, i) => {
    const price = objective[variable] ?? 0;
    if (price !== 0) {
      tableau.rows[i]!.forEach((value, j) => (profit[j]! -= price * value));
    }
  });
  tableau.profit = profit;
}

function pivotUntilOptimal(tableau: Tableau, enterable: number): void {
  for (let step = 0; step < 10_000; step++) {
    const entering = tableau.profit.findIndex((value, j) => j < enterable && value > TINY);
    if (entering < 0) {
      return;
    }
    let leaving = -1;
    let ratio = Infinity;
    tableau.rows.forEach((row, i) => {
      const candidate = row[entering]! > 1e-10 ? row.at(-1)! / row[entering]! : Infinity;
      const tie = candidate === ratio && leaving >= 0 && tableau.basis[i]! < tableau.basis[leaving]!;
      if (candidate < ratio || tie) {
        ratio = candidate;
        leaving = i;
      }
    });
    if (leaving < 0) {
      break;
    }
    pivot(tableau, leaving, entering);
  }
  throw new StatisticsError('not-converged', 'the linear program is unbounded or cycles');
}

function pivot(tableau: Tableau, leaving: number, entering: number): void {
  eliminate(tableau.rows, leaving, entering);
  const share = tableau.profit[entering]!;
  const row = tableau.rows[leaving]!;
  if (share !== 0) {
    for (let j = 0; j < row.length; j++) {
      tableau.profit[j]! -= share * row[j]!;
    }
  }
  tableau.basis[leaving] = entering;
}

function eliminate(rows: readonly Float64Array[], pivotRow: number, column: number): void {
  const row = rows[pivotRow]!;
  const scale = 1 / row[column]!;
  for (let j = 0; j < row.length; j++) {
    row[j]! *= scale;
  }
  rows.forEach((other, i) => {
    const share = other[column]!;
    if (i !== pivotRow && share !== 0) {
      for (let j = 0; j < row.length; j++) {
        other[j]! -= share * row[j]!;
      }
      other[column] = 0;
    }
  });
}
