import fc from 'fast-check';
import { ratioScale, roundMarks } from './ratio-scale.js';

const positive = fc.double({ min: 0.001, max: 1000, noNaN: true });
const interval = fc.record({ ratio: positive, low: positive, high: positive });

describe('an axis of ratios', () => {
  it('has "unchanged" in the middle and keeps every ratio on it, in order', () => {
    fc.assert(
      fc.property(fc.array(interval, { minLength: 1, maxLength: 5 }), positive, positive, (intervals, a, b) => {
        const { place, marks } = ratioScale(intervals);
        expect(place(1)).toBe(0);
        for (const value of [a, b]) expect(Math.abs(place(value))).toBeLessThanOrEqual(1);
        if (a <= b) expect(place(a)).toBeLessThanOrEqual(place(b));
        expect(marks.some((mark) => Math.abs(mark - 1) < 1e-9)).toBe(true);
      }),
    );
  });

  it('puts what is not finite at its end, and marks where they can be told apart', () => {
    const { place, marks } = ratioScale([{ ratio: 1, low: 0.02, high: null }]);
    expect([place(0), place(Infinity)]).toEqual([-1, 1]);
    const places = marks.map(place);
    for (const [at, each] of places.entries()) if (at > 0) expect(each - places[at - 1]!).toBeGreaterThanOrEqual(0.2 - 1e-9);
    // Longer words beside the marks need more room.
    const wide = ratioScale([{ ratio: 1, low: 0.02, high: null }], 0.5);
    const far = wide.marks.map(wide.place);
    expect(far.length).toBeGreaterThan(1);
    for (const [at, each] of far.entries()) if (at > 0) expect(each - far[at - 1]!).toBeGreaterThanOrEqual(0.5 - 1e-9);
  });

  it('marks amounts at round numbers up to the highest', () => {
    expect(roundMarks(4.4)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(roundMarks(23)).toEqual([0, 5, 10, 15, 20, 25]);
  });
});
