// Seeded draws. Every part of the world has a stream of its own, so that a change in one leaves the others alone.

/** Spreads a name and a seed over 32 bits (FNV-1a, then the murmur finaliser). */
function mix(seed, name) {
  let hash = (seed ^ 0x811c9dc5) | 0;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Uniform numbers in [0, 1) with 32 random bits: sfc32 (Doty-Humphrey), period at least 2^64 in practice. */
export function randomStream(seed, name) {
  let [a, b, c, counter] = ['a', 'b', 'c'].map((part) => mix(seed, `${name}/${part}`)).concat(1);
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 0x100000000;
  };
  for (let round = 0; round < 16; round++) next();
  return next;
}

export const drawIndex = (random, size) => Math.floor(random() * size);

/** Whole number from `least` to `most`, both included. */
export const drawWhole = (random, least, most) => least + drawIndex(random, most - least + 1);

export const pick = (random, items) => items[drawIndex(random, items.length)];

/** One of `[item, weight]` pairs. */
export function pickWeighted(random, pairs) {
  let left = random() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of pairs) if ((left -= weight) < 0) return item;
  return pairs.at(-1)[0];
}

/** Standard normal (Box and Muller, cosine branch). */
export function drawNormal(random) {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/** Poisson by inversion; a large mean is halved, for a sum of Poisson draws is Poisson. */
export function drawPoisson(random, mean) {
  if (mean > 20) return drawPoisson(random, mean / 2) + drawPoisson(random, mean / 2);
  let count = 0;
  let term = Math.exp(-mean);
  let below = term;
  for (const uniform = random(); uniform > below && count < 1000; below += term) term *= mean / ++count;
  return count;
}

/** A shuffled copy. */
export function shuffled(random, items) {
  const list = [...items];
  for (let at = list.length - 1; at > 0; at--) {
    const other = drawIndex(random, at + 1);
    [list[at], list[other]] = [list[other], list[at]];
  }
  return list;
}
