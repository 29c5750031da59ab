// Item analysis of an examination, in the process and as the command on a file.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { drawResponses, writeResponses } from '../data/responses.mjs';
import { takeTurns } from '../harness/rounds.mjs';

const [attempts, items] = [3000, 100];
/** CPU is counted in hundredths of a second: one analysis alone would be measured to a tenth. */
const times = 10;

export const title = `item analysis of ${attempts.toLocaleString('en')} attempts at ${items} items`;

function command(path) {
  const child = spawn(process.execPath, ['apps/cli/bin/skillhall.mjs', 'items', 'analyse', '--responses', path, '--json'], { stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve, reject) => child.once('error', reject).once('close', (code) => (code === 0 ? resolve() : reject(new Error(`the command ended with ${code}`)))));
}

export async function run(system, { rounds, onRound }) {
  const { analyseItems } = await import('@skillhall/assessment/domain');
  const tables = drawResponses(attempts, items);
  const path = join(system.folder, 'responses.csv');
  await writeResponses(path, tables.plain);
  const measured = (operations, work) => async () => {
    const start = performance.now();
    for (let time = 0; time < operations; time++) await work();
    return { operations, seconds: (performance.now() - start) / 1000 / operations };
  };
  const analysis = (table) =>
    measured(times, () => {
      const { test } = analyseItems(table);
      if (!(test.cronbachAlpha > 0.5)) throw new Error(`the analysis found an alpha of ${test.cronbachAlpha}`);
    });
  const cpuOf = { node: process.pid };
  const results = await takeTurns(
    [
      { name: 'marks', cpuOf, run: analysis(tables.plain) },
      { name: 'marks and choices', cpuOf, run: analysis(tables.choices) },
      { name: 'random papers, half seen', cpuOf, run: analysis(tables.random) },
      { name: 'skillhall items analyse, CSV', cpuOf, run: measured(2, () => command(path)) },
    ],
    rounds,
    { onRound },
  );
  return {
    results,
    verdicts: [
      { what: 'marks and choices: CPU', value: results['marks and choices'].cpuTotal / 1e6, unit: ' s', goal: 0.4, basis: 'cpu' },
      { what: 'the command, start and file included: CPU', value: results['skillhall items analyse, CSV'].cpuTotal / 1e6, unit: ' s', goal: 2, basis: 'cpu' },
    ],
  };
}
