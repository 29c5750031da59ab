// Marks and choices of a test as people make them: ability and difficulty decide, a distractor draws more than others.
import { writeFile } from 'node:fs/promises';

/** The same numbers on every machine. */
function seeded(seed) {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const letters = ['A', 'B', 'C', 'D'];

export function drawResponses(attempts, count) {
  const random = seeded(20_240_601);
  const ability = Array.from({ length: attempts }, () => random() + random() + random() - 1.5);
  const items = Array.from({ length: count }, (_, at) => ({ id: `q${at + 1}`, maximum: 1, guessScore: 0.25, options: letters.map((id, place) => ({ id, key: place === 0 })) }));
  const [marks, choices, seen] = [new Float64Array(attempts * count), new Uint32Array(attempts * count), new Float64Array(attempts * count)];
  for (let item = 0, cell = 0; item < count; item++) {
    const difficulty = 3 * (random() - 0.5);
    for (let attempt = 0; attempt < attempts; attempt++, cell++) {
      const right = random() < 1 / (1 + Math.exp(-2 * (ability[attempt] - difficulty)));
      marks[cell] = right ? 1 : 0;
      choices[cell] = right ? 1 : 2 << Math.floor(3 * random() ** 2);
      seen[cell] = random() < 0.5 ? marks[cell] : NaN;
    }
  }
  return { plain: { items, attempts, marks }, choices: { items, attempts, marks, choices }, random: { items, attempts, marks: seen } };
}

/** The table as a file: one row an attempt. */
export async function writeResponses(path, { items, attempts, marks }) {
  const lines = [`id,${items.map(({ id }) => id).join(',')}`];
  for (let attempt = 0; attempt < attempts; attempt++) lines.push(`p${attempt + 1},${items.map((_, item) => marks[item * attempts + attempt]).join(',')}`);
  await writeFile(path, lines.join('\n'));
}
