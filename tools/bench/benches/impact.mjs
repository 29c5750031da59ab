// "Did the training lower complaints?": what the default method finds where the truth is known, and what it costs.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { studyWorlds, theDefault } from '../data/impact-worlds.mjs';

export const title = 'the estimate in simulated worlds of 400 halls × 36 months, halls sent to training after bad months';
/** Needs no database and no server. */
export const alone = true;
/** A miss is a failure: the answer itself is at stake. */
export const strict = true;

const worlds = [
  ['no effect', 1],
  ['true ratio 0.80', 0.8],
];
const percent = (share, digits = 1) => `${(100 * share).toFixed(digits)} %`;
const columns = [
  ['', ({ name }) => name],
  ['mean ratio', ({ mean }) => mean.toFixed(3)],
  ['bias', ({ bias }) => percent(bias)],
  ['coverage', ({ covered }) => percent(covered)],
  ['below 1', ({ below }) => percent(below)],
  ['verdict "fell"', ({ fell }) => (Number.isNaN(fell) ? '' : percent(fell))],
];

/** Each figure as a distance that may not be larger than its goal. */
function worldVerdicts(name, ratio, { bias, covered, fell, mean }) {
  return [
    { what: `${name}: |bias| of the default (mean ratio ${mean.toFixed(3)})`, value: 100 * Math.abs(bias), goal: 1.5, unit: ' %' },
    { what: `${name}: coverage ${percent(covered)}, away from 95 %`, value: 100 * Math.abs(covered - 0.95), goal: 3, unit: ' points' },
    ...(ratio === 1 ? [{ what: `${name}: false verdicts "fell"`, value: 100 * fell, goal: 6, unit: ' %' }] : []),
  ];
}

function measureSpeed() {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(new URL('../data/impact-speed.mjs', import.meta.url))], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the speed figures were not measured: ${stderr.slice(0, 500)}`);
  return JSON.parse(stdout);
}

export async function run(_, { runs = 200, onRound, rounds }) {
  const speed = measureSpeed();
  const results = {};
  const verdicts = [];
  worlds.forEach(([name, ratio], index) => {
    const found = studyWorlds(ratio, runs, (seed) => seed % Math.ceil(runs / rounds) === 0 && onRound(Math.min(rounds - 1, Math.floor((rounds * (index + seed / runs)) / worlds.length))));
    for (const [method, tally] of Object.entries(found)) results[`${name}: ${method}`] = tally;
    verdicts.push(...worldVerdicts(name, ratio, found[theDefault]));
  });
  verdicts.push(
    { what: '1.08 million rows, one effect, CPU', value: speed.static, goal: 1, unit: ' s' },
    { what: '1.08 million rows, 24 months around training, CPU', value: speed.events, goal: 2, unit: ' s' },
    { what: 'memory at its peak', value: speed.megabytes, goal: 300, unit: ' MB' },
    { what: '999 permutations of 400 × 36, CPU', value: speed.permutations, goal: 8, unit: ' s' },
  );
  return { results, columns, verdicts: verdicts.map((verdict) => ({ basis: 'figure', ...verdict })), notes: [`${runs} worlds each, seeds 1 to ${runs}`] };
}
