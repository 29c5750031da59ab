import { drawNormal, drawPoisson } from '../random/draws.js';
import { createRandomSource } from '../random/random-source.js';
import type { RandomSource } from '../random/random-source.js';
import { NEVER_TREATED } from '../stacked/panel-grid.js';
import type { TreatmentPanel } from '../stacked/panel-grid.js';

/** A world with staggered treatment sent mainly to units with a bad recent record. Log scale unless stated. */
export interface WorldOptions {
  readonly seed: number;
  readonly units?: number;
  readonly times?: number;
  /** Treated periods (1-based) and treated units per wave. */
  readonly waves?: readonly number[];
  readonly unitsPerWave?: number;
  /** Rate ratio two periods after treatment; 1/3 and 2/3 of its logarithm before. */
  readonly ratio?: number;
  /** Weight exp(strength · z) of a unit in the choice; 0 = by lot. */
  readonly selection?: number;
  /** Periods the choice looks at. */
  readonly lookBack?: number;
  /** Mean count per unit and period without treatment. */
  readonly meanCount?: number;
  readonly unitSd?: number;
  readonly shockSd?: number;
  readonly shockCorrelation?: number;
  readonly commonSd?: number;
}

export interface World extends TreatmentPanel {
  readonly unit: Int32Array;
  readonly time: Int32Array;
  readonly firstTreated: Int32Array;
  readonly options: Required<WorldOptions>;
}

const DEFAULTS = {
  units: 400,
  times: 36,
  waves: [13, 17, 21, 25, 29],
  unitsPerWave: 60,
  ratio: 1,
  selection: 2,
  lookBack: 3,
  meanCount: 1.33,
  unitSd: 0.45,
  shockSd: 0.35,
  shockCorrelation: 0.6,
  commonSd: 0.08,
} as const;

/**
 * Draws one panel, rows ordered by unit then time (times 1 … times). Exposure
 * falls and the rate of what remains rises over time, with seasons of ± 25 %;
 * units differ (sd 0.45) and carry AR(1) shocks. Counts before treatment do not
 * depend on it, so the treated are chosen period by period from what was seen.
 */
export function drawWorld(options: WorldOptions): World {
  const settings = { ...DEFAULTS, ...options };
  const random = createRandomSource(settings.seed);
  const { units, times } = settings;
  const exposure = drawExposure(units, times, random);
  const logRate = drawLogRates(settings, random);
  const level = baseLevel(settings, exposure, logRate);
  const first = new Int32Array(units).fill(NEVER_TREATED);
  const count = new Float64Array(units * times);
  for (let t = 1; t <= times; t++) {
    if (settings.waves.includes(t)) {
      chooseTreated(settings, t, first, count, exposure, random);
    }
    for (let u = 0; u < units; u++) {
      const at = u * times + t - 1;
      const phase = Math.min(1, Math.max(0, (t - first[u]! + 1) / 3));
      const effect = Math.log(settings.ratio) * phase;
      count[at] = drawPoisson(random, level * exposure[at]! * Math.exp(logRate[at]! + effect));
    }
  }
  const rows = units * times;
  return {
    unit: Int32Array.from({ length: rows }, (_, r) => Math.floor(r / times) + 1),
    time: Int32Array.from({ length: rows }, (_, r) => (r % times) + 1),
    count,
    exposure,
    firstTreated: Int32Array.from({ length: rows }, (_, r) => first[Math.floor(r / times)]!),
    options: settings,
  };
}

/** Size 6 … 14 × 620 per period, falling by a third over 36 periods at a pace of its own. */
function drawExposure(units: number, times: number, random: RandomSource): Float64Array {
  const exposure = new Float64Array(units * times);
  for (let u = 0; u < units; u++) {
    const size = 6 + Math.floor(random.next() * 9);
    const shift = 0.05 * drawNormal(random);
    for (let t = 0; t < times; t++) {
      const elsewhere = Math.min(0.95, 0.52 + (0.28 * t) / 35 + shift);
      const volume = (size * 620 * (1 - 0.7 * elsewhere)) / (1 - 0.7 * 0.52);
      exposure[u * times + t] = Math.max(50, Math.round(volume * Math.exp(0.08 * drawNormal(random))));
    }
  }
  return exposure;
}

function drawLogRates(settings: Required<WorldOptions>, random: RandomSource): Float64Array {
  const { units, times, unitSd, shockSd, shockCorrelation, commonSd } = settings;
  const common = Float64Array.from({ length: times }, () => commonSd * drawNormal(random));
  const logRate = new Float64Array(units * times);
  const fresh = Math.sqrt(1 - shockCorrelation * shockCorrelation);
  for (let u = 0; u < units; u++) {
    const own = unitSd * drawNormal(random);
    let shock = drawNormal(random);
    for (let t = 0; t < times; t++) {
      shock = t === 0 ? shock : shockCorrelation * shock + fresh * drawNormal(random);
      const season = 0.22 * Math.cos((2 * Math.PI * (t - 7)) / 6) * (t % 12 < 3 || t % 12 > 4 ? 1 : 0.8);
      logRate[u * times + t] = own + shockSd * shock + common[t]! + season + 0.0055 * t;
    }
  }
  return logRate;
}

function baseLevel(settings: Required<WorldOptions>, exposure: Float64Array, logRate: Float64Array): number {
  const { times, unitSd, shockSd } = settings;
  let sum = 0;
  for (let at = 0; at < exposure.length; at++) {
    sum += exposure[at]! * Math.exp(0.0055 * (at % times));
  }
  const spread = Math.exp((unitSd * unitSd + shockSd * shockSd) / 2);
  return (settings.meanCount * logRate.length) / (sum * spread);
}

/** Draws units one by one with weight exp(strength · z), z = standardised log rate of the periods before. */
function chooseTreated(
  settings: Required<WorldOptions>,
  time: number,
  first: Int32Array,
  count: Float64Array,
  exposure: Float64Array,
  random: RandomSource,
): void {
  const open: number[] = [];
  const rate: number[] = [];
  for (let u = 0; u < settings.units; u++) {
    if (first[u] === NEVER_TREATED) {
      open.push(u);
      rate.push(recentLogRate(settings, u, time, count, exposure));
    }
  }
  const mean = rate.reduce((sum, value) => sum + value, 0) / rate.length;
  const sd = Math.sqrt(rate.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rate.length);
  // Exponential clocks: the smallest times are a draw without replacement by weight.
  const clock = rate.map((value) => -Math.log(1 - random.next()) / Math.exp((settings.selection * (value - mean)) / sd));
  open
    .map((unit, i) => ({ unit, at: clock[i]! }))
    .sort((a, b) => a.at - b.at)
    .slice(0, settings.unitsPerWave)
    .forEach(({ unit }) => (first[unit] = time));
}

function recentLogRate(
  settings: Required<WorldOptions>,
  unit: number,
  time: number,
  count: Float64Array,
  exposure: Float64Array,
): number {
  let events = 0.5;
  let base = 0;
  for (let t = Math.max(1, time - settings.lookBack); t < time; t++) {
    events += count[unit * settings.times + t - 1]!;
    base += exposure[unit * settings.times + t - 1]!;
  }
  return Math.log(events / base);
}
