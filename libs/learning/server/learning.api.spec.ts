import { TestApp } from '@skillhall/api/testing';
import { newId, type Actor } from '@skillhall/kernel';
import { ImportRunner } from '@skillhall/platform/imports';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActivityResults } from './index.js';

interface Place {
  readonly id: string;
  readonly path: string;
}
let product: TestApp;
let folder: string;
let city: Place;
let north: Place;
let south: Place;
let hall: Place;
let southHall: Place;

const hr = (unit: Place): Actor => ({ accountId: newId(), personId: null, unitPath: null, name: '人资', grants: [{ role: 'hr', unitId: unit.id, path: unit.path }] });
const bank = ['题号,题型,题干,选项A,选项B,答案,类别', 'Q-1,单选题,问,甲,乙,A,业务知识', 'Q-2,单选题,再问,甲,乙,B,业务知识'].join('\n');
const course = (code: string, body = '第一个接待客户的人负责到底。', quiz = ''): string =>
  ['---', `课程编码: ${code}`, `课程名称: 课程${code}`, '类别: 业务知识', '学时: 1.5', '说明: 说明', '---', '# 第一节', '## 文章: 一', body, '## 文章: 二', '短文。', quiz].join('\n');
const withQuiz = '## 测验: 小测\n题目: Q-1, Q-2\n及格: 50';

async function take(actor: Actor | null, text: string, kind = 'course', dryRun = false) {
  const path = join(folder, newId());
  await writeFile(path, text);
  return product.app.get(ImportRunner).run({ kind, path, fileName: 'file', dryRun, actor, locale: 'zh-CN' });
}
const sessions = new Map<string, Promise<string>>();
function sessionOf(login: string): Promise<string> {
  if (!sessions.has(login)) sessions.set(login, product.signIn(login));
  return sessions.get(login)!;
}
const ask = async <T>(login: string, document: string, variables: Record<string, unknown> = {}): Promise<T> => (await product.graphql(document, variables, await sessionOf(login))).data as T;
const rows = <T>(sql: string, values: unknown[] = []): Promise<T[]> => product.arrange((tx) => tx.query(sql, values) as Promise<T[]>);
const courseId = async (code: string): Promise<string> => (await rows<{ id: string }>('select id from learning.course where code = $1', [code]))[0]!.id;
const courseState = (login: string, code: string, verb: 'publishCourse' | 'retireCourse') =>
  courseId(code).then((id) => ask<Record<string, { __typename: string; code?: string; message?: string }>>(login, `mutation ($id: ID!) { ${verb}(courseId: $id) { __typename ... on UserError { code message } ... on PublishCourseSuccess { course { status version } } } }`, { id })).then((data) => data[verb]!);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skillhall-courses-'));
  product = await TestApp.start();
  city = await product.addUnit('C', 'city');
  north = await product.addUnit('X1', 'county', city);
  south = await product.addUnit('X2', 'county', city);
  hall = await product.addUnit('Y1', 'hall', north);
  southHall = await product.addUnit('Y2', 'hall', south);
  await product.addPerson('hr0', city, ['hr']);
  await product.addPerson('hr1', north, ['hr']);
  await product.addPerson('hr2', south, ['hr']);
  await product.addPerson('examiner', city, ['examiner']);
  for (const number of ['s1', 's2', 's3']) await product.addPerson(number, hall);
  await product.addPerson('s9', southHall);
  await take(hr(city), bank, 'questions');
  await take(hr(city), course('CITY', undefined, withQuiz));
  await take(hr(south), course('SOUTH'));
});
afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true });
});

const mine = '{ myCourses { id code name enrolment { id completedAt completedActivities totalActivities } nextActivity { id title } modules { activities { id kind title state quizId body } } } }';
interface Activity {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly quizId: string | null;
  readonly body: string | null;
}
interface Mine {
  readonly id: string;
  readonly code: string;
  readonly enrolment: { id: string; completedAt: string | null; completedActivities: number; totalActivities: number } | null;
  readonly nextActivity: { id: string; title: string } | null;
  readonly modules: { activities: Activity[] }[];
}
const myCourses = async (login: string): Promise<Mine[]> => (await ask<{ myCourses: Mine[] }>(login, mine)).myCourses;
const begin = (login: string, id: string) => ask<{ startCourse: { __typename: string; course?: { enrolment: { id: string } } } }>(login, 'mutation ($id: ID!) { startCourse(courseId: $id) { __typename ... on StartCourseSuccess { course { enrolment { id } } } } }', { id });
const complete = async (login: string, id: string) =>
  (await ask<{ completeArticle: { __typename: string; waitSeconds?: number } }>(login, 'mutation ($id: ID!) { completeArticle(activityId: $id) { __typename ... on TooFastError { waitSeconds } } }', { id })).completeArticle;
