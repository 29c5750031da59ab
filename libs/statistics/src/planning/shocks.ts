import { StatisticsError } from '../errors.js';
import { timeFactor } from '../did/twfe.js';
import { poissonFixedEffects } from '../poisson/fixed-effects.js';
import { meanShare } from './detectable-fall.js';

export interface History {
  readonly unit: ArrayLike<number>;
  /** Consecutive whole numbers. */
  readonly time: ArrayLike<number>;
  readonly count: Float64Array;
  readonly exposure: Float64Array;
}

export interface Shocks {
  /** Standard deviation of a unit's log-rate shocks. */
  readonly shockSd: number;
  /** Correlation from one period to the next. */
  readonly shockCorrelation: number;
  readonly meanCount: number;
}

const LAGS = 6;

/**
 * σ and ρ of the units' own shocks from untreated history, for the planner. With
 * μ from unit and time effects, the lag-k moments
 *
 *   v_k = Σ (y_t − μ_t)(y_{t+k} − μ_{t+k}) / Σ μ_t μ_{t+k}   (k = 0: minus the Poisson part Σy)
 *
 * estimate σ²ρᵏ less what the unit effect absorbs, σ²·a(T, ρ) + 1/(T·μ̄); σ² by
 * least squares for each ρ on a grid, over lags 0 … 6.
 * @throws StatisticsError `empty-input` for histories shorter than 8 periods; see {@link poissonFixedEffects}.
 */
export function estimateShocks(history: History): Shocks {
  const fit = poissonFixedEffects({ ...history, factors: [timeFactor(history.time)] });
  const { model, fitted } = fit.source;
  const product = new Float64Array(LAGS + 1);
  const weight = new Float64Array(LAGS + 1);
  for (let u = 0; u < model.units; u++) {
    const byTime = new Map<number, number>();
    for (let r = model.unitStart[u]!; r < model.unitStart[u + 1]!; r++) {
      byTime.set(history.time[model.sourceRow[r]!]!, r);
    }
    for (const [time, r] of byTime) {
      const residual = model.count[r]! - fitted[r]!;
      for (let lag = 0; lag <= LAGS; lag++) {
        const other = byTime.get(time + lag);
        if (other !== undefined) {
          const noise = lag === 0 ? model.count[r]! : 0;
          product[lag]! += residual * (model.count[other]! - fitted[other]!) - noise;
          weight[lag]! += fitted[r]! * fitted[other]!;
        }
      }
    }
  }
  const periods = model.rows / model.units;
  if (periods < 8) {
    throw new StatisticsError('empty-input', 'a history needs at least 8 periods', { periods });
  }
  const total = fitted.reduce((sum, mean) => sum + mean, 0);
  // Harmonic-type mean of the unit totals: Σμ² weights favour large units.
  const absorbed = total / periods / weight[0]!;
  const moments = product.map((value, lag) => value / weight[lag]! + absorbed);
  return { ...bestFit(moments, periods), meanCount: total / model.rows };
}

function bestFit(moments: Float64Array, periods: number): { shockSd: number; shockCorrelation: number } {
  let best = { shockSd: 0, shockCorrelation: 0, loss: Infinity };
  for (let rho = 0; rho <= 0.98; rho += 0.01) {
    const shape = moments.map((_, lag) => rho ** lag - meanShare(Math.round(periods), rho));
    const variance = Math.max(0, dot(shape, moments) / dot(shape, shape));
    const loss = moments.reduce((sum, value, lag) => sum + (value - variance * shape[lag]!) ** 2, 0);
    if (loss < best.loss) {
      // exp(s²) − 1 is the variance of the rate factor when the log has variance s².
      best = { shockSd: Math.sqrt(Math.log1p(variance)), shockCorrelation: rho, loss };
    }
  }
  return { shockSd: best.shockSd, shockCorrelation: best.shockCorrelation };
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
