import fc from 'fast-check';
import { weightsOf } from './weights.js';

const item = (maximum: number, withTotal: number | null, exposure = 1) => ({ maximum, withTotal, exposure });

describe('weights', () => {
  it('intended are parts of the marks, effective parts of the roots of the covariances', () => {
    expect(weightsOf([item(1, 1), item(3, 9)])).toEqual([{ intended: 25, effective: 25 }, { intended: 75, effective: 75 }]);
    expect(weightsOf([item(2, 16), item(2, 1)])).toEqual([{ intended: 50, effective: 80 }, { intended: 50, effective: 20 }]);
  });

  it('leave out an item that runs against the total: it has no effective weight and takes none from the others', () => {
    expect(weightsOf([item(1, 4), item(1, -1), item(2, 4)])).toEqual([
      { intended: 25, effective: 50 },
      { intended: 25, effective: null },
      { intended: 50, effective: 50 },
    ]);
  });

  it('give an item that does not vary no effective weight of its own, which is 0 and not unknown', () => {
    expect(weightsOf([item(1, 0), item(1, 4)]).map(({ effective }) => effective)).toEqual([0, 100]);
  });

  it('are unknown where nothing varies, nothing is known, or no marks are to be had', () => {
    expect(weightsOf([item(1, 0), item(1, null)])).toEqual([{ intended: 50, effective: null }, { intended: 50, effective: null }]);
    expect(weightsOf([item(0, 0)])).toEqual([{ intended: null, effective: null }]);
    expect(weightsOf([])).toEqual([]);
  });

  it('of items that half were asked are those of one paper: two halves make a whole', () => {
    expect(weightsOf([item(1, 1), item(1, 1, 0.5), item(1, 1, 0.5)]).map(({ intended, effective }) => [intended, effective])).toEqual([[50, 50], [50, 50], [50, 50]]);
  });

  it('add up to 100 over a paper and do not care for the unit of marks', () => {
    const items = fc.array(fc.record({ maximum: fc.integer({ min: 0, max: 9 }), withTotal: fc.integer({ min: -3, max: 9 }), exposure: fc.constantFrom(0.25, 0.5, 1) }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 9 }), (list, factor) => {
        const weights = weightsOf(list);
        for (const side of ['intended', 'effective'] as const) {
          const known = list.map((entry, at) => entry.exposure * (weights[at]![side] ?? 0)).reduce((sum, weight) => sum + weight, 0);
          if (weights.some((weight) => weight[side] !== null)) expect(known).toBeCloseTo(100, 8);
        }
        const scaled = weightsOf(list.map((entry) => ({ ...entry, maximum: factor * entry.maximum, withTotal: factor ** 2 * entry.withTotal })));
        for (const [at, { effective }] of scaled.entries()) expect(effective ?? -1).toBeCloseTo(weights[at]!.effective ?? -1, 8);
      }),
    );
  });
});
