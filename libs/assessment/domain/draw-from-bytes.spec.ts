import fc from 'fast-check';
import { drawFrom } from './draw-from-bytes.js';
import { partMarks } from './marks.js';
import { seededDraw } from './testing/seeded-draw.js';

describe('numbers drawn from a stream of bytes', () => {
  it('lie below their limit, and are the same for the same stream', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.integer({ min: 1, max: 2 ** 48 }), { maxLength: 40 }), (seed, limits) => {
        const [one, other] = [seededDraw(seed), seededDraw(seed)];
        for (const limit of limits) {
          const drawn = one(limit);
          expect(drawn).toBeGreaterThanOrEqual(0);
          expect(drawn).toBeLessThan(limit);
          expect(other(limit)).toBe(drawn);
        }
      }),
    );
  });

  it('are each as likely as another (chi-square at 0.1 %)', () => {
    const draw = seededDraw(7);
    const counts = new Array<number>(10).fill(0);
    for (let n = 0; n < 10_000; n++) counts[draw(10)]!++;
    expect(counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(27.9);
  });

  it('pass over the bytes of the last, incomplete span', () => {
    const blocks = [[255, 255, 255, 255, 255, 255], [0, 0, 0, 0, 0, 5]];
    expect(drawFrom((counter) => Uint8Array.from(blocks[counter]!))(3)).toBe(2);
  });

  it('have a limit that is a whole number from 1', () => {
    for (const limit of [0, -1, 1.5, NaN, 2 ** 49]) expect(() => seededDraw(1)(limit)).toThrow(RangeError);
  });
});

describe('the marks of a case', () => {
  it('are shared out to its parts without loss, and differ by a hundredth at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 20 }), (hundredths, parts) => {
        const shares = partMarks(hundredths / 100, parts).map((marks) => Math.round(marks * 100));
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(hundredths);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
