import { accumulateCodes, accumulateMixed, symmetrise } from './information.js';
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
