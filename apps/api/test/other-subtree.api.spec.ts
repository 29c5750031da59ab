import { TestApp } from '@skillhall/api/testing';
import { newId, type Role } from '@skillhall/kernel';
import { ActorSource } from '@skillhall/platform/access';
import { ImportRunner } from '@skillhall/platform/imports';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DoorWriter, type Call } from './support/every-door.js';

let product: TestApp;
let folder: string;

const rows = <T extends object = Record<string, unknown>>(sql: string, values: unknown[] = []) => product.arrange((tx) => tx.query(sql, values) as Promise<T[]>);

interface County {
  /** Stands in every text of the county that others must not read. */
  readonly mark: string;
  readonly unit: { id: string; path: string };
  readonly logins: Readonly<Record<Role, string>>;
}

const roles: readonly Role[] = ['staff', 'trainer', 'hr', 'manager', 'organiser', 'examiner', 'judge', 'administrator'];

async function take(login: string, kind: string, name: string, lines: readonly string[]): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, lines.join('\n'));
  const [account] = await rows<{ id: string }>('select id from platform.account where login = $1', [login]);
  const actor = await product.app.get(ActorSource).actorOf(account!.id);
  expect(await product.app.get(ImportRunner).run({ kind, path, fileName: name, dryRun: false, actor, locale: 'zh-CN' })).toMatchObject({ failure: null, rejected: [] });
}

async function ask<T>(query: string, session: string, variables: Record<string, unknown> = {}): Promise<T> {
  const answer = await product.graphql(query, variables, session);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data as T;
}

const head = '题号,题型,题干,选项A,选项B,选项C,选项D,答案,解析,类别,能力项,难度,条款';
const question = (code: string, mark: string): string => `${code},单选题,${mark}题干${code},甲${code},乙${code},,,A,${mark}解析,业务知识,BIZ-3,2,`;
const course = (code: string, mark: string): string[] => [
  ...['---', `课程编码: ${code}-K`, `课程名称: ${mark}课`, '类别: 职业道德', '学时: 1', '能力项: ETH-4', `说明: ${mark}`, '---'],
  ...['# 第一节', `## 文章: ${mark}文`, `${mark}正文`, '## 测验: 小测', `题目: ${code}-1, ${code}-2`, '及格: 60', ''],
];

/** An exam with one sitting that staff of the county sit, as far as the schema has them. */
async function exam({ mark, unit }: County, session: string, staffSession: string): Promise<void> {
  const cell = { categoryIds: [], track: null, competency: null, type: 'single', leastDifficulty: 1, mostDifficulty: 5, count: 1, marks: 1 };
  const input = {
    ...{ unitId: unit.id, title: `${mark}考试`, instructions: mark, minutes: 60, passMark: 60, attemptsAllowed: 1, shuffleQuestions: true, shuffleOptions: true },
    sections: [{ title: mark, rows: [cell], fixed: [] }],
    ...{ review: { mark: 'submitted', rightAnswer: 'closed', explanation: 'closed' }, markers: 1, markingGap: 20 },
  };
  const { saveExam } = await ask<{ saveExam: { exam: { id: string } } }>('mutation ($input: SaveExamInput!) { saveExam(input: $input) { ... on SaveExamSuccess { exam { id } } } }', session, { input });
  await ask('mutation ($id: ID!) { publishExam(id: $id) { __typename } }', session, { id: saveExam.exam.id });
  const minutes = (n: number): string => new Date(Date.now() + n * 60_000).toISOString();
  const sitting = {
    ...{ examId: saveExam.exam.id, unitId: unit.id, title: `${mark}场次`, place: mark, delivery: 'screen', opensAt: minutes(-1), closesAt: minutes(120), lateEntryMinutes: 30, checkIn: 'none' },
    ...{ proctoring: { fullScreen: false, blur: true, paste: true }, admittedUnitIds: [unit.id], admittedPostIds: [], invigilatorIds: [] },
  };
  const saved = await ask<{ saveSitting: { sitting: { id: string } } }>('mutation ($input: SaveSittingInput!) { saveSitting(input: $input) { ... on SaveSittingSuccess { sitting { id } } } }', session, { input: sitting });
  const start = 'mutation ($input: StartSittingInput!) { startSitting(input: $input) { __typename } }';
  expect(await ask(start, staffSession, { input: { sittingId: saved.saveSitting.sitting.id, deviceId: 'd', deviceLabel: mark } })).toEqual({ startSitting: { __typename: 'StartAttemptSuccess' } });
}

