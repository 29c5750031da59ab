import * as fc from 'fast-check';
import {
  chiSquaredCdf,
  chiSquaredQuantile,
  chiSquaredUpper,
  fUpper,
  normalCdf,
  normalQuantile,
  normalTwoSided,
  poissonCdf,
  studentCdf,
  studentQuantile,
} from './distributions.js';
import { digamma, incompleteBeta, logGamma, trigamma } from './special-functions.js';

function expectRelative(actual: number, expected: number, tolerance = 1e-12): void {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(tolerance);
}

// Expected values: scipy 1.17 (independent implementation).
describe('distributions', () => {
  it('gives the normal distribution also far out in the tail', () => {
    expectRelative(normalCdf(-9), 1.1285884059538324e-19);
    expectRelative(normalCdf(1.3), 0.9031995154143897);
    expectRelative(normalTwoSided(1.959963984540054), 0.05);
  });

  it('inverts the normal distribution', () => {
    expectRelative(normalQuantile(0.975), 1.959963984540054);
    expectRelative(normalQuantile(1e-12), -7.034483825301131);
    expectRelative(normalQuantile(0.31), -0.4958503473474533);
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0)).toBe(-Infinity);
  });

  it('returns to the probability it started from', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-15, max: 1 - 1e-15, noNaN: true }), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-13);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.integer({ min: 1, max: 400 }), (p, df) => {
        expect(Math.abs(studentCdf(studentQuantile(p, df), df) - p)).toBeLessThan(1e-11);
        expect(Math.abs(chiSquaredCdf(chiSquaredQuantile(p, df), df) - p)).toBeLessThan(1e-11);
      }),
    );
  });

  it('gives chi-squared, t, F and Poisson probabilities', () => {
    expectRelative(chiSquaredUpper(7.8, 5), 0.1676079313513126);
    expectRelative(chiSquaredQuantile(0.95, 3), 7.814727903251179);
    expectRelative(studentCdf(-2.1, 7), 0.036935598106461326);
    expectRelative(studentQuantile(0.975, 4), 2.7764451051977934);
    expectRelative(studentQuantile(0.975, 0.9), 16.580058171327135);
    expectRelative(fUpper(3.2, 4, 19), 0.03618260314605124);
    expectRelative(poissonCdf(3, 2.5), 0.7575761331330662);
  });

  it('lets t and F approach their limits', () => {
    expectRelative(studentQuantile(0.975, Infinity), 1.959963984540054);
    expectRelative(fUpper(3.2, 4, Infinity), chiSquaredUpper(12.8, 4));
  });

  it('gives the gamma and beta functions behind them', () => {
    expectRelative(logGamma(0.3), 1.0957979948180756);
    expectRelative(logGamma(123.4), 469.3360974421906);
    expectRelative(digamma(0.7), -1.2200235536979347);
    expectRelative(trigamma(2.2), 0.5729327609793345);
    expectRelative(incompleteBeta(0.3, 2.5, 0.7), 0.029814024845250465);
  });

  it('refuses probabilities outside 0 and 1', () => {
    expect(() => normalQuantile(1.2)).toThrow('outside');
    expect(() => studentQuantile(NaN, 3)).toThrow('not a number');
  });
});