const letTimePass = () => rows(`update learning.activity_progress set started_at = started_at - interval '1 hour' where state = 'started' returning 1`);

describe('a course', () => {
  it('is shown to nobody but its keepers until it is published, and then below its unit alone', async () => {
    expect(await myCourses('s1')).toEqual([]);
    expect(await courseState('hr1', 'CITY', 'publishCourse')).toMatchObject({ __typename: 'NotFoundError' });
    expect(await courseState('hr0', 'CITY', 'publishCourse')).toMatchObject({ __typename: 'PublishCourseSuccess', course: { status: 'published', version: 1 } });
    expect(await courseState('hr2', 'SOUTH', 'publishCourse')).toMatchObject({ __typename: 'PublishCourseSuccess' });
    expect((await myCourses('s1')).map(({ code }) => code)).toEqual(['CITY']);
    expect((await myCourses('s9')).map(({ code }) => code)).toEqual(['CITY', 'SOUTH']);
  });

  it('of another county is not found by a learner, in no way of asking', async () => {
    const id = await courseId('SOUTH');
    const [activity] = await rows<{ id: string }>('select a.id from learning.activity a join learning.course_version v on v.id = a.course_version_id where v.course_id = $1', [id]);
    expect(await ask('s1', 'query ($id: ID!, $activity: ID!) { course(id: $id) { id } activity(id: $activity) { body } }', { id, activity: activity!.id })).toEqual({ course: null, activity: null });
    expect(await begin('s1', id)).toMatchObject({ startCourse: { __typename: 'NotFoundError' } });
    expect(await complete('s1', activity!.id)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await begin('s1', 'nonsense')).toMatchObject({ startCourse: { __typename: 'NotFoundError' } });
  });

  it('is listed on the desk where it is kept or offered, its drafts where it is kept', async () => {
    const list = async (login: string) => (await ask<{ courses: { nodes: { code: string }[] } }>(login, '{ courses { nodes { code } } }')).courses.nodes.map(({ code }) => code);
    await take(hr(north), course('DRAFT'));
    expect([await list('hr0'), await list('hr1'), await list('hr2')]).toEqual([['CITY', 'DRAFT', 'SOUTH'], ['CITY', 'DRAFT'], ['CITY', 'SOUTH']]);
  });

  it('can be published once, retired once, and says why not otherwise', async () => {
    expect(await courseState('hr0', 'CITY', 'publishCourse')).toMatchObject({ __typename: 'CourseStateError', code: 'COURSE_NOT_DRAFT' });
    expect(await courseState('hr1', 'DRAFT', 'retireCourse')).toMatchObject({ code: 'COURSE_NOT_PUBLISHED' });
    expect(await courseState('hr1', 'SOUTH', 'retireCourse')).toMatchObject({ __typename: 'NotFoundError' });
    const [{ actions }] = (await rows<{ actions: string[] }>(`select array_agg(action order by seq) as actions from platform.audit_entry where action like 'course.%'`)) as [{ actions: string[] }];
    expect(actions).toEqual(['course.published', 'course.published']);
  });

  it('never changes once it is published', async () => {
    for (const change of [`update learning.activity set body = 'x' where body is not null`, `update learning.course_version set name = 'x' where status = 'published'`, `delete from learning.module`]) await expect(rows(change)).rejects.toThrow('never changes');
  });
});

describe('a course file', () => {
  it('that changes nothing changes nothing; another one becomes the next draft, and learners keep what they began', async () => {
    await begin('s2', await courseId('CITY'));
    expect(await take(hr(city), course('CITY', undefined, withQuiz))).toMatchObject({ counts: { created: 0, updated: 0, unchanged: 1 } });
    expect(await take(hr(city), course('CITY', '新的正文。', withQuiz))).toMatchObject({ counts: { updated: 1 } });
    expect(await take(hr(city), course('CITY', '更新的正文。', withQuiz))).toMatchObject({ counts: { updated: 1 } });
    expect(await courseState('hr0', 'CITY', 'publishCourse')).toMatchObject({ course: { version: 2 } });
    const first = async (login: string) => (await myCourses(login))[0]!.modules[0]!.activities[0]!.id;
    const body = async (login: string) => (await ask<{ activity: { body: string } }>(login, 'query ($id: ID!) { activity(id: $id) { body } }', { id: await first(login) })).activity.body;
    expect([await body('s2'), await body('s1')]).toEqual(['第一个接待客户的人负责到底。', '更新的正文。']);
    expect(await rows('select version, status from learning.course_version v join learning.course c on c.id = v.course_id where code = $1 order by 1', ['CITY'])).toEqual([{ version: 1, status: 'retired' }, { version: 2, status: 'published' }]);
  });

  it('is refused with the line where a question is missing, a code is taken or the text is no text', async () => {
    const refused = async (actor: Actor, text: string) => (await take(actor, text)).rejected.map(({ row, code }) => `${row} ${code}`);
    expect(await refused(hr(city), course('NEW', '正文', '## 测验: 小测\n题目: Q-1, Q-404'))).toEqual(['14 unknown-question']);
    expect(await refused(hr(north), course('SOUTH'))).toEqual(['2 course-code-taken']);
    expect(await refused(hr(city), 'PK\u0000\u0003')).toEqual(['1 file-not-text']);
    expect(await rows(`select from learning.course where code = 'NEW'`)).toEqual([]);
  });

  it('may draw on questions of the units above', async () => {
    expect(await take(hr(north), course('NORTH', '正文', withQuiz))).toMatchObject({ counts: { created: 1 }, rejected: [] });
  });
});