/** A study that was run, and an alert. */
async function study({ mark, unit, logins }: County, courseId: string): Promise<void> {
  const session = await product.signIn(logins.manager);
  const plan = { outcomeClasses: ['service'], controlClasses: ['outage'], countRule: 'filed', decisionWindow: 3, windowSource: 'chosen', wantedFall: 0.2, cluster: 'hall' };
  const { saveStudy } = await ask<{ saveStudy: { study: { id: string; version: number } } }>('mutation ($input: SaveStudyInput!) { saveStudy(input: $input) { ... on StudySuccess { study { id version } } } }', session, { input: { ...plan, unitId: unit.id, courseId, title: `${mark}评估` } });
  await ask('mutation ($id: ID!, $version: Int!) { lockStudy(id: $id, version: $version) { __typename } }', session, saveStudy.study);
  await ask('mutation ($id: ID!) { runStudy(input: { studyId: $id }) { __typename } }', session, { id: saveStudy.study.id });
  await product.runJobs();
  await rows(`insert into impact.alert (id, unit_id, unit_path, kind, month, since, complaints, expected, rate) values (gen_random_uuid(), $1, $2, 'rate', '2026-01-01', '2026-01-01', 9, 1, 9)`, [unit.id, unit.path]);
}

/** A county with something of every kind in it. */
async function build(code: string, mark: string, city: { id: string; path: string }): Promise<County> {
  const unit = await product.addUnit(code, 'county', city);
  const hall = await product.addUnit(`${code}-Y`, 'hall', unit);
  const logins = Object.fromEntries(roles.map((role) => [role, `${code.toLowerCase()}-${role}`])) as Record<Role, string>;
  for (const role of roles) await product.addPerson(logins[role], unit, role === 'staff' ? [] : [role], `${mark}${role}`);
  await product.arrange((tx) => tx.query(`update directory.person set phone = $2 where unit_id = $1`, [unit.id, `13${mark}`]));
  const county = { mark, unit, logins };
  await take(logins.examiner, 'questions', 'questions.csv', [head, ...[1, 2, 3].map((n) => question(`${code}-${n}`, mark))]);
  await take(logins.hr, 'course', 'course.md', course(code, mark));
  await take(logins.manager, 'volumes', 'volumes.csv', ['单位编码,月份,业务量', `${code}-Y,2026-01,5000`]);
  await take(logins.manager, 'complaints', 'complaints.csv', ['工单编号,受理时间,供电单位,投诉类型,受理内容', `${code}-GD1,2026-01-06 09:40,${code}-Y,服务投诉,${mark}内容`]);
  const [hr, staff] = [await product.signIn(logins.hr), await product.signIn(logins.staff)];
  const [own] = await rows<{ id: string }>('select id from learning.course where unit_id = $1', [unit.id]);
  await ask('mutation ($id: ID!) { publishCourse(courseId: $id) { __typename } }', hr, { id: own!.id });
  const { course: offered } = await ask<{ course: { modules: { activities: { quizId: string | null }[] }[] } }>('query ($id: ID!) { course(id: $id) { modules { activities { quizId } } } }', staff, { id: own!.id });
  await ask('mutation ($id: ID!) { startCourse(courseId: $id) { __typename } }', staff, { id: own!.id });
  await ask('mutation ($id: ID!) { startAttempt(quizId: $id) { __typename } }', staff, { id: offered.modules[0]!.activities[1]!.quizId });
  await exam(county, await product.signIn(logins.examiner), staff);
  await study(county, own!.id);
  const fileId = await product.upload(`${mark}.csv`, Buffer.from(`工号,姓名,单位编码\n,${mark}无号,${hall.id}`), hr);
  await ask('mutation ($input: StartImportInput!) { startImport(input: $input) { __typename } }', hr, { input: { kind: 'people', fileId, dryRun: true } });
  await product.runJobs();
  return county;
}

