import { calendar, monthAt, training as defaultTraining, worldModel } from './parameters.mjs';
import { drawNormal, drawPoisson, randomStream } from './random.mjs';

/** The wave of a hall that is never trained. */
export const NEVER = -1;

/**
 * Draws the months of every hall, rows ordered by hall, then month: `transactions`, `onlineShare`, complaints that
 * training can move (`counter`) and others (`other`), and per hall the month of training (`wave`, -1 = never).
 * Complaints of a month do not depend on later training, so who is trained is chosen month by month from what was
 * seen before: that is what makes simple comparisons lie.
 */
export function drawPanel(halls, seed, training = defaultTraining) {
  const world = { halls, months: calendar.months, training, ...exposureOf(halls, seed) };
  const rates = drawLogRates(halls, seed);
  const wave = new Int16Array(halls.length).fill(NEVER);
  const counter = new Uint16Array(halls.length * world.months);
  const other = new Uint16Array(halls.length * world.months);
  const [level, otherLevel] = [counterLevel(world.transactions), otherLevelOf()];
  const [random, otherRandom, lots] = ['counter', 'other', 'lots'].map((name) => randomStream(seed, `panel/${name}`));
  for (let month = 0; month < world.months; month++) {
    if (training.waves.includes(month)) chooseHalls(world, month, wave, counter, lots);
    for (let hall = 0; hall < halls.length; hall++) {
      const at = hall * world.months + month;
      const effect = logEffect(training, wave[hall], month);
      counter[at] = drawPoisson(random, level * world.transactions[at] * Math.exp(rates.counter[at] + effect));
      other[at] = drawPoisson(otherRandom, otherLevel * (halls[hall].staff / 10) * Math.exp(rates.other[at]));
    }
  }
  return { months: world.months, transactions: world.transactions, onlineShare: world.onlineShare, counter, other, wave };
}

/** Logarithm of the true rate ratio in `month` for a hall trained in month `wave`. */
export function logEffect({ rateRatio, phaseIn }, wave, month) {
  if (wave === NEVER || month < wave) return 0;
  return Math.log(rateRatio) * (phaseIn[month - wave] ?? 1);
}

/** Summer and winter are the busy times of complaints: peaks in January and July. */
const season = (month) => worldModel.seasonAmplitude * Math.cos((2 * Math.PI * (monthAt(month).month - 7)) / 6);

/** The Spring Festival empties the halls, the weeks before fill them. */
const volumeSeason = [1.04, 0.86, 1.02, 1, 1, 1.03, 1.06, 1.05, 1, 0.96, 0.99, 1.03];

function exposureOf(halls, seed) {
  const random = randomStream(seed, 'panel/volume');
  const { months } = calendar;
  const transactions = new Int32Array(halls.length * months);
  const onlineShare = new Float32Array(halls.length * months);
  const { onlineShareFrom: from, onlineShareTo: to, replacedByOnline: replaced } = worldModel;
  halls.forEach(({ staff }, hall) => {
    const own = worldModel.onlineShareHallSd * drawNormal(random);
    for (let month = 0; month < months; month++) {
      const at = hall * months + month;
      const share = Math.min(0.95, from + ((to - from) * month) / (months - 1) + own);
      const volume = staff * worldModel.transactionsPerClerk * volumeSeason[monthAt(month).month - 1] * ((1 - replaced * share) / (1 - replaced * from));
      onlineShare[at] = Math.min(0.97, share + 0.004 * drawNormal(random));
      transactions[at] = Math.max(50, Math.round(volume * Math.exp(worldModel.volumeNoise * drawNormal(random))));
    }
  });
  return { transactions, onlineShare };
}

function drawLogRates(halls, seed) {
  const random = randomStream(seed, 'panel/rates');
  const { months } = calendar;
  const { shockCorrelation: rho, sharedShock } = worldModel;
  const fresh = Math.sqrt(1 - rho * rho);
  const common = Float64Array.from({ length: months }, () => worldModel.commonShockSd * drawNormal(random));
  const counter = new Float32Array(halls.length * months);
  const other = new Float32Array(halls.length * months);
  halls.forEach((_, index) => {
    const own = worldModel.hallSd * drawNormal(random);
    const ownOther = worldModel.hallSd * drawNormal(random);
    let shock = drawNormal(random);
    for (let month = 0; month < months; month++) {
      if (month > 0) shock = rho * shock + fresh * drawNormal(random);
      const at = index * months + month;
      const shared = common[month] + season(month);
      counter[at] = own + worldModel.shockSd * shock + shared + worldModel.monthlyTrend * month;
      other[at] = ownOther + worldModel.shockSd * sharedShock * shock + shared;
    }
  });
  return { counter, other };
}

const spread = (...deviations) => Math.exp(deviations.reduce((sum, sd) => sum + sd * sd, 0) / 2);

/** Complaints per transaction that give the wanted number per hall and month over the whole world. */
function counterLevel(transactions) {
  const { counterComplaintsPerHallMonth, monthlyTrend, hallSd, shockSd } = worldModel;
  const sum = transactions.reduce((total, n, at) => total + n * Math.exp(monthlyTrend * (at % calendar.months)), 0);
  return (counterComplaintsPerHallMonth * transactions.length) / (sum * spread(hallSd, shockSd));
}

const otherLevelOf = () => worldModel.otherComplaintsPerHallMonth / spread(worldModel.hallSd, worldModel.shockSd * worldModel.sharedShock);

/** Halls with a bad record are sent first: drawn without replacement, weight exp(strength × z). */
function chooseHalls(world, month, wave, counter, random) {
  const { selectionStrength, decisionWindowMonths, shareOfHallsPerWave } = world.training;
  const open = world.halls.map((_, hall) => hall).filter((hall) => wave[hall] === NEVER);
  const rates = open.map((hall) => recentLogRate(world, hall, month, decisionWindowMonths, counter));
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const sd = Math.sqrt(rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / rates.length);
  // The smallest of exponential clocks are a weighted draw without replacement.
  const clocks = open.map((hall, at) => ({ hall, rings: -Math.log(1 - random()) / Math.exp((selectionStrength * (rates[at] - mean)) / sd) }));
  clocks.sort((a, b) => a.rings - b.rings);
  for (const { hall } of clocks.slice(0, Math.round(shareOfHallsPerWave * world.halls.length))) wave[hall] = month;
}

function recentLogRate({ transactions, months }, hall, month, window, counter) {
  let [events, base] = [0.5, 0];
  for (let at = hall * months + month - window; at < hall * months + month; at++) {
    events += counter[at];
    base += transactions[at];
  }
  return Math.log(events / base);
}
