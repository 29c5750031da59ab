import { aggregateGroupTime } from '../src/did/aggregate.js';
import type { Aggregation } from '../src/did/aggregate.js';
import { callawaySantAnna } from '../src/did/callaway-santanna.js';
import type { CallawaySantAnnaInput } from '../src/did/callaway-santanna.js';
import { extendedTwoWayPoisson } from '../src/did/etwfe.js';
import { sunAbraham } from '../src/did/sun-abraham.js';
import { timeFactor, twoWayPoisson } from '../src/did/twfe.js';
import { linearFixedEffects } from '../src/linear/fixed-effects.js';
import { estimateStacked } from '../src/stacked/estimate-stacked.js';
import { NEVER_TREATED } from '../src/stacked/panel-grid.js';
import { COEFFICIENT, MATCHED_ERROR, readTable, STANDARD_ERROR } from './harness.js';
import type { Reference, Report } from './harness.js';

export function readMpdta(folder: string) {
  const table = readTable(folder, 'mpdta.csv');
  return {
    unit: table.number('countyreal'),
    time: table.number('year'),
    firstTreated: table.number('first.treat').map((g) => (g === 0 ? NEVER_TREATED : g)),
    outcome: table.number('lemp'),
    lpop: table.number('lpop'),
  };
}

export function checkCallawaySantAnna(folder: string, reference: Reference, report: Report): void {
  const { lpop, ...panel } = readMpdta(folder);
  const cases: [string, Partial<CallawaySantAnnaInput>][] = [
    ['never_nocov_dr', {}],
    ['notyet_nocov_dr', { comparison: 'not-yet' }],
    ['never_lpop_dr', { covariates: [lpop] }],
    ['never_lpop_reg', { covariates: [lpop], method: 'regression' }],
    ['never_lpop_ipw', { covariates: [lpop], method: 'weighting' }],
    ['never_nocov_universal', { base: 'universal' }],
  ];
  for (const [name, options] of cases) {
    const effects = callawaySantAnna({ ...panel, ...options });
    for (const cell of reference.list(name, 'att_gt')) {
      const found = effects.cells.find(
        ({ group, time }) => group === cell.number('group') && time === cell.number('time'),
      );
      const label = `${name} ${cell.path}`;
      report.compare('group-time effects', found?.effect ?? NaN, cell.number('att'), COEFFICIENT, label);
      if (cell.keys().includes('se')) {
        report.compare('group-time errors', found?.standardError ?? NaN, cell.number('se'), MATCHED_ERROR, label);
      }
    }
    const pretest = effects.pretest;
    report.compare('pre-test', pretest.statistic, reference.number(name, 'pretest_W', 0, 0), COEFFICIENT, name);
    report.compare('pre-test', pretest.pValue, reference.number(name, 'pretest_p', 0, 0), 2e-4, name);
    for (const kind of reference.at(name, 'agg').keys() as Aggregation[]) {
      const wanted = reference.at(name, 'agg', kind);
      const found = aggregateGroupTime(effects, kind);
      report.compare('averages', found.overall, wanted.number('overall'), COEFFICIENT, `${name} ${kind}`);
      report.compare('average errors', found.standardError, wanted.number('overall_se'), MATCHED_ERROR, `${name} ${kind}`);
      found.parts.forEach((part, i) => {
        report.compare('averages', part.effect, wanted.number('att', i), COEFFICIENT, `${name} ${kind} ${part.at}`);
        const error = Number(wanted.at('se').list()[i]?.value);
        if (part.standardError > 0 && Number.isFinite(error)) {
          report.compare('average errors', part.standardError, error, MATCHED_ERROR, `${name} ${kind} ${part.at}`);
        }
      });
    }
  }
}

export function checkExtended(folder: string, reference: Reference, report: Report): void {
  const panel = readMpdta(folder);
  const count = panel.outcome.map(Math.exp);
  const exposure = new Float64Array(count.length).fill(1);
  for (const effects of ['cohort', 'unit'] as const) {
    const name = effects === 'cohort' ? 'poisson_cohortFE' : 'poisson_countyFE';
    // Columns counted by the reference tool besides the estimated ones: its cohort effects are not nested.
    const extraColumns = effects === 'cohort' ? 4 : 1;
    const estimate = extendedTwoWayPoisson({
      ...panel,
      count,
      exposure,
      effects,
      correction: { kind: 'clusters-and-columns', extraColumns },
    });
    for (const cell of estimate.cells) {
      const wanted = reference.at(name, 'cells', `cell::${cell.cohort}_${cell.time}`);
      report.compare('extended Poisson cells', cell.logRatio, wanted.number('est'), COEFFICIENT, wanted.path);
      report.compare('extended Poisson errors', cell.standardError, wanted.number('se'), STANDARD_ERROR, wanted.path);
    }
    report.compare('extended Poisson ratio', estimate.ratio, reference.number(name, 'att_rate_ratio'), COEFFICIENT, name);
  }
}