const idOf = async (table: string): Promise<string> => (await rows<{ id: string }>(`select id from ${table} where unit_path like $1 order by id limit 1`, [`${own.unit.path}%`]))[0]!.id;

const everyId = async (): Promise<Map<string, string[]>> => {
  const tables = await rows<{ name: string }>(`select c.table_schema || '.' || c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.column_name = 'id' and c.data_type = 'uuid' and t.table_type = 'BASE TABLE' and c.table_schema not in ('bullmq', 'public') order by 1`);
  return new Map(await Promise.all(tables.map(async ({ name }) => [name, (await rows<{ id: string }>(`select id from ${name} order by id`)).map(({ id }) => id)] as const)));
};

/**
 * Of every table a digest of all rows that speak of any of the ids. Drafts of exams may name what cannot be used: they
 * say so, and are not published. Of an export the filter that was asked for is left out: nothing is found by it.
 */
async function digest(ids: readonly string[]): Promise<Record<string, string>> {
  const tables = await rows<{ name: string }>(`select table_schema || '.' || table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('bullmq', 'public', 'pg_catalog', 'information_schema') and table_name not in ('audit_entry', 'outbox', 'rate_limit', 'session') order by 1`);
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const from = name === 'question_bank.export' ? `(select to_jsonb(e) - 'criteria' from ${name} e)` : name;
    const [row] = await rows<{ digest: string }>(`select count(*) || ':' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${from} t where t::text ~ $1 and not ($2 = 'assessment.exam' and t::text ~ $3)`, [ids.join('|'), name, own.unit.id]);
    found[name] = row!.digest;
  }
  return found;
}

let own: County;
let other: County;
/** An id of each kind that the other county brought. */
let theirIds: readonly string[];
let allTheirIds: readonly string[];
let ownIds: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skillhall-doors-'));
  product = await TestApp.start({ GRAPHQL_MAX_TOKENS: '100000', GRAPHQL_MAX_COST: '1000000000', GRAPHQL_MAX_ALIASES: '100000' });
  const city = await product.addUnit('C', 'city');
  own = await build('A', '甲公开', city);
  const before = new Set([...(await everyId()).values()].flat());
  other = await build('B', '乙秘密', city);
  const fresh = [...(await everyId()).values()].map((ids) => ids.filter((id) => !before.has(id)));
  [theirIds, allTheirIds] = [fresh.flatMap((ids) => ids.slice(-1)), fresh.flat()];
  // A right somewhere is none elsewhere: who may do everything here is a learner and judge there.
  await rows(`insert into directory.role_grant (id, person_id, role, unit_id, unit_path) select gen_random_uuid(), id, 'judge', $2, $3 from directory.person where staff_number = $1`, [own.logins.administrator, other.unit.id, other.unit.path]);
  ownIds = { unitId: own.unit.id, personId: await idOf('directory.person'), courseId: await idOf('learning.course'), examId: await idOf('assessment.exam'), sittingId: await idOf('assessment.sitting'), attemptId: await idOf('assessment.attempt'), quizId: await idOf('assessment.quiz'), complaintId: await idOf('complaints.complaint'), studyId: await idOf('impact.study'), questionId: await idOf('question_bank.question') };
}, 180_000);
afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true, force: true });
});

