import { fewestShown, shownBins, spreadOf } from './results.js';

describe('the scores of a group', () => {
  it('are not drawn where so few sat that one could tell who is who', () => {
    const quantiles = [10, 20, 30, 40, 50];
    expect([spreadOf(fewestShown - 1, quantiles), shownBins(fewestShown - 1, [1, 3])]).toEqual([null, null]);
    expect(spreadOf(fewestShown, quantiles)).toEqual({ least: 10, lowerQuarter: 20, median: 30, upperQuarter: 40, most: 50 });
    expect(shownBins(fewestShown, [2, 3])).toEqual([2, 3]);
  });

  it('have no spread where nobody has been graded', () => {
    expect(spreadOf(9, null)).toBeNull();
  });
});
