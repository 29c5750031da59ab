// Exams: one that has been sat, with short answers waiting for markers, one that staff can enter now, one of next week.
import { createHash } from 'node:crypto';
import { applyAnswers } from './exam-answers.mjs';
import { CountAskedJob, ManageExams, ManageSittings, PreparePapersJob } from '@skillhall/assessment/server';
import { copyRows } from '@skillhall/platform/imports';
import { randomStream } from '../world/random.mjs';
import { founder } from './courses.mjs';

const reason = 'the demo company is being created';
const minute = 60_000;
const day = 24 * 60 * minute;

/** So many of each type as the bank has, at most these. */
const sections = [
  { title: '一、单项选择题', type: 'single', most: 20, marks: 2 },
  { title: '二、多项选择题', type: 'multiple', most: 10, marks: 3 },
  { title: '三、判断题', type: 'trueFalse', most: 10, marks: 1 },
  { title: '四、填空题', type: 'fillIn', most: 2, marks: 2 },
  { title: '五、排序与配对', type: 'ordering', most: 1, marks: 3 },
  { title: '五、排序与配对', type: 'matching', most: 1, marks: 3 },
  { title: '六、计算题', type: 'calculation', most: 2, marks: 5 },
  { title: '七、简答题', type: 'shortAnswer', most: 2, marks: 6 },
  { title: '八、案例分析题', type: 'case', most: 1, marks: 8 },
];

const byType = `select v.type, count(*)::int as count from question_bank.question q
  join question_bank.question_version v on v.question_id = q.id and v.version = q.current_version and v.part = 0
  where q.use <> 'practiceOnly' group by v.type`;

const row = (type, count, marks, track = null) => ({ categoryIds: [], track, competency: null, type, leastDifficulty: 1, mostDifficulty: 5, count, marks });

function blueprint(counts, types, share = 1) {
  const wanted = sections.filter(({ type }) => types.includes(type) && counts.get(type));
  const titles = [...new Set(wanted.map(({ title }) => title))];
  return titles.map((title) => ({
    title,
    rows: wanted.filter((one) => one.title === title).map(({ type, most, marks }) => row(type, Math.max(1, Math.min(Math.round(most * share), Math.floor(counts.get(type) / 2))), marks)),
    fixed: [],
  }));
}

const orThrow = (result) => {
  if (!result.ok) throw new Error(`demo exams: ${result.error.code} ${JSON.stringify(result.error.values ?? {})}`);
  return result.value;
};

async function addExam(app, unitId, fields) {
  const exams = app.get(ManageExams);
  const rules = { instructions: '请独立完成，答案每选一次就保存一次，断网也不会丢。', attemptsAllowed: 1, shuffleQuestions: true, shuffleOptions: true, markers: 1, markingGap: 20, exposureCap: null };
  const { exam } = orThrow(await exams.save(founder, { ...rules, unitId, review: { mark: 'submitted', rightAnswer: 'closed', explanation: 'closed' }, ...fields }));
  orThrow(await exams.publish(founder, exam.id));
  return exam.id;
}

async function addSitting(app, unitId, examId, opensAt, closesAt, fields) {
  const plain = { place: null, delivery: 'screen', lateEntryMinutes: null, checkIn: 'none', proctoring: { fullScreen: false, blur: true, paste: true }, admittedUnitIds: [unitId], admittedPostIds: [], invigilatorIds: [] };
  return orThrow(await app.get(ManageSittings).save(founder, { ...plain, unitId, examId, opensAt, closesAt, ...fields })).sitting;
}

const isThere = 'select exists (select from assessment.attempt where sitting_id is not null) as there';
const cityAndCounty = `select c.id as "cityId", k.id as "countyId" from directory.unit c join directory.unit k on starts_with(k.path, c.path) and k.type = 'county'
  where c.type = 'city' order by c.path, k.path limit 1`;

