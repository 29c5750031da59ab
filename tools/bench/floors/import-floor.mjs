// The least that taking in a staff list can cost: a scanner that checks nothing, one COPY, one merge in sets.
import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';

/** The parts of a zip file as its directory lists them. */
function partsOf(file) {
  const parts = new Map();
  let at = file.readUInt32LE(file.length - 6);
  while (file.readUInt32LE(at) === 0x02014b50) {
    const [packed, nameLength, extra, comment, offset] = [file.readUInt32LE(at + 20), file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32), file.readUInt32LE(at + 42)];
    const begin = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
    parts.set(file.toString('utf8', at + 46, at + 46 + nameLength), () => inflateRawSync(file.subarray(begin, begin + packed)).toString('utf8'));
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}

/** Lines for COPY, straight from the sheet's text. */
async function scan(path) {
  const parts = partsOf(await readFile(path));
  const strings = [...parts.get('xl/sharedStrings.xml')().matchAll(/<si><t>([^<]*)/g)].map(([, text]) => text);
  const sheet = parts.get('xl/worksheets/sheet1.xml')();
  const lines = [];
  for (let at = sheet.indexOf('<row r="2"'), row = 2; at >= 0; row++) {
    const end = sheet.indexOf('</row>', at);
    const cells = new Array(10).fill('\\N');
    for (let cell = sheet.indexOf('<c ', at); cell >= 0 && cell < end; ) {
      const begin = sheet.indexOf('<v>', cell) + 3;
      const stop = sheet.indexOf('<', begin);
      const value = sheet.slice(begin, stop);
      const shared = sheet.startsWith(' t="s"', begin - 10);
      cells[sheet.charCodeAt(cell + 6) - 65] = shared ? strings[Number(value)] : new Date((Number(value) - 25_569) * 86_400_000).toISOString().slice(0, 10);
      cell = sheet.indexOf('<c ', stop);
    }
    lines.push(`${row}\t${cells.join('\t')}`);
    at = sheet.indexOf('<row ', end);
  }
  return lines;
}

const tables = `
  create temp table staged (row integer, number text, name text, gender text, unit text, post text, hired_on date, phone text, employment text, since date, left_on date);
  drop table if exists floor_person;
  create table floor_person (id uuid primary key, staff_number text not null unique, name text not null, gender text, unit_id uuid not null references directory.unit (id),
    post text, phone text, hired_on date, employment_kind text, left_on date);`;
const merge = `insert into floor_person select gen_random_uuid(), s.number, s.name, s.gender, u.id, s.post, s.phone, s.hired_on, s.employment, s.left_on
  from staged s join directory.unit u on u.code = s.unit`;

/** The same merge into the product's own tables, with their indexes and constraints, checking nothing before. */
const mergeIntoProduct = `insert into directory.person (id, staff_number, name, gender, unit_id, unit_path, post_id, phone, hired_on, employment_kind, since)
  select gen_random_uuid(), s.number, s.name, case s.gender when '女' then 'female' else 'male' end, u.id, u.path, o.id, s.phone, s.hired_on, s.employment, s.hired_on
  from staged s join directory.unit u on u.code = s.unit left join directory.post o on o.name = s.post`;

async function run({ url, path, intoProduct }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(tables);
  const times = [performance.now()];
  const mark = () => times.push(performance.now());
  const lines = await scan(path);
  mark();
  await client.query('begin');
  await pipeline(Readable.from([`${lines.join('\n')}\n`]), client.query(from('copy staged from stdin')));
  mark();
  await client.query('analyze staged');
  const { rowCount } = await client.query(intoProduct ? mergeIntoProduct : merge);
  await client.query('commit');
  mark();
  await client.end();
  const [scanning, copying, merging] = times.slice(1).map((time, index) => (time - times[index]) / 1000);
  return { seconds: scanning + copying + merging, scan: scanning, copy: copying, merge: merging, rows: rowCount };
}

process.on('message', (order) => run(order).then((result) => process.send({ result }), (error) => process.send({ error: error.stack })));
process.on('disconnect', () => process.exit());
process.send('listening');
