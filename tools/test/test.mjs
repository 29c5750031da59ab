// `npm test`: everything that proves the product; `npm test -- unit lint` runs some of it.
import { join } from 'node:path';
import { sentenceFor } from '../start/failures.mjs';
import { installMissing } from '../start/install.mjs';
import { requireNode } from '../start/node-version.mjs';

const root = join(import.meta.dirname, '../..');
process.chdir(root);
if (!requireNode()) process.exit(1);
try {
  await installMissing(root, { onStart: (count) => console.log(`Installing ${count} packages …`) });
  await (await import('../build/build.mjs')).buildServer();
} catch (error) {
  console.error(sentenceFor(error) ?? error);
  process.exit(1);
}
const { steps } = await import('./steps.mjs');

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !steps.some((step) => step.name === name));
if (unknown) {
  console.error(`There is no step "${unknown}"; there is ${steps.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];
async function perform({ title, work }, say) {
  const begun = Date.now();
  const result = await work(say).catch((error) => {
    console.error(sentenceFor(error) ?? error);
    return { failed: 1 };
  });
  for (const key of Object.keys(total)) total[key] += result[key] ?? 0;
  const { passed = 0, failed = 0, skipped = 0 } = result;
  lines.push(`${failed ? '✗' : '✓'} ${title}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''} (${Math.round((Date.now() - begun) / 1000)} s)`);
  return lines.at(-1);
}

const heading = ({ name, title }) => `\n── ${title} (${name})`;
const chosen = steps.filter(({ name }) => !asked.length || asked.includes(name));
const readers = chosen.filter(({ beside }) => beside);
const lane = async () => {
  for (let step = readers.shift(); step; step = readers.shift()) {
    const said = [];
    const line = await perform(step, (text) => said.push(text));
    console.log(`${heading(step)}\n${said.join('')}${line}`);
  }
};
await Promise.all([lane(), lane()]);
for (const step of chosen.filter(({ beside }) => !beside)) {
  console.log(heading(step));
  console.log(await perform(step));
}
console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed ? 1 : 0);