/** What has been sat comes last and whole; a creation that was broken off before it sets the exams once more. */
export async function addExams(app, database, seed, now = new Date()) {
  const [{ there }] = await database.asSystem(reason, (tx) => tx.query(isThere));
  if (there) return;
  const [[place], counts] = await database.asSystem(reason, async (tx) => [await tx.query(cityAndCounty), new Map((await tx.query(byType)).map(({ type, count }) => [type, count]))]);
  if (!place) return;
  const { cityId, countyId } = place;
  const all = [...counts.keys()];
  const post = await addExam(app, cityId, { title: '窗口人员上岗资格考试', minutes: 90, passMark: 60, markers: 2, sections: blueprint(counts, all) });
  const quarter = await addExam(app, cityId, { title: '第四季度法律法规考试', minutes: 45, passMark: 80, sections: blueprint(counts, ['single', 'multiple', 'trueFalse'], 0.5) });
  // Whoever is going to sit them can try first.
  for (const id of [post, quarter]) orThrow(await app.get(ManageExams).openToPractice(founder, id, true));
  const at = (days, hours) => new Date(Math.floor(now.getTime() / day) * day + days * day + (hours - 8) * 60 * minute);
  const past = await addSitting(app, countyId, post, at(-5, 9), at(-5, 11), { title: '第一批上岗考试', place: '培训中心机房' });
  await addSitting(app, cityId, quarter, new Date(now.getTime() - 60 * minute), new Date(now.getTime() + 30 * day), { title: '网上随到随考', place: '各营业厅电脑' });
  await addSitting(app, cityId, post, at(7, 9), at(7, 11), { title: '第二批上岗考试', place: '培训中心机房', checkIn: 'code', lateEntryMinutes: 15 });
  const last = await addExam(app, cityId, { title: '第三季度法律法规考试', minutes: 45, passMark: 80, sections: blueprint(counts, ['single', 'multiple', 'trueFalse'], 0.5) });
  const lastSitting = await addSitting(app, countyId, last, at(-60, 14), at(-60, 16), { title: '第三季度统考', place: '各营业厅电脑' });
  for (const { id: sittingId, version } of [past, lastSitting]) await app.get(PreparePapersJob).run({ sittingId, version });
  await database.asSystem(reason, async (tx) => {
    await sat(tx, lastSitting, randomStream(seed, 'quarter'), { minutes: 45, passMark: 80 });
    await sat(tx, past, randomStream(seed, 'exam'), { minutes: 90, passMark: 60 });
  });
  await app.get(CountAskedJob).run();
}

const drawn = `select d.person_id as "personId", p.unit_id as "unitId", p.unit_path as "unitPath", d.paper
  from assessment.prepared_paper d join directory.person p on p.id = d.person_id where d.sitting_id = $1 order by p.staff_number limit 60`;

/** About one in ten does not come; the others write, each as good as they are. */
async function sat(tx, sitting, random, rules) {
  const people = (await tx.query(drawn, [sitting.id])).filter(() => random() > 0.1);
  const rows = { attempts: [], answers: [], results: [] };
  const keys = new Map((await tx.query(`select version_id as id, key from question_bank.question_key`)).map(({ id, key }) => [id, key]));
  for (const person of people) applyAnswers(rows, { sitting, person, keys, random, ...rules, digestOf: (text) => createHash('sha256').update(text).digest('hex') });
  await copyRows(tx, 'assessment.attempt', ['id', 'sitting_id', 'number', 'person_id', 'unit_id', 'unit_path', 'state', 'started_at', 'deadline', 'submitted_at', 'submitted_by', 'paper', 'device_id', 'device_label'], rows.attempts);
  await copyRows(tx, 'assessment.answer_log', ['attempt_id', 'client_seq', 'question_id', 'choice', 'saved_at'], rows.answers);
  await copyRows(
    tx,
    'assessment.attempt_result',
    ['attempt_id', 'score', 'passed', 'answered', 'total', 'marks', 'max_marks', 'pending', 'answers', 'key_versions', 'key_revisions', 'receipt_code', 'receipt_digest', 'graded_at'],
    rows.results,
  );
}
