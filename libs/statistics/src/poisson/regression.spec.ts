import { drawPoisson } from '../random/draws.js';
import { createRandomSource } from '../random/random-source.js';
import { denseGlm } from '../testing-support.js';
import { negativeBinomialRegression } from './negative-binomial.js';
import { poissonRegression } from './regression.js';

const random = createRandomSource(77);
const x = Float64Array.from({ length: 60 }, () => random.next() - 0.5);
const ones = new Float64Array(60).fill(1);
const exposure = x.map(() => 1 + 3 * random.next());
const count = x.map((value, r) => drawPoisson(random, exposure[r]! * Math.exp(1 + value)));

describe('Poisson regression', () => {
  const fit = poissonRegression({ columns: [ones, x], count, exposure });

  it('equals iteratively reweighted least squares', () => {
    const design = Array.from(x, (value) => [1, value]);
    const rows = [...x.keys()];
    const dense = denseGlm(design, [...count], [...exposure], rows);
    fit.coefficients.forEach((value, c) => expect(value).toBeCloseTo(dense.coefficients[c]!, 9));
    fit.robustErrors.forEach((value, c) => expect(value).toBeCloseTo(Math.sqrt(dense.covariance[c]![c]!), 9));
  });

  it('leaves residuals orthogonal to the columns', () => {
    const score = [ones, x].map((column) => column.reduce((sum, value, r) => sum + value * (count[r]! - fit.fitted[r]!), 0));
    score.forEach((value) => expect(Math.abs(value)).toBeLessThan(1e-8));
    expect(fit.degreesOfFreedom).toBe(58);
  });

  it('refuses dependent columns', () => {
    expect(() => poissonRegression({ columns: [ones, ones], count })).toThrow('combination');
  });
});

describe('negative binomial regression', () => {
  // Counts mixed over a gamma-like rate: strongly overdispersed.
  const mixed = x.map((value) => drawPoisson(random, Math.exp(2 + value) * -Math.log(1 - random.next())));
  const fit = negativeBinomialRegression({ columns: [ones, x], count: mixed });

  it('sits at a maximum of its likelihood in θ', () => {
    // An exponential mixture is a negative binomial with θ = 1.
    expect(fit.theta).toBeGreaterThan(0.5);
    expect(fit.theta).toBeLessThan(2);
    const likelihood = (theta: number): number =>
      mixed.reduce((sum, y, r) => {
        const mu = fit.fitted[r]!;
        let term = theta * Math.log(theta / (theta + mu)) + y * Math.log(mu / (theta + mu));
        for (let k = 0; k < y; k++) {
          term += Math.log((theta + k) / (k + 1));
        }
        return sum + 2 * term;
      }, 0);
    expect(likelihood(fit.theta)).toBeCloseTo(fit.twiceLogLikelihood, 7);
    expect(likelihood(fit.theta * 1.01)).toBeLessThan(fit.twiceLogLikelihood);
    expect(likelihood(fit.theta * 0.99)).toBeLessThan(fit.twiceLogLikelihood);
  });

  it('says so when the data are not overdispersed', () => {
    const even = x.map(() => 5);
    expect(() => negativeBinomialRegression({ columns: [ones], count: even })).toThrow('overdispersion');
  });
});