export function checkSunAbraham(folder: string, reference: Reference, report: Report): void {
  const table = readTable(folder, 'base_stagg.csv');
  const input = {
    unit: table.number('id'),
    time: table.number('year'),
    outcome: table.number('y'),
    firstTreated: table.number('year_treated').map((g) => (g > 100 ? NEVER_TREATED : g)),
    covariates: [{ name: 'x1', values: table.number('x1') }],
    correction: { kind: 'clusters-and-columns', extraColumns: 1 } as const,
  };
  const estimate = sunAbraham(input);
  const x1 = estimate.fit.column('x1');
  report.compare('Sun-Abraham x1', estimate.fit.coefficients[x1]!, reference.number('att', 'x1', 'est'), COEFFICIENT);
  report.compare('Sun-Abraham errors', estimate.fit.standardErrors[x1]!, reference.number('att', 'x1', 'se'), STANDARD_ERROR, 'x1');
  report.compare('Sun-Abraham average', estimate.average.estimate, reference.number('att', 'ATT', 'est'), COEFFICIENT);
  report.compare('Sun-Abraham errors', estimate.average.standardError, reference.number('att', 'ATT', 'se'), STANDARD_ERROR, 'ATT');
  for (const period of estimate.periods) {
    const wanted = reference.at('event_study', `year::${period.relative}`);
    report.compare('Sun-Abraham periods', period.estimate, wanted.number('est'), COEFFICIENT, wanted.path);
    report.compare('Sun-Abraham errors', period.standardError, wanted.number('se'), STANDARD_ERROR, wanted.path);
  }
  const treated = Float64Array.from(input.outcome, (_, r) => Number(input.time[r]! >= input.firstTreated[r]!));
  const plain = linearFixedEffects({
    ...input,
    factors: [timeFactor(input.time)],
    covariates: [...input.covariates, { name: 'D', values: treated }],
  });
  for (const name of ['x1', 'D']) {
    const column = plain.column(name);
    report.compare('two-way linear', plain.coefficients[column]!, reference.number('twfe_biased', name, 'est'), COEFFICIENT, name);
    report.compare('two-way linear errors', plain.standardErrors[column]!, reference.number('twfe_biased', name, 'se'), STANDARD_ERROR, name);
  }
}

export function checkPanelSmall(folder: string, reference: Reference, report: Report): void {
  const table = readTable(folder, 'panel-small.csv');
  const unit = table.number('hall');
  const time = table.number('month');
  const treated = table.number('D');
  const first = new Map<number, number>();
  treated.forEach((d, r) => {
    if (d === 1) {
      first.set(unit[r]!, Math.min(first.get(unit[r]!) ?? NEVER_TREATED, time[r]!));
    }
  });
  const panel = {
    unit,
    time,
    count: table.number('y'),
    exposure: table.number('tx'),
    firstTreated: Int32Array.from(unit, (u) => first.get(u) ?? NEVER_TREATED),
  };
  const nested = twoWayPoisson({ ...panel, correction: { kind: 'clusters-and-columns', extraColumns: 1 } });
  report.compare('two-way Poisson', nested.logRatio, reference.number('fixest'), COEFFICIENT);
  report.compare('two-way Poisson errors', nested.standardError, reference.number('fixest_cluster_se'), STANDARD_ERROR, 'nested');
  const all = twoWayPoisson({ ...panel, correction: { kind: 'clusters-and-columns', extraColumns: 400 } });
  report.compare('two-way Poisson errors', all.standardError, reference.number('statsmodels_cluster_se'), MATCHED_ERROR, 'all columns');
  const stacked = estimateStacked(panel);
  report.compare('stacked rows', stacked.rows, 26_320, 0);
  console.log(`  stacked on panel-small: ratio ${stacked.ratio.toFixed(6)} (${stacked.lower.toFixed(4)} to ${stacked.upper.toFixed(4)})`);
}
