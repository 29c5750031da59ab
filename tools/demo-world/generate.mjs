// Writes a world to try things on: `node tools/demo-world/generate.mjs --size small --seed 114 --out DIR`.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { copyWithChecksum, CsvFile } from './files/csv-file.mjs';
import { complaintTitles, drawComplaints } from './world/complaints.mjs';
import { describeWorld } from './world/manifest.mjs';
import { drawOrganisation } from './world/organisation.mjs';
import { drawPanel, NEVER } from './world/panel.mjs';
import { calendar, monthAt, monthText, sizes, training } from './world/parameters.mjs';
import { drawPeople } from './world/people.mjs';
import { randomStream } from './world/random.mjs';
import { historyTitles, TrainingHistory } from './world/training-history.mjs';

const content = join(dirname(fileURLToPath(import.meta.url)), 'content');
const typeWords = { company: '公司', city: '市公司', county: '县公司', hall: '营业厅', department: '部门' };
export const defaultSeed = 114;
/** A plan that looks at no figures, two months after the data end. */
const rotation = { course: 'LAW-102', halls: 6, monthsAhead: 1 };

/**
 * The world without its files: organisation, months, waves. `rateRatio` replaces the true effect; 1 = training does
 * nothing.
 */
export function drawWorld({ size = 'small', seed = defaultSeed, rateRatio = training.rateRatio } = {}) {
  if (!sizes[size]) throw new RangeError(`no size "${size}"; there is ${Object.keys(sizes).join(', ')}`);
  if (!Number.isInteger(seed)) throw new RangeError('the seed is a whole number');
  if (!(rateRatio > 0)) throw new RangeError('the rate ratio is above 0');
  const plan = { ...training, rateRatio };
  const organisation = drawOrganisation(size, seed);
  return { size, seed, training: plan, organisation, panel: drawPanel(organisation.halls, seed, plan) };
}

/** Writes all files of the world into the folder `out`; answers the manifest. The same seed gives the same bytes. */
export function generateDemoWorld({ out, onProgress = () => {}, ...options }) {
  const world = drawWorld(options);
  for (const folder of ['courses', 'pictures']) mkdirSync(join(out, folder), { recursive: true });
  const files = {};
  const steps = [
    ['units.csv', writeUnits],
    ['people.csv', writePeople],
    ['volumes.csv', writeVolumes],
    ['complaints.csv', writeComplaints],
    ['assignments.csv', writeAssignments],
  ];
  for (const [at, [name, write]] of steps.entries()) {
    onProgress(name, at / steps.length);
    Object.assign(files, write(world, out));
  }
  const within = (folder) => readdirSync(join(content, folder)).sort().map((file) => `${folder}/${file}`);
  for (const name of ['questions.csv', 'questions-newer.csv', 'questions-in-work.json', 'competencies.csv', ...within('courses'), ...within('pictures')])
    files[name] = copyWithChecksum(join(content, name), join(out, name));
  const manifest = describeWorld(world, files);
  writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
  onProgress('manifest.json', 1);
  return manifest;
}

function writeUnits({ organisation }, out) {
  const file = new CsvFile(join(out, 'units.csv'), ['单位编码', '单位名称', '上级编码', '类型', '营业厅等级', '启用日期']);
  for (const { code, name, parent, type, level, openedOn } of organisation.units) file.add([code, name, parent, typeWords[type], level, openedOn]);
  return { 'units.csv': file.close() };
}

/** The roster, and beside it what each of the people learnt. */
function writePeople({ organisation, panel, seed }, out) {
  const file = new CsvFile(join(out, 'people.csv'), ['工号', '姓名', '性别', '单位编码', '岗位', '入职日期', '手机号', '用工性质']);
  const learnt = new CsvFile(join(out, 'training.csv'), historyTitles);
  const history = new TrainingHistory(organisation, panel, seed);
  for (const person of drawPeople(organisation, seed)) {
    file.add([person.number, person.name, person.gender === 'female' ? '女' : '男', person.unit, person.post, person.hiredOn, person.phone, person.employment]);
    for (const row of history.of(person)) learnt.add(row);
  }
  return { 'people.csv': file.close(), 'training.csv': learnt.close() };
}

function writeVolumes({ organisation: { halls }, panel, seed }, out) {
  const file = new CsvFile(join(out, 'volumes.csv'), ['月份', '营业厅编码', '柜面业务笔数', '线上缴费占比', '窗口人数']);
  const random = randomStream(seed, 'volumes');
  for (let month = 0; month < panel.months; month++)
    halls.forEach(({ unit, staff }, hall) => {
      const at = hall * panel.months + month;
      // Somebody is on leave now and then, more often in February.
      const absent = random() < (monthAt(month).month === 2 ? 0.6 : 0.3) ? 1 : 0;
      file.add([monthText(month), unit.code, panel.transactions[at], `${(panel.onlineShare[at] * 100).toFixed(1)}%`, staff - absent]);
    });
  return { 'volumes.csv': file.close() };
}

/** Like the export of the hotline: GB18030, units by name. */
function writeComplaints({ organisation, panel, seed }, out) {
  const file = new CsvFile(join(out, 'complaints.csv'), complaintTitles, { encoding: 'gb18030' });
  for (const row of drawComplaints(organisation, panel, seed)) file.add(row);
  return { 'complaints.csv': file.close() };
}

/** Why each hall was sent: the waves after three bad months, held; a rotation that is still to come, of the halls that were never sent. */
function writeAssignments({ organisation: { halls }, panel }, out) {
  const file = new CsvFile(join(out, 'assignments.csv'), ['课程编码', '营业厅编码', '计划月份', '安排理由', '看过的月份自', '看过的月份至', '决定人', '举办日期']);
  halls.forEach(({ unit }, hall) => {
    const wave = panel.wave[hall];
    if (wave === NEVER) return;
    const looked = [monthText(wave - training.decisionWindowMonths), monthText(wave - 1)];
    file.add([training.course, unit.code, monthText(wave), '投诉突增', ...looked, '市公司营销部月度例会', `${monthText(wave)}-05`]);
  });
  const waiting = halls.filter((_, hall) => panel.wave[hall] === NEVER).slice(0, rotation.halls);
  for (const { unit } of waiting) file.add([rotation.course, unit.code, monthText(calendar.months + rotation.monthsAhead), '轮训', '', '', '市公司人资部年度计划', '']);
  return { 'assignments.csv': file.close() };
}

function main() {
  const { values } = parseArgs({
    options: { size: { type: 'string', default: 'small' }, seed: { type: 'string', default: String(defaultSeed) }, out: { type: 'string' }, 'rate-ratio': { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help || !values.out) {
    console.log(`node tools/demo-world/generate.mjs --out DIR [--size ${Object.keys(sizes).join('|')}] [--seed ${defaultSeed}] [--rate-ratio ${training.rateRatio}]`);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const rateRatio = values['rate-ratio'] === undefined ? {} : { rateRatio: Number(values['rate-ratio']) };
  const manifest = generateDemoWorld({ size: values.size, seed: Number(values.seed), out: values.out, ...rateRatio, onProgress: (name) => console.error(name) });
  console.log(JSON.stringify(manifest.counts));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
