// A staff list of 100,000 through the product's import, against scanning, COPY and one merge of the same file.
import { join } from 'node:path';
import { addUnits } from '../data/people.mjs';
import { writeStaffFile } from '../data/staff-file.mjs';
import { peakMegabytes } from '../harness/machine.mjs';
import { takeTurns } from '../harness/rounds.mjs';

const halls = 2000;

const ask = (child, order) =>
  new Promise((resolve, reject) => {
    child.once('message', ({ result, error }) => (error ? reject(new Error(error)) : resolve(result)));
    child.send(order);
  });

export const title = 'staff list (XLSX) through the import, against scan + COPY + merge';

export async function run(system, { rounds, rows = 100_000, onRound }) {
  const url = await system.createDatabase('bench_import');
  const client = await system.connect(url);
  // This connection empties tables between rounds, past the triggers that keep answers.
  await client.query('set session_replication_role = replica');
  await addUnits(client, halls);
  const path = join(system.folder, 'staff.xlsx');
  await writeStaffFile(path, rows, halls);
  const floor = await system.startProcess('tools/bench/floors/import-floor.mjs', { readyWhen: 'listening' });
  const product = await system.startProcess('tools/bench/data/import-product.mjs', { env: { DATABASE_URL: url, SKILLHALL_DATA: system.folder }, readyWhen: 'listening', execArgv: process.env.BENCH_EXEC_ARGV?.split(' ') ?? [] });
  const empty = async () => {
    await client.query('truncate directory.recorded_employment, directory.person cascade');
    await client.query('vacuum analyze directory.person, directory.unit');
    await client.query('checkpoint');
  };
  const take = (dryRun, expected) => async () => {
    const result = await ask(product, { kind: 'people', path, dryRun });
    const { counts, rejected, failure } = result;
    if (failure || rejected || counts[expected] !== rows) throw new Error(`the import did not do what was asked: ${JSON.stringify(result)}`);
    return { operations: rows, ...result };
  };
  const database = system.databasePid;
  const results = await takeTurns(
    [
      { name: 'floor', cpuOf: { node: floor.pid, database }, before: () => client.query('checkpoint'), run: async () => ({ operations: rows, ...(await ask(floor, { url, path })) }) },
      { name: 'floor, our tables', cpuOf: { node: floor.pid, database }, before: empty, run: async () => ({ operations: rows, ...(await ask(floor, { url, path, intoProduct: true })) }) },
      { name: 'dry run', cpuOf: { node: product.pid, database }, before: empty, run: take(true, 'created') },
      { name: 'first time', cpuOf: { node: product.pid, database }, before: empty, run: take(false, 'created') },
      { name: 'unchanged again', cpuOf: { node: product.pid, database }, before: () => client.query('checkpoint'), run: take(false, 'unchanged') },
    ],
    rounds,
    { onRound },
  );
  const against = (what, name, of, goal) => [
    { what: `${what}: time`, value: results[name].seconds / results[of].seconds, goal, basis: 'time' },
    { what: `${what}: CPU`, value: results[name].cpuTotal / results[of].cpuTotal, goal, basis: 'cpu' },
  ];
  return {
    results,
    verdicts: [
      ...against('first time, times the floor', 'first time', 'floor', 2),
      ...against('first time, times the floor into our own tables', 'first time', 'floor, our tables'),
      ...against('dry run, times the floor', 'dry run', 'floor', 2),
      ...against('unchanged again, times the first time', 'unchanged again', 'first time', 0.5),
    ],
    notes: [
      `${rows.toLocaleString('en')} rows; floor: scan ${results.floor.scan.toFixed(2)} s, COPY ${results.floor.copy.toFixed(2)} s, merge ${results.floor.merge.toFixed(2)} s; ours: reading and staging ${results['first time'].read.toFixed(2)} s, checking and merging ${results['first time'].merge.toFixed(2)} s`,
      `the floor's table has a unique number and one key; ours has a search index on names, an index on places, and two keys`,
      `memory of the importing process at its peak: ${Math.round(peakMegabytes(product.pid))} MB`,
    ],
  };
}
