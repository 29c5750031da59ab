import { cohortCells } from '../src/did/cohort-cells.js';
import { linearVariance } from '../src/did/etwfe.js';
import { timeFactor } from '../src/did/twfe.js';
import { linearFixedEffects } from '../src/linear/fixed-effects.js';
import { poissonFixedEffects } from '../src/poisson/fixed-effects.js';
import type { DenseCovariate } from '../src/poisson/model.js';
import { NEVER_TREATED } from '../src/stacked/panel-grid.js';
import { COEFFICIENT, STANDARD_ERROR } from './harness.js';
import type { Reference, Report } from './harness.js';
import { readMpdta } from './panel-models.check.js';

const NOTE = 5e-4; // the tolerance of the source itself

/** The published covariate cases: slopes by cohort and year, and within each cell around the cohort mean. */
export function checkKnownExtended(folder: string, known: Reference, own: Reference, report: Report): void {
  const panel = readMpdta(folder);
  const notYet = (cohort: number, time: number): boolean => time >= cohort;
  const plain = fitCells(panel, notYet, 'linear', false);
  for (const [i, cell] of plain.cells.entries()) {
    const wanted = own.at('linear_cohortFE', 'cells', `cell::${cell.cohort}_${cell.time}`);
    report.compare('extended linear cells', plain.fit.coefficients[plain.columns[i]!]!, wanted.number('est'), COEFFICIENT, wanted.path);
    report.compare('extended linear errors', plain.fit.standardErrors[plain.columns[i]!]!, wanted.number('se'), STANDARD_ERROR, wanted.path);
  }
  const simple = average(plain, notYet);
  report.compare('extended linear average', simple.estimate, own.number('linear_cohortFE', 'simple', 'att'), COEFFICIENT);
  report.compare('extended linear errors', simple.error, own.number('linear_cohortFE', 'simple', 'se'), STANDARD_ERROR, 'simple');

  const linear = fitCells(panel, notYet, 'linear', true);
  const all = average(linear, notYet);
  report.compare('published extended', all.estimate, known.number('linear_simple', 'est'), NOTE, 'linear simple');
  report.compare('published extended errors', all.error, known.number('linear_simple', 'se'), STANDARD_ERROR, 'linear simple');
  compareEvents(linear, known.at('linear_event'), 'linear event', report);
  compareEvents(fitCells(panel, notYet, 'poisson', true), known.at('poisson_event_link'), 'Poisson link', report);
  const never = (cohort: number, time: number): boolean => cohort !== NEVER_TREATED && time !== cohort - 1;
  compareEvents(fitCells(panel, never, 'linear', true), known.at('linear_never_event'), 'never-treated event', report);
}

type Fitted = ReturnType<typeof fitCells>;

function fitCells(
  panel: ReturnType<typeof readMpdta>,
  wanted: (cohort: number, time: number) => boolean,
  family: 'linear' | 'poisson',
  withCovariate: boolean,
) {
  const { cells, factor } = cohortCells(panel.time, panel.firstTreated, wanted);
  const shared = {
    unit: panel.firstTreated,
    factors: [timeFactor(panel.time), factor],
    covariates: withCovariate ? slopes(panel, factor.codes, factor.levels) : [],
    cluster: panel.unit,
    correction: { kind: 'clusters-and-columns', extraColumns: 4 } as const,
  };
  const fit =
    family === 'linear'
      ? linearFixedEffects({ ...shared, outcome: panel.outcome })
      : poissonFixedEffects({ ...shared, count: panel.outcome.map(Math.exp) });
  return { cells, fit, columns: cells.map((_, code) => fit.column('cell', code)) };
}

/** lpop, lpop × cohort, lpop × year, and lpop around its cohort mean × cell. */
function slopes(panel: ReturnType<typeof readMpdta>, codes: Int32Array, levels: number): DenseCovariate[] {
  const { lpop, firstTreated, time } = panel;
  const where = (name: string, test: (row: number) => boolean, values: Float64Array): DenseCovariate => ({
    name,
    values: values.map((value, r) => (test(r) ? value : 0)),
  });
  const cohorts = [...new Set(firstTreated)].filter((g) => g !== NEVER_TREATED);
  const years = [...new Set(time)].sort().slice(1);
  const centred = lpop.map((value, r) => value - cohortMean(lpop, firstTreated, firstTreated[r]!));
  return [
    { name: 'lpop', values: lpop },
    ...cohorts.map((g) => where(`lpop:${g}`, (r) => firstTreated[r] === g, lpop)),
    ...years.map((year) => where(`lpop:${year}`, (r) => time[r] === year, lpop)),
    ...Array.from({ length: levels }, (_, code) => where(`cell:${code}`, (r) => codes[r] === code, centred)),
  ];
}

const means = new Map<number, number>();

function cohortMean(values: Float64Array, cohort: Float64Array, wanted: number): number {
  const held = means.get(wanted);
  if (held !== undefined) {
    return held;
  }
  const own = values.filter((_, r) => cohort[r] === wanted);
  const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
  means.set(wanted, mean);
  return mean;
}

function average(fitted: Fitted, chosen: (cohort: number, time: number) => boolean): { estimate: number; error: number } {
  const rows = fitted.cells.map((cell) => (chosen(cell.cohort, cell.time) ? cell.rows : 0));
  const total = rows.reduce((sum, value) => sum + value, 0);
  const weights = rows.map((value) => value / total);
  return {
    estimate: weights.reduce((sum, weight, i) => sum + weight * fitted.fit.coefficients[fitted.columns[i]!]!, 0),
    error: Math.sqrt(linearVariance(fitted.fit, fitted.columns, weights)),
  };
}

function compareEvents(fitted: Fitted, wanted: Reference, name: string, report: Report): void {
  wanted.list('event').forEach((event, i) => {
    const relative = Number(event.value);
    if (fitted.cells.some((cell) => cell.time - cell.cohort === relative)) {
      const found = average(fitted, (cohort, time) => time - cohort === relative);
      report.compare('published extended', found.estimate, wanted.number('est', i), NOTE, `${name} ${relative}`);
      report.compare('published extended errors', found.error, wanted.number('se', i), STANDARD_ERROR, `${name} ${relative}`);
    }
  });
}
