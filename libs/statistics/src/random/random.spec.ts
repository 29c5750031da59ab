import { drawBinomial, drawIndex, drawNormal, drawPoisson, shuffleFirst } from './draws.js';
import { createRandomSource } from './random-source.js';

const DRAWS = 40_000;

function momentsOf(draw: () => number): { mean: number; variance: number } {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < DRAWS; i++) {
    const value = draw();
    sum += value;
    squares += value * value;
  }
  return { mean: sum / DRAWS, variance: squares / DRAWS - (sum / DRAWS) ** 2 };
}

describe('random draws', () => {
  it('repeat with the same seed and differ with another', () => {
    const stream = (seed: number): number[] => {
      const random = createRandomSource(seed);
      return [random.next(), random.next(), random.next()];
    };
    expect(stream(5)).toEqual(stream(5));
    expect(stream(5)).not.toEqual(stream(6));
    expect(new Set([0, 1, 2, 3, -1].map((seed) => stream(seed)[0])).size).toBe(5);
  });

  it('have the moments of their distributions', () => {
    const random = createRandomSource(1);
    const uniform = momentsOf(() => random.next());
    expect(uniform.mean).toBeCloseTo(0.5, 2);
    expect(uniform.variance).toBeCloseTo(1 / 12, 2);
    const normal = momentsOf(() => drawNormal(random));
    expect(Math.abs(normal.mean)).toBeLessThan(0.02);
    expect(Math.abs(normal.variance - 1)).toBeLessThan(0.03);
    const small = momentsOf(() => drawPoisson(random, 1.3));
    expect(Math.abs(small.mean - 1.3)).toBeLessThan(0.03);
    expect(Math.abs(small.variance - 1.3)).toBeLessThan(0.05);
    const large = momentsOf(() => drawPoisson(random, 90));
    expect(Math.abs(large.mean - 90)).toBeLessThan(0.3);
    expect(Math.abs(large.variance - 90)).toBeLessThan(3);
    const thinned = momentsOf(() => drawBinomial(random, 10, 0.8));
    expect(Math.abs(thinned.mean - 8)).toBeLessThan(0.03);
    expect(Math.abs(thinned.variance - 1.6)).toBeLessThan(0.05);
  });

  it('give every item the same chance to be drawn first', () => {
    const random = createRandomSource(2);
    const hits = new Int32Array(5);
    for (let i = 0; i < DRAWS; i++) {
      const items = Int32Array.from([0, 1, 2, 3, 4]);
      shuffleFirst(random, items, 2);
      hits[items[0]!]!++;
    }
    hits.forEach((hit) => expect(Math.abs(hit / DRAWS - 0.2)).toBeLessThan(0.01));
    expect(drawIndex(random, 1)).toBe(0);
  });

  it('handle the edges of the binomial', () => {
    const random = createRandomSource(3);
    expect(drawBinomial(random, 7, 0)).toBe(0);
    expect(drawBinomial(random, 7, 1)).toBe(7);
    expect(drawBinomial(random, 0, 0.4)).toBe(0);
  });
});
