// What methods find in simulated worlds whose truth is known: bias, coverage, false "fell".
import { decideVerdict, drawWorld, estimateStacked, extendedTwoWayPoisson, naiveComparisons, stackedEventStudy, twoWayPoisson, windowCurve } from '@skillhall/statistics';

/** The fall that the verdict is asked for; only "no detectable effect" depends on it. */
const wantedFall = 0.15;

export const methods = {
  'quarter before, quarter after': (world) => naiveComparisons(world).quarterBefore,
  'year before, year after': (world) => naiveComparisons(world).yearBefore,
  'two-way Poisson': twoWayPoisson,
  'extended two-way Poisson': extendedTwoWayPoisson,
  'default (stacked)': (world) => estimateStacked(world),
};
export const theDefault = 'default (stacked)';

const verdictOf = (world, effect) =>
  decideVerdict({ effect, standardError: effect.standardError, wantedFall, windowCurveStable: windowCurve(world).stable, leadsPValue: stackedEventStudy(world).leads.pValue }).verdict;

/** Means over worlds 1 … runs of 400 halls and 36 months; `ratio` is what is true in all of them. */
export function studyWorlds(ratio, runs, onWorld = () => {}) {
  const tally = Object.fromEntries(Object.keys(methods).map((name) => [name, { mean: 0, covered: 0, below: 0, fell: NaN }]));
  tally[theDefault].fell = 0;
  for (let seed = 1; seed <= runs; seed++) {
    const world = drawWorld({ seed, ratio });
    for (const [name, estimate] of Object.entries(methods)) {
      const effect = estimate(world);
      const own = tally[name];
      own.mean += effect.ratio / runs;
      own.covered += Number(effect.lower <= ratio && ratio <= effect.upper) / runs;
      own.below += Number(effect.upper < 1) / runs;
      if (name === theDefault) own.fell += Number(verdictOf(world, effect) === 'fell') / runs;
    }
    onWorld(seed);
  }
  return Object.fromEntries(Object.entries(tally).map(([name, own]) => [name, { ...own, bias: own.mean / ratio - 1 }]));
}
