/** How many single-letter changes turn one text into the other (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

/** How alike two title keys are, 0 to 1: one inside the other counts more than letters in common. */
export function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length > 60) return 0;
  const contained = short.length >= 2 && long.includes(short) ? 0.6 + (0.4 * short.length) / long.length : 0;
  return Math.max(contained, 1 - editDistance(a, b) / long.length);
}

export const likely = 0.5;
