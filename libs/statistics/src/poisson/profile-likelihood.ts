import type { PreparedModel } from './model.js';

/** Value and derivatives of the profile log-likelihood at one coefficient vector. */
export interface ProfilePoint {
  logLikelihood: number;
  readonly gradient: Float64Array;
  /** Minus the second derivative, row-major size × size, full and symmetric. */
  readonly information: Float64Array;
  /** Fitted mean per prepared row. */
  readonly fitted: Float64Array;
}

/**
 * The Poisson log-likelihood with the unit effects replaced by their maximum
 * α_u = log(Σ_t y / Σ_t m), m_r = exposure · exp(x_rθ):
 *
 *   ℓ(θ)  = Σ_r y_r log(m_r / M_u),          μ_r = Y_u m_r / M_u
 *   ∇ℓ    = Σ_r (y_r − μ_r) x_r
 *   −∇²ℓ  = Σ_r μ_r x_r x_rᵀ − Σ_u (1/Y_u) s_u s_uᵀ,  s_u = Σ_{r∈u} μ_r x_r
 *
 * (Palmgren 1981; Hausman, Hall & Griliches 1984.) One exp per coefficient, not
 * per row; the rank-1 part runs over the columns a unit touches.
 */
export function createProfilePoint(model: PreparedModel): ProfilePoint {
  return {
    logLikelihood: 0,
    gradient: new Float64Array(model.size),
    information: new Float64Array(model.size * model.size),
    fitted: new Float64Array(model.rows),
  };
}

/** Fills `point` at the coefficients `theta`. Terms of the likelihood without θ are left out. */
export function evaluateProfile(model: PreparedModel, theta: Float64Array, point: ProfilePoint): void {
  fillFitted(model, theta, point);
  const { gradient, information } = point;
  gradient.fill(0);
  information.fill(0);
  if (model.covariates.length === 0) {
    accumulateCodes(model, point);
  } else {
    accumulateMixed(model, point);
  }
  symmetrise(information, model.size);
}

/** Fills likelihood, fitted means and gradient only; for models without covariates. */
export function evaluateGradient(model: PreparedModel, theta: Float64Array, point: ProfilePoint): void {
  fillFitted(model, theta, point);
  const { rows, count, columns, factorCount } = model;
  const { gradient, fitted } = point;
  gradient.fill(0);
  for (let r = 0, at = 0; r < rows; r++) {
    const residual = count[r]! - fitted[r]!;
    for (let j = 0; j < factorCount; j++, at++) {
      const c = columns[at]!;
      if (c >= 0) {
        gradient[c]! += residual;
      }
    }
  }
}

function fillFitted(model: PreparedModel, theta: Float64Array, point: ProfilePoint): void {
  const { rows, count, exposure, columns, factorCount, factorColumns, covariates, unitStart } = model;
  const { fitted } = point;
  const multiplier = new Float64Array(factorColumns);
  for (let c = 0; c < factorColumns; c++) {
    multiplier[c] = Math.exp(theta[c]!);
  }
  for (let r = 0, at = 0; r < rows; r++) {
    let mean = exposure[r]!;
    for (let j = 0; j < factorCount; j++, at++) {
      const c = columns[at]!;
      if (c >= 0) {
        mean *= multiplier[c]!;
      }
    }
    fitted[r] = mean;
  }
  if (covariates.length > 0) {
    for (let r = 0; r < rows; r++) {
      let eta = 0;
      for (let k = 0; k < covariates.length; k++) {
        eta += covariates[k]![r]! * theta[factorColumns + k]!;
      }
      fitted[r]! *= Math.exp(eta);
    }
  }
  let logLikelihood = 0;
  for (let u = 0; u < model.units; u++) {
    const end = unitStart[u + 1]!;
    let total = 0;
    let weight = 0;
    for (let r = unitStart[u]!; r < end; r++) {
      total += count[r]!;
      weight += fitted[r]!;
    }
    const scale = total / weight;
    for (let r = unitStart[u]!; r < end; r++) {
      const mean = fitted[r]! * scale;
      fitted[r] = mean;
      const y = count[r]!;
      if (y > 0) {
        logLikelihood += y * Math.log(mean);
      }
    }
  }
  point.logLikelihood = logLikelihood;
}