describe('learning', () => {
  it('goes activity by activity at an honest pace to the end, however often a step is repeated', async () => {
    const id = await courseId('CITY');
    const begun = await begin('s1', id);
    expect(await begin('s1', id)).toEqual(begun);
    const [one, two, quiz] = (await myCourses('s1'))[0]!.modules[0]!.activities as [Activity, Activity, Activity];
    expect(one.body).toBeNull();
    expect(await complete('s1', one.id)).toEqual({ __typename: 'TooFastError', waitSeconds: 10 });
    expect((await myCourses('s1'))[0]!.nextActivity!.id).toBe(one.id);
    await letTimePass();
    for (const _ of [1, 2]) expect(await complete('s1', one.id)).toEqual({ __typename: 'CompleteArticleSuccess' });
    await ask('s1', 'query ($id: ID!) { activity(id: $id) { body } }', { id: two.id });
    await letTimePass();
    expect(await Promise.all([1, 2, 3].map(() => complete('s1', two.id)))).toEqual(Array(3).fill({ __typename: 'CompleteArticleSuccess' }));
    const [{ id: personId }] = (await rows<{ id: string }>(`select id from directory.person where staff_number = 's1'`)) as [{ id: string }];
    expect((await myCourses('s1'))[0]!.enrolment).toMatchObject({ completedAt: null, completedActivities: 2, totalActivities: 3 });
    const results = product.app.get(ActivityResults);
    await Promise.all([1, 2, 3].map(() => results.recordQuizPassed(personId, quiz.quizId!, newId())));
    const done = (await myCourses('s1'))[0]!;
    expect(done).toMatchObject({ nextActivity: null, enrolment: { completedAt: expect.any(String) as string, completedActivities: 3 } });
    await results.recordQuizPassed(personId, quiz.quizId!, newId());
    expect((await myCourses('s1'))[0]).toEqual(done);
    expect(await rows(`select count(*)::int as n from platform.outbox where name = 'course.completed'`)).toEqual([{ n: 1 }]);
    expect(await ask('s1', '{ myLearning { enrolled completed tracks { track courses completed hours } } }')).toMatchObject({
      myLearning: { enrolled: 1, completed: 1, tracks: [{ track: 'ethics', courses: 0 }, { track: 'law' }, { track: 'communication' }, { track: 'business', courses: 1, completed: 1, hours: 1.5 }] },
    });
  });

  it('counts a quiz for nobody who has not begun its course', async () => {
    const [{ id }] = (await rows<{ id: string }>(`select id from directory.person where staff_number = 's3'`)) as [{ id: string }];
    const [{ quizId }] = (await rows<{ quizId: string }>(`select quiz_id as "quizId" from learning.activity where quiz_id is not null limit 1`)) as [{ quizId: string }];
    await product.app.get(ActivityResults).recordQuizPassed(id, quizId, newId());
    expect(await rows('select from learning.activity_progress pr join learning.enrolment e on e.id = pr.enrolment_id where e.person_id = $1', [id])).toEqual([]);
  });

  it('of a retired course can be finished but not begun', async () => {
    await begin('s9', await courseId('SOUTH'));
    expect(await courseState('hr2', 'SOUTH', 'retireCourse')).toMatchObject({ course: { status: 'retired' } });
    expect((await myCourses('s9')).map(({ code }) => code)).toEqual(['CITY', 'SOUTH']);
    await product.addPerson('s8', southHall);
    expect(await begin('s8', await courseId('SOUTH'))).toMatchObject({ startCourse: { __typename: 'NotFoundError' } });
  });
});

