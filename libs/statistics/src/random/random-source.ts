/** A stream of uniform numbers. Every random procedure takes one as an argument. */
export interface RandomSource {
  /** Next uniform number in [0, 1), 53 random bits. */
  next(): number;
}

/** One step of the splitmix32 mixer; spreads a small seed over 32 bits. */
function splitMix(state: number): number {
  let z = (state + 0x9e3779b9) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}

/**
 * Seeded generator (xoshiro128**, Blackman & Vigna 2018; period 2^128 − 1).
 * The same seed (any 32-bit integer) gives the same stream on every machine.
 * Not for secrets.
 */
export function createRandomSource(seed: number): RandomSource {
  let a = splitMix(seed | 0);
  let b = splitMix(a);
  let c = splitMix(b);
  let d = splitMix(c) | 1;

  const next32 = (): number => {
    const scaled = Math.imul(b, 5);
    const result = Math.imul((scaled << 7) | (scaled >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };

  return {
    next: () => ((next32() >>> 5) * 0x4000000 + (next32() >>> 6)) / 0x20000000000000,
  };
}