/** Codes only: each unordered pair of columns is added once, in either triangle. */
function accumulateCodes(model: PreparedModel, point: ProfilePoint): void {
  const { size, count, columns, factorCount, unitStart } = model;
  const { gradient, information, fitted } = point;
  const sums = new Float64Array(size);
  const mark = new Int32Array(size).fill(-1);
  const touched = new Int32Array(size);
  for (let u = 0; u < model.units; u++) {
    const end = unitStart[u + 1]!;
    let touches = 0;
    let total = 0;
    for (let r = unitStart[u]!; r < end; r++) {
      const mean = fitted[r]!;
      const residual = count[r]! - mean;
      total += count[r]!;
      const base = r * factorCount;
      for (let j = 0; j < factorCount; j++) {
        const c = columns[base + j]!;
        if (c < 0) {
          continue;
        }
        gradient[c]! += residual;
        if (mark[c] !== u) {
          mark[c] = u;
          sums[c] = 0;
          touched[touches++] = c;
        }
        sums[c]! += mean;
        const row = c * size;
        information[row + c]! += mean;
        for (let k = 0; k < j; k++) {
          const d = columns[base + k]!;
          if (d >= 0) {
            information[row + d]! += mean;
          }
        }
      }
    }
    for (let i = 0; i < touches; i++) {
      const c = touched[i]!;
      const row = c * size;
      const scaled = sums[c]! / total;
      for (let k = 0; k <= i; k++) {
        const d = touched[k]!;
        information[row + d]! -= scaled * sums[d]!;
      }
    }
  }
}

/** Codes and covariates: covariates are columns that every unit touches. */
function accumulateMixed(model: PreparedModel, point: ProfilePoint): void {
  const { size, count, unitStart } = model;
  const { gradient, information, fitted } = point;
  const sums = new Float64Array(size);
  const mark = new Int32Array(size).fill(-1);
  const touched = new Int32Array(size);
  const rowColumns = new Int32Array(size);
  const rowValues = new Float64Array(size);
  for (let u = 0; u < model.units; u++) {
    let touches = 0;
    let total = 0;
    for (let r = unitStart[u]!; r < unitStart[u + 1]!; r++) {
      const mean = fitted[r]!;
      const residual = count[r]! - mean;
      total += count[r]!;
      const used = readRow(model, r, rowColumns, rowValues);
      for (let i = 0; i < used; i++) {
        const c = rowColumns[i]!;
        const x = rowValues[i]!;
        gradient[c]! += residual * x;
        if (mark[c] !== u) {
          mark[c] = u;
          sums[c] = 0;
          touched[touches++] = c;
        }
        sums[c]! += mean * x;
        for (let k = 0; k <= i; k++) {
          information[c * size + rowColumns[k]!]! += mean * x * rowValues[k]!;
        }
      }
    }
    for (let i = 0; i < touches; i++) {
      const c = touched[i]!;
      const scaled = sums[c]! / total;
      for (let k = 0; k <= i; k++) {
        const d = touched[k]!;
        information[c * size + d]! -= scaled * sums[d]!;
      }
    }
  }
}

/** Non-zero columns and values of a prepared row; returns how many there are. */
export function readRow(model: PreparedModel, row: number, columns: Int32Array, values: Float64Array): number {
  let used = 0;
  for (let j = 0; j < model.factorCount; j++) {
    const c = model.columns[row * model.factorCount + j]!;
    if (c >= 0) {
      columns[used] = c;
      values[used++] = 1;
    }
  }
  for (let k = 0; k < model.covariates.length; k++) {
    columns[used] = model.factorColumns + k;
    values[used++] = model.covariates[k]![row]!;
  }
  return used;
}

function symmetrise(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const sum = matrix[i * size + j]! + matrix[j * size + i]!;
      matrix[i * size + j] = sum;
      matrix[j * size + i] = sum;
    }
  }
}
