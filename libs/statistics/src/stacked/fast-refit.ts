import { cholesky, choleskySolve } from '../linear-algebra/cholesky.js';
import type { PreparedModel } from '../poisson/model.js';
import { createProfilePoint, evaluateGradient, evaluateProfile } from '../poisson/profile-likelihood.js';
import { solveProfile } from '../poisson/solve.js';
import { NOT_TREATED } from './build-stack.js';
import type { Stack } from './build-stack.js';
import type { PanelGrid } from './panel-grid.js';
import type { WavePlan } from './stack-plan.js';

/** A refit stops when the effect moves less than this; far below the spread of any re-draw. */
const EFFECT_TOLERANCE = 1e-5;
const MAX_CHORD_STEPS = 40;

/** Coefficients of the static fit with the effect set to 0: where every refit starts. */
export function startVector(grid: PanelGrid, waves: readonly WavePlan[], stack: Stack): Float64Array {
  const { theta } = solveProfile(modelOfStack(grid, waves, stack));
  theta[theta.length - 1] = 0;
  return theta;
}

/**
 * Log ratio of the static stacked fit without its variance. One information
 * matrix at the start, then steps with fresh gradients only (chord method).
 */
export function refitEffect(
  grid: PanelGrid,
  waves: readonly WavePlan[],
  stack: Stack,
  start: Float64Array,
): number {
  const model = modelOfStack(grid, waves, stack);
  const point = createProfilePoint(model);
  const theta = start.slice();
  const effect = model.size - 1;
  evaluateProfile(model, theta, point);
  const factor = cholesky(point.information, model.size);
  for (let steps = 0; steps < MAX_CHORD_STEPS; steps++) {
    const step = choleskySolve(factor, point.gradient);
    for (let c = 0; c < theta.length; c++) {
      theta[c]! += step[c]!;
    }
    if (Math.abs(step[effect]!) < EFFECT_TOLERANCE) {
      break;
    }
    evaluateGradient(model, theta, point);
  }
  return theta[effect]!;
}

/** The stack is sorted and clean, so the engine's general preparation is not needed. */
function modelOfStack(grid: PanelGrid, waves: readonly WavePlan[], stack: Stack): PreparedModel {
  const count = new Float64Array(stack.rows);
  const exposure = new Float64Array(stack.rows);
  const columns = new Int32Array(2 * stack.rows);
  const unitStart = new Int32Array(stack.rows + 1);
  let rows = 0;
  let units = 0;
  let groupStart = 0;
  let total = 0;
  for (let r = 0; r < stack.rows; r++) {
    const at = stack.cell[r]!;
    const relative = stack.relative[r]!;
    const plan = waves[stack.wave[r]!]!;
    count[rows] = grid.count[at]!;
    exposure[rows] = grid.exposure[at]!;
    columns[2 * rows] = stack.timeWave[r]!;
    columns[2 * rows + 1] =
      relative !== NOT_TREATED && relative >= plan.postFrom - plan.column ? stack.timeWaveLevels : -1;
    total += count[rows]!;
    rows++;
    if (r + 1 === stack.rows || stack.unitWave[r + 1] !== stack.unitWave[r]) {
      // A unit without any count says nothing: its rows are overwritten by the next unit.
      rows = total > 0 ? rows : groupStart;
      units += total > 0 ? 1 : 0;
      unitStart[units] = rows;
      groupStart = rows;
      total = 0;
    }
  }
  return {
    rows,
    units,
    unitStart,
    unitLabel: new Int32Array(0),
    count,
    exposure,
    columns,
    factorCount: 2,
    factorColumns: stack.timeWaveLevels + 1,
    covariates: [],
    size: stack.timeWaveLevels + 1,
    sourceRow: new Int32Array(0),
    dropped: NOTHING_DROPPED,
  };
}

const NOTHING_DROPPED = {
  allZeroUnits: new Int32Array(0),
  zeroExposureRows: 0,
  separatedColumns: new Int32Array(0),
  separatedRows: 0,
};
