/**
 * CPU seconds and memory of the heavy computations against their bars.
 * Usage: npx tsc -p libs/statistics/check && node .nx/statistics-checks/check/performance.check.js
 */
import { drawPoisson } from '../src/random/draws.js';
import { createRandomSource } from '../src/random/random-source.js';
import { poissonFixedEffects } from '../src/poisson/fixed-effects.js';
import { drawWorld } from '../src/simulation/world.js';
import { estimateStacked } from '../src/stacked/estimate-stacked.js';

const UNITS = 30_000;
const TIMES = 36;

/** 1.08 million rows in five waves; event codes are −12 … 12 without −1. */
function largePanel() {
  const rows = UNITS * TIMES;
  const random = createRandomSource(3);
  const panel = {
    unit: new Int32Array(rows),
    time: new Int32Array(rows),
    count: new Float64Array(rows),
    exposure: new Float64Array(rows),
    treated: new Int32Array(rows).fill(-1),
    event: new Int32Array(rows).fill(-1),
  };
  const waves = [13, 17, 21, 25, 29, 99, 99];
  for (let r = 0; r < rows; r++) {
    const unit = Math.floor(r / TIMES);
    const time = r % TIMES;
    const relative = time - waves[(unit * 7919) % waves.length]!;
    panel.unit[r] = unit;
    panel.time[r] = time - 1;
    panel.exposure[r] = 5000 + 3000 * random.next();
    panel.treated[r] = relative >= 0 ? 0 : -1;
    const clipped = Math.max(-12, Math.min(12, relative));
    panel.event[r] = relative < -60 || clipped === -1 ? -1 : clipped + (clipped < -1 ? 12 : 11);
    const rate = 2e-4 * (1 + (unit % 5) / 4) * Math.exp(relative >= 0 ? -0.2 : 0);
    panel.count[r] = drawPoisson(random, panel.exposure[r]! * rate);
  }
  return panel;
}

let missed = 0;

function measure(name: string, bar: number, work: () => string): void {
  const before = process.cpuUsage();
  const outcome = work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  missed += seconds > bar ? 1 : 0;
  console.log(`${seconds <= bar ? 'ok  ' : 'MISS'} ${name}: ${seconds.toFixed(2)} s CPU (bar ${bar} s), ${outcome}`);
}

const panel = largePanel();
const time = { name: 'time', codes: panel.time, levels: TIMES - 1 };
for (const [name, bar, codes, levels] of [
  ['1.08 M rows, static', 1, panel.treated, 1],
  ['1.08 M rows, 24 event coefficients', 2, panel.event, 24],
] as const) {
  measure(name, bar, () => {
    const fit = poissonFixedEffects({ ...panel, factors: [time, { name: 'effect', codes, levels }] });
    const last = fit.column('effect', levels - 1);
    return `${fit.coefficients[last]!.toFixed(4)} ± ${fit.standardErrors[last]!.toFixed(4)}, ${fit.iterations} steps`;
  });
}
const world = drawWorld({ seed: 1 });
measure('stacked default, 400 × 36', 0.5, () => `ratio ${estimateStacked(world).ratio.toFixed(4)}`);
measure('999 permutations, 400 × 36', 8, () => `p ${estimateStacked({ ...world, inference: 'permutation' }).pValue}`);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
missed += megabytes > 300 ? 1 : 0;
console.log(`${megabytes <= 300 ? 'ok  ' : 'MISS'} peak memory ${megabytes} MB (bar 300 MB)`);
process.exitCode = missed > 0 ? 1 : 0;
