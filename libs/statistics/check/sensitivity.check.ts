import { conditionalSensitivity } from '../src/guards/conditional-sensitivity.js';
import type { EventPath } from '../src/guards/event-path.js';
import { createRandomSource } from '../src/random/random-source.js';
import type { Reference, Report } from './harness.js';

/** The effect of interest of both published examples is the first period after treatment. */
function readPath(reference: Reference): EventPath {
  const pre = reference.number('numPre');
  const post = reference.number('numPost');
  const weights = new Float64Array(post);
  weights[0] = 1;
  return {
    pre,
    post,
    weights,
    estimates: Float64Array.from(reference.list('betahat'), (entry) => Number(entry.value)),
    covariance: Float64Array.from(reference.list('sigma').flatMap((row) => row.list().map((entry) => Number(entry.value)))),
  };
}

/** Published ends lie on a grid of 40 standard errors / 999 and rest on 1000 draws: two grid steps are allowed. */
export function checkSensitivity(reference: Reference, report: Report): void {
  for (const name of ['medicaid', 'benzarti_carloni']) {
    const example = reference.at(name);
    const path = readPath(example);
    const size = path.pre + path.post;
    const first = Math.sqrt(path.covariance[path.pre * size + path.pre]!);
    const gridStep = (40 * first) / 999;
    const wanted =
      name === 'medicaid'
        ? example.list('relative_magnitudes').map((row) => [row.number('Mbar'), row.number('lb'), row.number('ub')])
        : example.list('relative_magnitudes_grid0.0012').map((row) => [row.number(0), row.number(1), row.number(2)]);
    for (const [violation, lower, upper] of wanted) {
      const found = conditionalSensitivity(path, violation!, createRandomSource(1));
      const label = `${name} ${violation}`;
      const step = name === 'medicaid' ? gridStep : Math.max(gridStep, 0.0012);
      report.compare('conditional sensitivity', (found.lower - lower!) / step, 0, 2, `${label} lower`, 1);
      report.compare('conditional sensitivity', (found.upper - upper!) / step, 0, 2, `${label} upper`, 1);
    }
  }
}
