import { requireLength, requireNonNegative, StatisticsError } from '../errors.js';

export interface ChartPoint {
  readonly value: number;
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  readonly outside: boolean;
}

export interface RateChart {
  readonly points: readonly ChartPoint[];
  /** Spread of the standardised points relative to Poisson; 1 in a plain u chart. */
  readonly sigmaZ: number;
}

/** mean |difference of neighbours| of independent standard normals. */
const MOVING_RANGE_CONSTANT = 2 / Math.sqrt(Math.PI);

/**
 * u chart of a rate: centre ū = Σy/Σn, limits ū ± 3√(ū/n_i), lower limit ≥ 0.
 * Counts and exposures per period, exposure > 0. It assumes pure Poisson noise:
 * over many units together almost every period "signals"; use {@link laneyChart}.
 * @throws StatisticsError `empty-input`, `length-mismatch`, `not-finite`, `out-of-range`.
 */
export function rateChart(count: Float64Array, exposure: Float64Array): RateChart {
  return chartWith(count, exposure, 1);
}

/**
 * Laney's u′ chart: the limits of the u chart × σ_z, where σ_z = mean |z_i − z_{i−1}| / 1.128
 * and z_i = (u_i − ū)/√(ū/n_i) (Laney 2002). Common shocks widen the limits.
 * @throws StatisticsError as {@link rateChart}; needs two periods.
 */
export function laneyChart(count: Float64Array, exposure: Float64Array): RateChart {
  const centre = centreOf(count, exposure);
  const z = count.map((y, i) => (y / exposure[i]! - centre) / Math.sqrt(centre / exposure[i]!));
  if (z.length < 2) {
    throw new StatisticsError('empty-input', 'a u′ chart needs at least two periods');
  }
  let moving = 0;
  for (let i = 1; i < z.length; i++) {
    moving += Math.abs(z[i]! - z[i - 1]!);
  }
  return chartWith(count, exposure, centre > 0 ? moving / (z.length - 1) / MOVING_RANGE_CONSTANT : 1);
}

function centreOf(count: Float64Array, exposure: Float64Array): number {
  if (count.length === 0) {
    throw new StatisticsError('empty-input', 'a chart needs points');
  }
  requireLength(count.length, { exposure });
  requireNonNegative('count', count);
  requireNonNegative('exposure', exposure);
  if (exposure.some((n) => n === 0)) {
    throw new StatisticsError('out-of-range', 'a period has no exposure');
  }
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  return sum(count) / sum(exposure);
}

function chartWith(count: Float64Array, exposure: Float64Array, sigmaZ: number): RateChart {
  const centre = centreOf(count, exposure);
  const points = Array.from(count, (y, i) => {
    const half = 3 * sigmaZ * Math.sqrt(centre / exposure[i]!);
    const value = y / exposure[i]!;
    const lower = Math.max(0, centre - half);
    const upper = centre + half;
    return { value, centre, lower, upper, outside: value < lower || value > upper };
  });
  return { points, sigmaZ };
}
