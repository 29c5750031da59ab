// The data of a study over a whole country: from the registers to a kept snapshot, and back from it.
import { createHash } from 'node:crypto';
import { to as copyTo } from 'pg-copy-streams';
import { makeRegisters } from '../data/study-registers.mjs';
import { takeTurns } from '../harness/rounds.mjs';

export const title = 'panel of a study from the registers, against COPY of the finished panel; and again from its snapshot';

const months = 36;
const order = { outcomeClasses: ['service', 'business'], controlClasses: ['outage', 'supplyQuality'], countRule: 'filed', cluster: 'hall' };

async function floor(client) {
  const begun = performance.now();
  let bytes = 0;
  for await (const chunk of client.query(copyTo('copy bench_panel to stdout'))) bytes += chunk.length;
  return { operations: 1, seconds: (performance.now() - begun) / 1000, megabytes: bytes / 1e6 };
}

/** The product's own reader and its bytes, without the file store, which is a disk or a network. */
async function product(url) {
  const [{ createDataSource, Database }, { databaseParts }, { CountPanel }, { LearningRecords }] = await Promise.all([import('@skillhall/platform/database'), import('@skillhall/api/composition'), import('@skillhall/complaints/server'), import('@skillhall/learning/server')]);
  const [{ Snapshots }, { packSnapshot, snapshotBytes, unpackSnapshot }, { CountyLookup }] = await Promise.all(['snapshots', 'snapshot-bytes', 'county-lookup'].map((name) => import(`../../../libs/impact/dist/server/run-study/${name}.js`)));
  const source = await createDataSource(databaseParts, { url }).initialize();
  const database = new Database(source);
  const snapshots = new Snapshots(database, new CountPanel(), new LearningRecords(), new CountyLookup(), null, null, { TIME_ZONE: 'Asia/Shanghai' });
  const read = (courseId) => database.asSystem('a bench reads everything', (tx) => snapshots.read(tx, { ...order, unitPath: '0001', courseId }));
  return { read, packSnapshot, snapshotBytes, unpackSnapshot, end: () => source.destroy() };
}

export async function run(system, { rounds, rows: halls = 30_000, onRound }) {
  const url = await system.createDatabase('bench_study');
  const client = await system.connect(url);
  const made = await makeRegisters(client, halls, months);
  const { read, packSnapshot, snapshotBytes, unpackSnapshot, end } = await product(url);
  let packed;
  const timed = async (work) => {
    const begun = performance.now();
    const found = await work();
    return { operations: 1, seconds: (performance.now() - begun) / 1000, ...found };
  };
  const cold = async () => {
    const panel = await read(made.courseId);
    const begun = performance.now();
    const bytes = snapshotBytes({ panel, coTraining: [] });
    createHash('sha256').update(bytes).digest('hex');
    packed = await packSnapshot(bytes);
    return { packing: (performance.now() - begun) / 1000, kept: packed.length / 1e6 };
  };
  const warm = async () => {
    const { raw, snapshot } = await unpackSnapshot(packed);
    createHash('sha256').update(raw).digest('hex');
    if (snapshot.panel.hallIds.length !== halls || snapshot.panel.transactions.reduce((sum, value) => sum + (value > 0), 0) !== made.rows) throw new Error('the snapshot does not hold the panel');
    return {};
  };
  const cpuOf = { node: process.pid, database: system.databasePid };
  try {
    const results = await takeTurns(
      [
        { name: 'COPY of the finished panel', cpuOf, run: () => floor(client) },
        { name: 'cold, from the registers', cpuOf, run: () => timed(cold) },
        { name: 'warm, from the snapshot', cpuOf, run: () => timed(warm) },
      ],
      rounds,
      { onRound },
    );
    const [copied, first, again] = Object.values(results);
    return {
      results,
      verdicts: [
        { what: 'cold, times the COPY: time', value: first.seconds / copied.seconds, goal: 3, basis: 'time' },
        { what: 'cold, times the COPY: CPU', value: first.cpuTotal / copied.cpuTotal, goal: 3, basis: 'cpu' },
        { what: 'warm: time', value: again.seconds, goal: 1, unit: ' s', basis: 'time' },
        { what: 'warm: CPU', value: again.cpuTotal / 1e6, goal: 1, unit: ' s', basis: 'cpu' },
      ],
      notes: [`${halls.toLocaleString('en')} halls × ${months} months, ${made.complaints.toLocaleString('en')} complaints; COPY carries ${copied.megabytes.toFixed(0)} MB, the snapshot holds ${first.kept.toFixed(1)} MB`],
    };
  } finally {
    await end();
  }
}
