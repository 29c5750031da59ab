import { drawPoisson } from '../random/draws.js';
import { createRandomSource } from '../random/random-source.js';
import { averageRunLength, cusumThreshold, poissonCusum } from './poisson-cusum.js';
import { laneyChart, rateChart } from './rate-charts.js';
import { xmrChart } from './xmr-chart.js';
import type { XmrRule } from './xmr-chart.js';

describe('rate charts', () => {
  const count = Float64Array.from([10, 12, 9, 30, 11]);
  const exposure = Float64Array.from([100, 120, 90, 100, 110]);

  it('have limits of three Poisson deviations', () => {
    const { points, sigmaZ } = rateChart(count, exposure);
    const centre = 72 / 520;
    expect(sigmaZ).toBe(1);
    expect(points[1]!.upper).toBeCloseTo(centre + 3 * Math.sqrt(centre / 120), 12);
    expect(points.map((point) => point.outside)).toEqual([false, false, false, true, false]);
    expect(Math.min(...points.map((point) => point.lower))).toBeGreaterThanOrEqual(0);
  });

  it('widen with the spread between neighbours in Laney’s form', () => {
    const { points, sigmaZ } = laneyChart(count, exposure);
    expect(sigmaZ).toBeGreaterThan(1);
    expect(points[3]!.upper - points[3]!.centre).toBeCloseTo(3 * sigmaZ * Math.sqrt(72 / 520 / 100), 12);
  });

  it('stay near Poisson limits when there is only Poisson noise', () => {
    const random = createRandomSource(2);
    const noise = Float64Array.from({ length: 500 }, () => drawPoisson(random, 20));
    expect(Math.abs(laneyChart(noise, noise.map(() => 10)).sigmaZ - 1)).toBeLessThan(0.1);
  });

  it('refuse periods without exposure', () => {
    expect(() => rateChart(count, exposure.map(() => 0))).toThrow('no exposure');
    expect(() => laneyChart(count.slice(0, 1), exposure.slice(0, 1))).toThrow('two periods');
  });
});

describe('the XmR chart', () => {
  const rulesAt = (values: number[], rule: XmrRule): number[] =>
    xmrChart(Float64Array.from(values)).points.flatMap((point, i) => (point.rules.includes(rule) ? [i] : []));

  it('puts limits at 2.66 mean moving ranges', () => {
    const chart = xmrChart(Float64Array.from([1, 3, 2, 4]));
    expect(chart.centre).toBe(2.5);
    expect(chart.upper - chart.centre).toBeCloseTo(2.6587 * (5 / 3), 3);
    expect(chart.tooShort).toBe(true);
  });

  it('marks a point beyond a limit', () => {
    expect(rulesAt([5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 30], 'outside')).toEqual([11]);
  });

  it('marks seven in a row on one side', () => {
    expect(rulesAt([1, 2, 1, 2, 1, 2, 1, 9, 8, 9, 8, 9, 8, 9], 'shift')).toEqual([...Array(14).keys()]);
    expect(rulesAt([1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8], 'shift')).toEqual([]);
  });

  it('marks seven rising or falling points', () => {
    expect(rulesAt([5, 1, 2, 3, 4, 5, 6, 7, 3, 4, 3], 'trend')).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(rulesAt([5, 1, 2, 3, 4, 5, 6, 3, 4, 3], 'trend')).toEqual([]);
    expect(rulesAt([0, 7, 6, 5, 4, 3, 2, 1], 'trend')).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('marks two of three close to the same limit', () => {
    const values = [0, 1, 0, 1, 0, 1, 0, 1, 2.9, 2.9, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0];
    expect(rulesAt(values, 'near-limit')).toEqual([8, 9]);
    expect(rulesAt(values, 'outside')).toEqual([]);
  });
});

describe('the Poisson CUSUM', () => {
  it('follows its recursion and starts again after an alarm', () => {
    const { statistic, alarms } = poissonCusum({
      count: Float64Array.from([1, 6, 0, 0]),
      expected: Float64Array.from([1, 1, 1, 1]),
      ratio: 2,
      threshold: 2,
    });
    expect(statistic[0]).toBe(0);
    expect(statistic[1]).toBeCloseTo(6 * Math.LN2 - 1, 12);
    expect(alarms).toEqual([1]);
    expect(statistic[2]).toBe(0);
  });

  it('has the run length its threshold was chosen for', () => {
    const random = createRandomSource(12);
    const threshold = cusumThreshold(2, 1.5, 100);
    expect(Math.abs(averageRunLength(2, 1.5, threshold) / 100 - 1)).toBeLessThan(0.05);
    const periods = 100_000;
    const count = Float64Array.from({ length: periods }, () => drawPoisson(random, 2));
    const { alarms } = poissonCusum({ count, expected: count.map(() => 2), ratio: 1.5, threshold });
    expect(Math.abs(periods / alarms.length / 100 - 1)).toBeLessThan(0.1);
  });

  it('notices a fall as well', () => {
    const count = new Float64Array(20);
    const expected = count.map(() => 1);
    expect(poissonCusum({ count, expected, ratio: 0.5, threshold: 3 }).alarms[0]).toBe(6);
  });
});
