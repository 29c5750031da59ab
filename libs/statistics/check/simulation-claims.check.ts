/**
 * Bias, coverage and false alarms of the default method in simulated worlds.
 * Usage: npx tsc -p libs/statistics/check &&
 *   node .nx/statistics-checks/check/simulation-claims.check.js [runs, default 200]
 */
import { drawWorld } from '../src/simulation/world.js';
import type { WorldOptions } from '../src/simulation/world.js';
import { estimateStacked } from '../src/stacked/estimate-stacked.js';
import { stackedEventStudy } from '../src/stacked/event-study.js';
import { decideVerdict } from '../src/stacked/verdict.js';
import { windowCurve } from '../src/stacked/window-curve.js';

const CASES: readonly [string, Omit<WorldOptions, 'seed'>][] = [
  ['no effect, chosen by spike', {}],
  ['true 0.80, chosen by spike', { ratio: 0.8 }],
  ['true 0.80, by lot', { ratio: 0.8, selection: 0 }],
  ['no effect, 40 units', { units: 40, unitsPerWave: 6 }],
  ['no effect, decision looked at 6 periods, window 3', { lookBack: 6 }],
];
/** The last case must be recognised, not estimated. */
const MISRECORDED = CASES.length - 1;

const runs = Number(process.argv[2] ?? 200);
let missed = 0;
CASES.forEach(([name, options], index) => {
  const ratio = options.ratio ?? 1;
  const before = process.cpuUsage();
  const tally = { ratio: 0, covered: 0, below: 0, unstable: 0, fell: 0, cannotSay: 0 };
  for (let run = 0; run < runs; run++) {
    const world = drawWorld({ ...options, seed: 50_000 + run });
    const effect = estimateStacked({ ...world, inference: 'normal' });
    const curve = windowCurve(world);
    const study = stackedEventStudy(world);
    const { verdict } = decideVerdict({
      effect,
      standardError: effect.standardError,
      wantedFall: 0.15,
      windowCurveStable: curve.stable,
      leadsPValue: study.leads.pValue,
    });
    tally.ratio += effect.ratio / runs;
    tally.covered += Number(effect.lower <= ratio && ratio <= effect.upper) / runs;
    tally.below += Number(effect.upper < 1) / runs;
    tally.unstable += Number(!curve.stable) / runs;
    tally.fell += Number(verdict === 'fell') / runs;
    tally.cannotSay += Number(verdict === 'cannot-say-yet') / runs;
  }
  const { user, system } = process.cpuUsage(before);
  const bias = tally.ratio / ratio - 1;
  const bars =
    index === MISRECORDED
      ? tally.cannotSay >= 0.95
      : (Math.abs(bias) <= 0.015 || options.units === 40) &&
        tally.covered >= 0.92 &&
        tally.covered <= 0.98 &&
        (ratio < 1 || tally.fell <= 0.06);
  missed += bars ? 0 : 1;
  const share = (value: number): string => `${(100 * value).toFixed(1)} %`;
  console.log(
    `${bars ? 'ok  ' : 'MISS'} ${name}: mean ratio ${tally.ratio.toFixed(3)} (bias ${share(bias)}), ` +
      `coverage ${share(tally.covered)}, interval below 1 ${share(tally.below)}, curve unstable ${share(tally.unstable)}, ` +
      `verdict fell ${share(tally.fell)}, cannot say ${share(tally.cannotSay)}, ` +
      `${((user + system) / 1e6 / runs).toFixed(2)} s CPU each`,
  );
});
process.exitCode = missed > 0 ? 1 : 0;
