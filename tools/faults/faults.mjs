// npm run faults: breaks the product on purpose while people sit an exam, and looks for acknowledged answers that are lost.
import { parseArgs } from 'node:util';
import { BenchSystem } from '../bench/harness/system.mjs';
import { buildServer } from '../build/build.mjs';

const names = ['api-killed', 'database-killed', 'replies-lost', 'repeated-and-reordered', 'two-devices', 'save-against-submit', 'clock-jumps', 'slow-readers', 'deployed', 'harness-proof'];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' }, json: { type: 'boolean' } } });
const unknown = positionals.find((name) => !names.includes(name));
if (values.help || unknown) {
  console.log(`${unknown ? `There is no fault "${unknown}".\n` : ''}npm run faults [-- ${names.join(' ')}] [--json]`);
  process.exit(unknown ? 2 : 0);
}

const told = (figures) => Object.entries(figures).map(([name, value]) => `${name} ${value}`).join(', ');

async function runOne(name) {
  const { title, run, settings } = await import(`./faults/${name}.mjs`);
  const begun = performance.now();
  const system = await BenchSystem.start(settings);
  try {
    const { breaches = [], figures = {}, skipped } = await run(system, name);
    return { name, title, verdict: skipped ? 'skipped' : breaches.length ? 'BROKEN' : 'holds', skipped, breaches, figures, seconds: Math.round((performance.now() - begun) / 1000) };
  } catch (error) {
    return { name, title, verdict: 'BROKEN', breaches: [{ name: 'theRunItself', rows: 1, example: error.stack }], figures: {}, seconds: Math.round((performance.now() - begun) / 1000) };
  } finally {
    await system.stop();
  }
}

await buildServer();
const verdicts = [];
for (const name of positionals.length ? positionals : names) {
  const verdict = await runOne(name);
  verdicts.push(verdict);
  if (values.json) continue;
  console.log(`${{ holds: '✓', BROKEN: '✗', skipped: '–' }[verdict.verdict]} ${verdict.title} (${verdict.name}, ${verdict.seconds} s)\n    ${verdict.skipped ? `SKIPPED: ${verdict.skipped}` : told(verdict.figures)}`);
  for (const { name: broken, rows, example } of verdict.breaches) console.log(`    ${broken}: ${rows}, for example ${typeof example === 'string' ? example : JSON.stringify(example)}`);
}
if (values.json) console.log(JSON.stringify(verdicts, null, 2));
const count = (verdict) => verdicts.filter((one) => one.verdict === verdict).length;
console.log(`${count('holds')} hold, ${count('BROKEN')} broken, ${count('skipped')} skipped`);
process.exitCode = count('BROKEN') ? 1 : 0;
