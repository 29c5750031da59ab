import { poissonFixedEffects } from '../src/poisson/fixed-effects.js';
import { negativeBinomialRegression } from '../src/poisson/negative-binomial.js';
import { poissonRegression } from '../src/poisson/regression.js';
import { sandwichVariance } from '../src/poisson/variance.js';
import type { VarianceKind } from '../src/poisson/variance.js';
import { COEFFICIENT, MATCHED_ERROR, readTable } from './harness.js';
import type { Reference, Report, Table } from './harness.js';

/** Treatment-coded design: a column of ones, then one column per level after the first. */
function design(table: Table, factors: readonly string[], keep: readonly number[]) {
  const columns = [Float64Array.from(keep, () => 1)];
  const names = ['(Intercept)'];
  for (const factor of factors) {
    const text = table.text(factor);
    for (const level of [...new Set(text)].sort().slice(1)) {
      columns.push(Float64Array.from(keep, (r) => Number(text[r] === level)));
      names.push(factor + level);
    }
  }
  return { columns, names };
}

export function checkShips(folder: string, reference: Reference, report: Report): void {
  const table = readTable(folder, 'ships.csv');
  const service = table.number('service');
  const keep = [...service.keys()].filter((r) => service[r]! > 0);
  const { columns, names } = design(table, ['type', 'year', 'period'], keep);
  const pick = (values: Float64Array): Float64Array => Float64Array.from(keep, (r) => values[r]!);
  const fit = poissonRegression({ columns, count: pick(table.number('incidents')), exposure: pick(service) });
  names.forEach((name, c) => {
    report.compare('ships coefficients', fit.coefficients[c]!, reference.number('coef', name), COEFFICIENT, name);
    report.compare('ships model errors', fit.standardErrors[c]!, reference.number('se', name), MATCHED_ERROR, name);
    report.compare('ships robust errors', fit.robustErrors[c]!, reference.number('se_HC0', name), MATCHED_ERROR, name);
  });
  report.compare('ships deviance', fit.deviance, reference.number('deviance'), COEFFICIENT);
  report.compare('ships pearson', fit.pearson, reference.number('pearson_chi2'), COEFFICIENT);
  report.compare('ships degrees of freedom', fit.degreesOfFreedom, reference.number('df'), 0);
}

export function checkWarpbreaks(folder: string, reference: Reference, report: Report): void {
  const table = readTable(folder, 'warpbreaks.csv');
  const text = { wool: table.text('wool'), tension: table.text('tension') };
  const dummy = (factor: 'wool' | 'tension', level: string): Float64Array =>
    Float64Array.from(text[factor], (value) => Number(value === level));
  const columns = [
    new Float64Array(table.rows).fill(1),
    dummy('wool', 'B'),
    dummy('tension', 'M'),
    dummy('tension', 'H'),
  ];
  const fit = poissonRegression({ columns, count: table.number('breaks') });
  ['(Intercept)', 'woolB', 'tensionM', 'tensionH'].forEach((name, c) => {
    report.compare('warpbreaks coefficients', fit.coefficients[c]!, reference.number('coef', name), COEFFICIENT, name);
    report.compare('warpbreaks errors', fit.standardErrors[c]!, reference.number('se', name), MATCHED_ERROR, name);
  });
  report.compare('warpbreaks deviance', fit.deviance, reference.number('deviance'), COEFFICIENT);
}

export function checkQuine(folder: string, reference: Reference, report: Report): void {
  const table = readTable(folder, 'quine.csv');
  const { columns, names } = design(table, ['Eth', 'Sex', 'Age', 'Lrn'], [...Array(table.rows).keys()]);
  const fit = negativeBinomialRegression({ columns, count: table.number('Days') });
  names.forEach((name, c) => {
    report.compare('quine coefficients', fit.coefficients[c]!, reference.number('coef', name), 2e-6, name);
  });
  report.compare('quine theta', fit.theta, reference.number('theta'), COEFFICIENT);
  report.compare('quine theta error', fit.thetaError, reference.number('se_theta'), MATCHED_ERROR);
  report.compare('quine likelihood', fit.twiceLogLikelihood, reference.number('twologlik'), COEFFICIENT);
}

/** Codes of a text column, ascending by name; the first level is the reference when asked. */
function codesOf(text: readonly string[], withReference: boolean): { codes: Int32Array; levels: number } {
  const levels = [...new Set(text)].sort();
  const shift = withReference ? 1 : 0;
  return { codes: Int32Array.from(text, (value) => levels.indexOf(value) - shift), levels: levels.length - shift };
}

export function checkTrade(folder: string, reference: Reference, report: Report): void {
  const table = readTable(folder, 'trade_agg.csv');
  const origin = codesOf(table.text('Origin'), false).codes;
  const destination = codesOf(table.text('Destination'), true);
  const fit = poissonFixedEffects({
    unit: origin,
    count: table.number('meur'),
    factors: [
      { name: 'destination', ...destination },
      { name: 'year', ...codesOf(table.text('Year'), true) },
    ],
    covariates: [{ name: 'distance', values: table.number('dist_km').map(Math.log) }],
  });
  const at = fit.column('distance');
  const key = 'log(dist_km)';
  report.compare('trade coefficient', fit.coefficients[at]!, reference.number('iid', key, 'est'), COEFFICIENT);
  report.compare('trade deviance', fit.deviance, reference.number('deviance'), COEFFICIENT);
  report.compare('trade likelihood', fit.logLikelihood, reference.number('loglik'), COEFFICIENT);
  const error = (kind: VarianceKind, extraColumns: number): number =>
    Math.sqrt(
      sandwichVariance(fit.source, kind, { kind: 'clusters-and-columns', extraColumns })[at * fit.size + at]!,
    );
  // Effects nested in a cluster are not counted by the reference tool: origins leave 1 of 15 columns,
  // and with two-way clusters the 14 destination columns go as well.
  const origins = new Set(origin).size;
  const kinds: [string, VarianceKind, number][] = [
    ['cluster_origin', { kind: 'cluster' }, 1],
    ['iid', { kind: 'model' }, origins],
    ['hetero', { kind: 'rows' }, origins],
    ['twoway_origin_destination', { kind: 'two-way', first: origin, second: destination.codes.map((c) => c + 1) }, 1 - destination.levels],
  ];
  for (const [name, kind, extra] of kinds) {
    report.compare('trade errors', error(kind, extra), reference.number(name, key, 'se'), MATCHED_ERROR, name);
  }
}
