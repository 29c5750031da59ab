import * as fc from 'fast-check';
import { solveDense } from '../testing-support.js';
import { cholesky, choleskyInverse, choleskySolve, quadraticForm } from './cholesky.js';
import { maximiseLinear } from './simplex.js';

/** A well-conditioned symmetric matrix from random entries: R·Rᵀ + I. */
const symmetric = fc
  .array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 16, maxLength: 16 })
  .map((entries) => {
    const at = (i: number, j: number): number => entries[4 * i + j]!;
    return Float64Array.from({ length: 16 }, (_, cell) => {
      const [i, j] = [Math.floor(cell / 4), cell % 4];
      return [0, 1, 2, 3].reduce((sum, k) => sum + at(i, k) * at(j, k), Number(i === j));
    });
  });

describe('Cholesky', () => {
  it('solves like elimination with pivoting', () => {
    fc.assert(
      fc.property(symmetric, (matrix) => {
        const right = [1, -2, 0.5, 3];
        const rows = [0, 1, 2, 3].map((i) => [...matrix.slice(4 * i, 4 * i + 4)]);
        const expected = solveDense(rows, right);
        const found = choleskySolve(cholesky(matrix, 4), Float64Array.from(right));
        found.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 7));
      }),
    );
  });

  it('inverts', () => {
    const inverse = choleskyInverse(cholesky(Float64Array.from([4, 2, 2, 3]), 2));
    [0.375, -0.25, -0.25, 0.5].forEach((value, i) => expect(inverse[i]).toBeCloseTo(value, 12));
  });

  it('leaves out columns that repeat earlier ones', () => {
    const factor = cholesky(Float64Array.from([2, 2, 0, 2, 2, 0, 0, 0, 1]), 3);
    expect([...factor.aliased]).toEqual([0, 1, 0]);
    const solved = choleskySolve(factor, Float64Array.from([4, 4, 5]));
    [2, 0, 5].forEach((value, i) => expect(solved[i]).toBeCloseTo(value, 12));
    const form = quadraticForm(Float64Array.from([2, 2, 0, 2, 2, 0, 0, 0, 1]), Float64Array.from([2, 2, 3]));
    expect(form.value).toBeCloseTo(11, 12);
    expect(form.rank).toBe(2);
  });

  it('refuses what is not a number', () => {
    expect(() => cholesky(Float64Array.from([NaN]), 1)).toThrow('not a number');
  });
});

describe('the simplex', () => {
  it('finds the best vertex', () => {
    // Maximise 3a + 2b with a + b ≤ 4, a + 3b ≤ 6 (slacks c, d).
    const { value, x } = maximiseLinear({
      objective: Float64Array.from([3, 2, 0, 0]),
      rows: [Float64Array.from([1, 1, 1, 0]), Float64Array.from([1, 3, 0, 1])],
      right: Float64Array.from([4, 6]),
    });
    expect(value).toBeCloseTo(12, 10);
    expect(x[0]).toBeCloseTo(4, 10);
  });

  it('gives the same value from any start basis', () => {
    const program = {
      objective: Float64Array.from([1, 5, -2, 3]),
      rows: [Float64Array.from([1, 2, 1, 1]), Float64Array.from([2, -1, 1, 0])],
      right: Float64Array.from([5, 1]),
    };
    const plain = maximiseLinear(program);
    const again = maximiseLinear(program, plain.basis);
    const other = maximiseLinear(program, Int32Array.from([0, 2]));
    expect(again.value).toBeCloseTo(plain.value, 10);
    expect(other.value).toBeCloseTo(plain.value, 10);
  });

  it('says so when there is no feasible point or no bound', () => {
    const rows = [Float64Array.from([1, 1])];
    expect(() => maximiseLinear({ objective: Float64Array.from([1, 1]), rows, right: Float64Array.from([-1]) })).toThrow('feasible');
    const open = { objective: Float64Array.from([1, 0]), rows: [Float64Array.from([1, -1])], right: Float64Array.from([1]) };
    expect(() => maximiseLinear(open)).toThrow('unbounded');
  });
});
