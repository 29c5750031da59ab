/** Every reason for which a function of this library refuses its input. */
export type StatisticsErrorCode =
  | 'length-mismatch'
  | 'not-finite'
  | 'out-of-range'
  | 'empty-input'
  | 'duplicate-row'
  | 'treatment-varies-within-unit'
  | 'cluster-mixes-treatment'
  | 'no-usable-wave'
  | 'not-positive-definite'
  | 'not-identified'
  | 'not-converged';

export type StatisticsErrorDetails = Readonly<Record<string, string | number | boolean>>;

/**
 * The only error this library throws on purpose. `code` is stable and may be
 * mapped to a phrase; `message` is for developers; `details` names the culprit.
 */
export class StatisticsError extends Error {
  readonly code: StatisticsErrorCode;
  readonly details: StatisticsErrorDetails;

  constructor(code: StatisticsErrorCode, message: string, details: StatisticsErrorDetails = {}) {
    super(message);
    this.name = 'StatisticsError';
    this.code = code;
    this.details = details;
  }
}

/** Throws `length-mismatch` unless every named array has `length` entries. */
export function requireLength(
  length: number,
  arrays: Readonly<Record<string, ArrayLike<unknown> | undefined>>,
): void {
  for (const [name, array] of Object.entries(arrays)) {
    if (array !== undefined && array.length !== length) {
      throw new StatisticsError('length-mismatch', `${name} has ${array.length} entries, expected ${length}`, {
        name,
        length: array.length,
        expected: length,
      });
    }
  }
}

/** Throws `out-of-range` (or `not-finite`) unless low ≤ value ≤ high. */
export function requireRange(name: string, value: number, low: number, high: number): void {
  if (Number.isNaN(value)) {
    throw new StatisticsError('not-finite', `${name} is not a number`, { name });
  }
  if (value < low || value > high) {
    throw new StatisticsError('out-of-range', `${name} = ${value} lies outside [${low}, ${high}]`, {
      name,
      value,
      low,
      high,
    });
  }
}

/** Throws unless every value is a finite number ≥ 0. */
export function requireNonNegative(name: string, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) {
      throw new StatisticsError('not-finite', `${name}[${i}] is not finite`, { name, index: i });
    }
    if (value < 0) {
      throw new StatisticsError('out-of-range', `${name}[${i}] = ${value} is negative`, { name, index: i, value });
    }
  }
}