const writer = (): DoorWriter => new DoorWriter(product.app.get(GraphQLSchemaHost).schema);
/** These end sessions, or are about oneself whatever they are handed. */
const leftOut = new Set(['signIn', 'signOut', 'changePassword', 'setLocale']);

/** Every call of a field that names each foreign id in each place, and in all places at once. */
function* calls(operation: 'query' | 'mutation'): Generator<Call> {
  const doors = writer();
  for (const field of doors.roots(operation)) {
    if (leftOut.has(field.name)) continue;
    const names = [...new Set(doors.idNames(field.args))];
    if (!names.length) yield doors.call(operation, field, () => newId());
    for (const id of theirIds) {
      yield doors.call(operation, field, () => id);
      if (names.length < 2) continue;
      for (const place of names) {
        yield doors.call(operation, field, (name) => (name === place ? id : (ownIds[name] ?? id)));
        yield doors.call(operation, field, (name, required) => (name === place ? id : required ? (ownIds[name] ?? id) : null));
      }
    }
  }
}

interface Finding {
  readonly call: string;
  readonly said: string;
}

async function walk(operation: 'query' | 'mutation', session: string): Promise<{ leaks: Finding[]; crashes: Finding[]; made: number }> {
  const [leaks, crashes]: [Finding[], Finding[]] = [[], []];
  const known = new Set<string>();
  let made = 0;
  for (const call of calls(operation)) {
    const answer = await product.graphql(call.query, call.variables, session);
    made++;
    const said = JSON.stringify(answer);
    const short = `${call.field} ${JSON.stringify(call.variables)}`.slice(0, 300);
    if (said.includes(other.mark)) leaks.push({ call: short, said: said.slice(Math.max(0, said.indexOf(other.mark) - 200), said.indexOf(other.mark) + 100) });
    const crash = answer.errors?.find(({ extensions }) => !['FORBIDDEN', 'BAD_VALUE', 'BAD_USER_INPUT', 'UNAUTHENTICATED'].includes(extensions.code));
    // One of a kind is enough to find it.
    if (crash && !known.has(call.field)) crashes.push({ call: short, said: JSON.stringify(crash).slice(0, 300) });
    if (crash) known.add(call.field);
  }
  return { leaks, crashes, made };
}

describe('whoever has every right over one county and is a judge in the one beside it, at every door, with every kind of id of that one', () => {
  it('can reach what is theirs, so that the walk means something', async () => {
    const session = await product.signIn(own.logins.administrator);
    const doors = writer();
    const reached = new Set<string>();
    for (const field of doors.roots('query')) {
      // An argument `id` wants an id of what the field is called by.
      const kind = field.name.replace('ForAuthor', '');
      const choose = (name: string, required: boolean): string | null => (required ? (ownIds[name === 'id' ? `${kind}Id` : name] ?? own.unit.id) : null);
      const { query, variables } = doors.call('query', field, choose);
      if (JSON.stringify(await product.graphql(query, variables, session)).includes(own.mark)) reached.add(field.name);
    }
    expect([...reached].sort()).toEqual(expect.arrayContaining(['complaint', 'course', 'courseForAuthor', 'exam', 'people', 'person', 'questionForAuthor', 'sitting', 'study']));
  }, 120_000);

  it('changes nothing of it', async () => {
    const before = await digest(allTheirIds);
    const { leaks, crashes, made } = await walk('mutation', await product.signIn(own.logins.administrator));
    expect(made).toBeGreaterThan(500);
    expect({ leaks, crashes, changed: await digest(allTheirIds) }).toEqual({ leaks: [], crashes: [], changed: before });
  }, 600_000);

  it('reads nothing of it, not even through what has just been tried', async () => {
    const { leaks, crashes, made } = await walk('query', await product.signIn(own.logins.administrator));
    expect(made).toBeGreaterThan(300);
    expect({ leaks, crashes }).toEqual({ leaks: [], crashes: [] });
  }, 300_000);
});