describe('learning records', () => {
  const records = 'query ($unitId: ID) { courseProgress(unitId: $unitId) { totalCount nodes { person { staffNumber } course { code enrolledCount completedCount } enrolment { completedActivities totalActivities } } } }';
  const listed = async (login: string, unitId?: string) => (await ask<{ courseProgress: { nodes: { person: { staffNumber: string }; course: { code: string } }[] } }>(login, records, { unitId })).courseProgress.nodes;

  it('are read in the own subtree alone, and counted there alone', async () => {
    expect((await listed('hr0')).map(({ person }) => person.staffNumber)).toEqual(['s1', 's2', 's9']);
    expect(await listed('hr1')).toMatchObject([{ person: { staffNumber: 's1' }, course: { code: 'CITY', enrolledCount: 2, completedCount: 1 } }, { person: { staffNumber: 's2' } }]);
    expect(await listed('hr2')).toMatchObject([{ person: { staffNumber: 's9' }, course: { code: 'SOUTH', enrolledCount: 1 } }]);
    expect(await listed('hr1', southHall.id)).toEqual([]);
    expect((await product.graphql(records, {}, await sessionOf('s1'))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('stay hidden by row-level security where a query forgets its scope, from colleagues too', async () => {
    const seen = (actor: Actor) => product.database.asActor(actor, 'learning-record.read', (tx) => tx.query(`select staff_number as n from learning.enrolment join directory.person p on p.id = person_id order by 1`) as Promise<{ n: string }[]>).then((found) => found.map(({ n }) => n));
    const [{ id: personId }] = (await rows<{ id: string }>(`select id from directory.person where staff_number = 's2'`)) as [{ id: string }];
    const staff: Actor = { accountId: newId(), personId, unitPath: hall.path, name: 's2', grants: [{ role: 'staff', unitId: hall.id, path: hall.path }] };
    expect([await seen(hr(south)), await seen(staff)]).toEqual([['s9'], ['s2']]);
  });

  it('are told apart: under way, at a stand for a month, and finished; and listed by what was done last', async () => {
    const of = async (state: string | null) =>
      (await ask<{ courseProgress: { nodes: { person: { staffNumber: string } }[] } }>('hr1', 'query ($state: RecordState) { courseProgress(state: $state, latestFirst: true) { nodes { person { staffNumber } } } }', { state })).courseProgress.nodes.map(({ person }) => person.staffNumber);
    expect(await of('completed')).toEqual(['s1']);
    expect([await of('open'), await of('stalled')]).toEqual([['s2'], []]);
    await rows(`update learning.enrolment set started_at = started_at - interval '40 days' where person_id = (select id from directory.person where staff_number = 's2') returning 1`);
    await rows(`update learning.activity_progress set started_at = started_at - interval '40 days' where enrolment_id in (select e.id from learning.enrolment e join directory.person p on p.id = e.person_id where p.staff_number = 's2') returning 1`);
    expect([await of('open'), await of('stalled')]).toEqual([['s2'], ['s2']]);
    expect(await of(null)).toEqual(['s1', 's2']);
  });

  it('leave out who has finished nothing this year, whom another list names in the own subtree alone', async () => {
    const without = async (login: string, unitId: string, track: string | null = null) =>
      (await ask<{ peopleWithoutLearning: { totalCount: number; nodes: { staffNumber: string }[] } }>(login, 'query ($unitId: ID!, $track: Track) { peopleWithoutLearning(unitId: $unitId, track: $track) { totalCount nodes { staffNumber } } }', { unitId, track })).peopleWithoutLearning;
    expect((await without('hr1', hall.id)).nodes.map(({ staffNumber }) => staffNumber)).toEqual(['s2', 's3']);
    expect((await without('hr1', hall.id, 'business')).totalCount).toBe(2);
    expect((await without('hr1', hall.id, 'law')).nodes.map(({ staffNumber }) => staffNumber)).toEqual(['s1', 's2', 's3']);
    expect(await without('hr1', southHall.id)).toEqual({ totalCount: 0, nodes: [] });
  });

  it('follow a person to the next unit', async () => {
    const move = (to: Place) => rows(`update directory.person set unit_id = $1, unit_path = $2 where staff_number = 's9' returning 1`, [to.id, to.path]);
    await move(hall);
    try {
      expect((await listed('hr1')).map(({ person, course: { code } }) => `${person.staffNumber} ${code}`)).toEqual(['s1 CITY', 's2 CITY', 's9 SOUTH']);
      expect(await listed('hr2')).toEqual([]);
      expect((await myCourses('s9')).map(({ code }) => code)).toEqual(['CITY', 'SOUTH']);
    } finally {
      await move(southHall);
    }
  });

  it('are summed for a person to who may read them, and to nobody else', async () => {
    const people = 'query ($search: String) { people(filter: { search: $search }) { nodes { learningSummary { enrolled completed } } } }';
    expect(await ask('hr1', people, { search: 's1' })).toMatchObject({ people: { nodes: [{ learningSummary: { enrolled: 1, completed: 1 } }] } });
    const examiner = await product.graphql(people, { search: 's1' }, await sessionOf('examiner'));
    expect(examiner.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
