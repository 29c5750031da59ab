import { estimateStacked } from '../stacked/estimate-stacked.js';
import { NEVER_TREATED } from '../stacked/panel-grid.js';
import { drawWorld } from './world.js';

describe('the simulated world', () => {
  it('repeats with its seed', () => {
    expect(drawWorld({ seed: 5, units: 20, unitsPerWave: 3 }).count).toEqual(
      drawWorld({ seed: 5, units: 20, unitsPerWave: 3 }).count,
    );
  });

  it('has the counts and waves it was asked for', () => {
    const world = drawWorld({ seed: 1 });
    const mean = world.count.reduce((sum, y) => sum + y, 0) / world.count.length;
    expect(Math.abs(mean - 1.33)).toBeLessThan(0.15);
    const treated = world.firstTreated.filter((g, r) => g !== NEVER_TREATED && world.time[r] === 1);
    expect(treated.length).toBe(300);
  });

  it('sends treatment to units with a bad recent record', () => {
    const world = drawWorld({ seed: 2 });
    const rate = (chosen: (row: number) => boolean): number => {
      let events = 0;
      let exposure = 0;
      world.count.forEach((y, r) => {
        if (chosen(r) && world.time[r]! >= 10 && world.time[r]! <= 12) {
          events += y;
          exposure += world.exposure[r]!;
        }
      });
      return events / exposure;
    };
    expect(rate((r) => world.firstTreated[r] === 13)).toBeGreaterThan(1.5 * rate((r) => world.firstTreated[r]! > 13));
  });

  it('leads the default estimate near the truth, with and without effect', () => {
    for (const ratio of [1, 0.8]) {
      const runs = 6;
      let sum = 0;
      for (let seed = 1; seed <= runs; seed++) {
        const world = drawWorld({ seed, ratio, units: 120, unitsPerWave: 18, meanCount: 8 });
        sum += estimateStacked({ ...world, inference: 'normal' }).logRatio;
      }
      expect(Math.abs(sum / runs - Math.log(ratio))).toBeLessThan(0.06);
    }
  });
});
