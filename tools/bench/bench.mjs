// `npm run bench [-- name…] [--rounds N] [--seconds S] [--json]`: measures the product beside its floors, in turns,
// on this machine alone. docs/performance.md says how to read what it prints.
import { parseArgs } from 'node:util';
import { buildServer } from '../build/build.mjs';
import { describeMachine, load, watchOthers } from './harness/machine.mjs';
import { printBench, verdictOf } from './harness/report.mjs';
import { BenchSystem } from './harness/system.mjs';

const names = ['graphql', 'courses', 'save', 'exam', 'import', 'items', 'impact', 'study'];
/** Above this, times say more of other programs than of ours. */
const quietLoad = 1.5;
const quietCores = 0.3;

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '3' }, connections: { type: 'string', default: '16' }, rows: { type: 'string' }, runs: { type: 'string' }, json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  const unknown = positionals.filter((name) => !names.includes(name));
  if (unknown.length) throw new Error(`There is no bench "${unknown[0]}"; there is ${names.join(', ')}.`);
  const whole = (text) => Math.max(1, Math.round(Number(text)) || 1);
  return { ...values, chosen: positionals.length ? positionals : names, rounds: whole(values.rounds), seconds: Number(values.seconds) || 3, connections: whole(values.connections), rows: values.rows ? whole(values.rows) : undefined, runs: values.runs ? whole(values.runs) : undefined };
}

async function measure(name, settings) {
  const bench = await import(`./benches/${name}.mjs`);
  const loadBefore = load();
  // Pure computations are measured without a database and a server.
  if (bench.alone) return watched(name, bench, settings, loadBefore, undefined);
  const system = await BenchSystem.start();
  const stop = () => void system.stop().finally(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return { postgres: system.postgres, ...(await watched(name, bench, settings, loadBefore, system)) };
  } finally {
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
    await system.stop();
  }
}

async function watched(name, bench, settings, loadBefore, system) {
  const others = watchOthers();
  const onRound = (round) => settings.json || process.stderr.write(`  ${name}: ${round < 0 ? 'warming up' : `round ${round + 1} of ${settings.rounds}`}\n`);
  const found = await bench.run(system, { ...settings, onRound });
  const busy = others();
  return { name, title: bench.title, strict: bench.strict ?? false, loadBefore, others: busy, quiet: busy <= quietCores, ...found };
}

async function main() {
  const settings = options();
  if (settings.help) return console.log(`npm run bench [-- ${names.join(' ')}] [--rounds 5] [--seconds 3] [--connections 16] [--rows N] [--runs N] [--json]`);
  await buildServer();
  const atStart = load();
  const benches = [];
  for (const name of settings.chosen) {
    const measured = await measure(name, settings).catch((error) => ({ name, failed: error.message }));
    if (measured.failed) {
      console.error(`${name}: not measured: ${measured.failed}`);
      process.exitCode = 1;
      continue;
    }
    // Later benches meet the load of the earlier ones, which is ours: the average at the start and the others' share decide.
    measured.quiet &&= atStart <= quietLoad;
    benches.push(measured);
    if (measured.strict && measured.verdicts.some((verdict) => verdictOf(verdict, measured.quiet) === 'MISSED')) process.exitCode = 1;
    if (!settings.json) printBench(measured);
  }
  if (!benches.length) return;
  const machine = describeMachine(benches.find(({ postgres }) => postgres)?.postgres ?? null);
  if (settings.json) console.log(JSON.stringify({ machine, rounds: settings.rounds, benches: benches.map((bench) => ({ ...bench, verdicts: bench.verdicts.map((verdict) => ({ ...verdict, verdict: verdictOf(verdict, bench.quiet) })) })) }, null, 2));
  else console.log(`\n${machine.date}, ${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.system}, Node ${machine.node}${machine.postgres ? `, PostgreSQL ${machine.postgres}` : ''}`);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
