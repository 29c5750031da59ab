// CPU seconds and memory of the heavy estimates, in a process of their own so that nothing else counts; prints JSON.
import { createRandomSource, drawPoisson, drawWorld, estimateStacked, poissonFixedEffects } from '@skillhall/statistics';

const units = 30_000;
const times = 36;

/** 1.08 million rows in five waves and a never-treated rest; event codes are −12 … 12 without −1. */
function largePanel() {
  const rows = units * times;
  const random = createRandomSource(3);
  const waves = [13, 17, 21, 25, 29, 99, 99];
  const panel = { unit: new Int32Array(rows), time: new Int32Array(rows), count: new Float64Array(rows), exposure: new Float64Array(rows), treated: new Int32Array(rows).fill(-1), event: new Int32Array(rows).fill(-1) };
  for (let row = 0; row < rows; row++) {
    const unit = Math.floor(row / times);
    const time = row % times;
    const relative = time - waves[(unit * 7919) % waves.length];
    panel.unit[row] = unit;
    panel.time[row] = time - 1;
    panel.exposure[row] = 5000 + 3000 * random.next();
    panel.treated[row] = relative >= 0 ? 0 : -1;
    const clipped = Math.max(-12, Math.min(12, relative));
    panel.event[row] = relative < -60 || clipped === -1 ? -1 : clipped + (clipped < -1 ? 12 : 11);
    panel.count[row] = drawPoisson(random, panel.exposure[row] * 2e-4 * (1 + (unit % 5) / 4) * Math.exp(relative >= 0 ? -0.2 : 0));
  }
  return panel;
}

function cpu(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const panel = largePanel();
const time = { name: 'time', codes: panel.time, levels: times - 1 };
const fit = (codes, levels) => cpu(() => poissonFixedEffects({ ...panel, factors: [time, { name: 'effect', codes, levels }] }));
const found = { static: fit(panel.treated, 1), events: fit(panel.event, 24) };
found.megabytes = process.resourceUsage().maxRSS / 1024;
const world = drawWorld({ seed: 1 });
found.permutations = cpu(() => estimateStacked({ ...world, inference: 'permutation', permutations: 999 }));
console.log(JSON.stringify(found));
