import { estimateStacked, naiveComparisons, NEVER_TREATED, type TreatmentPanel } from '@skillhall/statistics';
import { type DemoPanel, drawWorld, type WorldChoice } from '../generate.mjs';

/** As the statistics library takes it. */
function treatmentPanel({ months, counter, transactions, wave }: DemoPanel, count: Uint16Array = counter): TreatmentPanel {
  const rows = Array.from(counter, (_, row) => row);
  return {
    unit: rows.map((row) => Math.floor(row / months)),
    time: rows.map((row) => row % months),
    count: Float64Array.from(count),
    exposure: Float64Array.from(transactions),
    firstTreated: rows.map((row) => wave[Math.floor(row / months)]!).map((month) => (month < 0 ? NEVER_TREATED : month)),
  };
}

const panelOf = (choice: WorldChoice): DemoPanel => drawWorld(choice).panel;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the months of a demo world', () => {
  const province = panelOf({ size: 'province', rateRatio: 1 });
  const ofMonth = (values: ArrayLike<number>, month: number): number[] => Array.from(values).filter((_, row) => row % province.months === month);
  const rate = (month: number): number => mean(ofMonth(province.counter, month)) / mean(ofMonth(province.transactions, month));

  it('hold about 1.33 service and business complaints a hall, and none in about 37 of 100', () => {
    const counts = Array.from(province.counter);
    expect(mean(counts)).toBeGreaterThan(1.2);
    expect(mean(counts)).toBeLessThan(1.46);
    const silent = counts.filter((count) => count === 0).length / counts.length;
    expect(silent).toBeGreaterThan(0.32);
    expect(silent).toBeLessThan(0.42);
  });

  it('have summers and winters with more complaints than springs and autumns', () => {
    // Months from November 2023: July and January against April and October.
    for (const year of [0, 12, 24]) {
      const [january, april, july, october] = [2, 5, 8, 11].map((month) => rate(year + month));
      expect(mean([january!, july!]) / mean([april!, october!])).toBeGreaterThan(1.25);
    }
  });

  it('see online payment grow from 52 to 80 of 100, and the work at the counter shrink', () => {
    expect(mean(ofMonth(province.onlineShare, 0))).toBeCloseTo(0.52, 2);
    expect(mean(ofMonth(province.onlineShare, 35))).toBeCloseTo(0.8, 2);
    expect(mean(ofMonth(province.transactions, 35)) / mean(ofMonth(province.transactions, 11))).toBeLessThan(0.85);
  });

  it('differ between halls far more than luck alone would make them', () => {
    const rates = Array.from({ length: province.wave.length }, (_, hall) => {
      const rows = [hall * province.months, (hall + 1) * province.months] as const;
      return Math.log(mean(Array.from(province.counter.slice(...rows))) / mean(Array.from(province.transactions.slice(...rows))));
    });
    const middle = mean(rates);
    const sd = Math.sqrt(mean(rates.map((value) => (value - middle) ** 2)));
    expect(sd).toBeGreaterThan(0.4);
    expect(sd).toBeLessThan(0.6);
  });

  it('send 15 of 100 halls to each wave and leave a quarter untrained', () => {
    const halls = province.wave.length;
    for (const month of [12, 16, 20, 24, 28]) expect(province.wave.filter((wave) => wave === month)).toHaveLength(0.15 * halls);
    expect(province.wave.filter((wave) => wave === -1)).toHaveLength(0.25 * halls);
  });

  it('show a large fall to who compares quarters, though training does nothing: bad months end by themselves', () => {
    const { quarterBefore } = naiveComparisons(treatmentPanel(province));
    expect(quarterBefore.ratio).toBeLessThan(0.85);
    expect(quarterBefore.upper).toBeLessThan(1);
    const honest = estimateStacked(treatmentPanel(province));
    expect(honest.lower).toBeLessThan(1);
    expect(honest.upper).toBeGreaterThan(1);
  });
});

describe('the true effect of a demo world', () => {
  it.each(['small', 'city', 'province'] as const)('is met within half a standard error by the default seed, a typical draw, size %s', (size) => {
    const { logRatio, standardError, lower, upper } = estimateStacked({ ...treatmentPanel(panelOf({ size })), inference: 'normal' });
    expect(Math.abs(logRatio - Math.log(0.8))).toBeLessThan(standardError / 2);
    expect(lower).toBeLessThan(0.8);
    expect(upper).toBeGreaterThan(0.8);
  });

  it('is met on average over forty small worlds, with intervals that hold it about as often as they say', () => {
    const estimates = Array.from({ length: 40 }, (_, seed) => estimateStacked({ ...treatmentPanel(panelOf({ seed: seed + 1 })), inference: 'normal' }));
    // Standard error of the mean log ratio of 40 worlds is about 0.02.
    expect(Math.abs(mean(estimates.map(({ logRatio }) => logRatio)) - Math.log(0.8))).toBeLessThan(0.07);
    expect(estimates.filter(({ lower, upper }) => lower < 0.8 && upper > 0.8).length).toBeGreaterThanOrEqual(35);
  });

  it('does not reach the complaints that training at the counter cannot move', () => {
    const panel = panelOf({ size: 'province' });
    const control = estimateStacked(treatmentPanel(panel, panel.other));
    expect(control.lower).toBeLessThan(1);
    expect(control.upper).toBeGreaterThan(1);
  });
});
