/**
 * An exact number: a fraction in lowest terms, `d` above zero. Marks of people are decided with these, so that no sum of
 * tenths in floating point lies a hair beside the right answer.
 */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y) [x, y] = [y, x % y];
  return x;
};

export function fraction(n: bigint, d: bigint = 1n): Exact {
  const by = gcd(n, d < 0n ? -d : d) * (d < 0n ? -1n : 1n);
  return by === 1n ? { n, d } : { n: n / by, d: d / by };
}

export const zero: Exact = { n: 0n, d: 1n };
export const one: Exact = { n: 1n, d: 1n };

export const add = (a: Exact, b: Exact): Exact => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Exact, b: Exact): Exact => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Exact, b: Exact): Exact => fraction(a.n * b.n, a.d * b.d);
/** `b` is not zero. */
export const divide = (a: Exact, b: Exact): Exact => fraction(a.n * b.d, a.d * b.n);
export const negated = ({ n, d }: Exact): Exact => ({ n: -n, d });
export const magnitude = ({ n, d }: Exact): Exact => ({ n: n < 0n ? -n : n, d });

/** Below, at or above zero as `a` is less than, equal to or more than `b`. */
export const compare = (a: Exact, b: Exact): -1 | 0 | 1 => {
  const [left, right] = [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
};

export const floored = ({ n, d }: Exact): bigint => (n >= 0n ? n / d : -((-n + d - 1n) / d));

/** To so many decimals, a half away from zero. */
export function rounded({ n, d }: Exact, decimals: number): Exact {
  const scale = 10n ** BigInt(decimals);
  const size = ((n < 0n ? -n : n) * scale * 2n + d) / (d * 2n);
  return fraction(n < 0n ? -size : size, scale);
}

/** A decimal such as `-12.50` or `1e-7`; undefined for any other text. */
export function readDecimal(text: string): Exact | undefined {
  const found = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i.exec(text);
  if (!found) return undefined;
  const [, sign, whole = '', part = '', power = '0'] = found;
  if (!whole && !part) return undefined;
  const size = BigInt(whole + part);
  const shift = Number(power) - part.length;
  const ten = 10n ** BigInt(Math.abs(shift));
  const value = shift >= 0 ? fraction(size * ten) : fraction(size, ten);
  return sign === '-' ? negated(value) : value;
}

/** The decimal that a number is written as: 0.1 is one tenth. RangeError where it is not finite. */
export function exactOf(value: number): Exact {
  const read = Number.isFinite(value) ? readDecimal(String(value)) : undefined;
  if (!read) throw new RangeError(`${value} is no finite number`);
  return read;
}

/** As a decimal with so many places, rounded. */
export function decimalText(value: Exact, decimals: number): string {
  const { n, d } = rounded(value, decimals);
  const size = ((n < 0n ? -n : n) * 10n ** BigInt(decimals)) / d;
  const digits = size.toString().padStart(decimals + 1, '0');
  const text = decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits;
  return n < 0n ? `-${text}` : text;
}

/** The nearest floating-point number. */
export const toNumber = ({ n, d }: Exact): number => (d === 1n ? Number(n) : Number(n) / Number(d));
