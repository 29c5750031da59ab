import { TestApp } from '@skillhall/api/testing';
import { ImportRunner } from '@skillhall/platform/imports';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assessmentInvariants, CloseAttempt } from './index.js';

let product: TestApp;
let folder: string;
let hall: { id: string; path: string };
let elsewhere: { id: string; path: string };

const bank = [
  '题号,题型,题干,选项A,选项B,选项C,选项D,答案,解析,类别,能力项,难度,条款',
  'Q-1,单选题,首问负责是什么,推给别人,负责到底,不回答,等通知,B,秘密解析一,职业道德,ETH-4,2,',
  'Q-2,多选题,服务用语包括,您好,请稍等,不知道,谢谢,ABD,秘密解析二,沟通技巧,COM-5,2,',
  'Q-3,判断题,可以向客户收取额外费用,,,,,错误,秘密解析三,法律法规,LAW-1,1,',
];
const course = `---
课程编码: ETH-1
课程名称: 首问负责
类别: 职业道德
学时: 1
能力项: ETH-4
说明: 学会负责到底。
---
# 第一节
## 文章: 什么是首问负责
第一个接待客户的人负责到底。
## 测验: 小测
题目: Q-1, Q-2, Q-3
及格: 60
`;

async function take(kind: string, name: string, text: string) {
  const path = join(folder, name);
  await writeFile(path, text);
  return product.app.get(ImportRunner).run({ kind, path, fileName: name, dryRun: false, actor: null, locale: 'zh-CN' });
}

const rows = (sql: string, values: unknown[] = []) => product.arrange((tx) => tx.query(sql, values) as Promise<Record<string, unknown>[]>);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skillhall-exam-'));
  product = await TestApp.start();
  const city = await product.addUnit('C', 'city');
  hall = await product.addUnit('Y1', 'hall', city);
  elsewhere = await product.addUnit('Y2', 'hall', city);
  await product.addPerson('admin', city, ['administrator']);
  for (const number of ['s1', 's2', 's3', 's4']) await product.addPerson(number, hall);
  await product.addPerson('t1', elsewhere, ['trainer']);
  expect(await take('questions', 'bank.csv', bank.join('\n'))).toMatchObject({ accepted: 3, rejected: [] });
  expect(await take('course', 'course.md', course)).toMatchObject({ accepted: 1, rejected: [], failure: null });
  const session = await product.signIn('admin');
  const listed = await product.graphql('{ courses { nodes { id status } } }', {}, session);
  const { courses } = listed.data as { courses: { nodes: { id: string; status: string }[] } };
  const published = await product.graphql('mutation ($id: ID!) { publishCourse(courseId: $id) { __typename ... on UserError { message } } }', { id: courses.nodes[0]!.id }, session);
  expect(published.data).toEqual({ publishCourse: { __typename: 'PublishCourseSuccess' } });
});
afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true });
});

interface Begun {
  readonly session: string;
  readonly courseId: string;
  readonly articleId: string;
  readonly quizId: string;
}

async function begin(login: string): Promise<Begun> {
  const session = await product.signIn(login);
  const { data } = await product.graphql('{ myCourses { id modules { activities { id kind quizId } } } }', {}, session);
  const [found] = (data as { myCourses: { id: string; modules: { activities: { id: string; quizId: string | null }[] }[] }[] }).myCourses;
  await product.graphql('mutation ($id: ID!) { startCourse(courseId: $id) { __typename } }', { id: found!.id }, session);
  const [article, quiz] = found!.modules[0]!.activities;
  return { session, courseId: found!.id, articleId: article!.id, quizId: quiz!.quizId! };
}

interface Attempt {
  readonly id: string;
  readonly questions: { id: string; type: string; stem: string; options: { key: string; text: string }[] }[];
}

const attemptFields = 'id state deadline serverNow questions { id position type stem options { key text } } answers { questionId choice clientSeq savedAt } receipt { code score passed answered total submittedBy }';

async function start({ session, quizId }: Begun): Promise<Attempt> {
  const answer = await product.graphql(`mutation ($quizId: ID!) { startAttempt(quizId: $quizId) { ... on StartAttemptSuccess { attempt { ${attemptFields} } } } }`, { quizId }, session);
  return (answer.data as { startAttempt: { attempt: Attempt } }).startAttempt.attempt;
}

const saveDocument = 'mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { __typename ... on UserError { code } ... on InvalidInputError { field } ... on SaveAnswerSuccess { clientSeq savedAt } } }';
const save = async (session: string, attemptId: string, clientSeq: number, questionId: string, choice: string[]) =>
  (await product.graphql(saveDocument, { input: { attemptId, clientSeq, questionId, choice } }, session)).data!['saveAnswer'] as { __typename: string; code?: string; field?: string; savedAt?: string };
const submit = async (session: string, attemptId: string) =>
  (await product.graphql(`mutation ($id: ID!) { submitAttempt(attemptId: $id) { __typename ... on SubmitAttemptSuccess { attempt { ${attemptFields} } } } }`, { id: attemptId }, session)).data!['submitAttempt'] as { __typename: string; attempt: { receipt: { code: string } } };

const rightAnswers: Record<string, string[]> = { 首问负责是什么: ['B'], 服务用语包括: ['A', 'B', 'D'], 可以向客户收取额外费用: ['F'] };

async function invariantsHold(acknowledged: { attemptId: string; clientSeq: number }[] = []): Promise<void> {
  const parameters: Record<string, unknown[]> = { I1_acknowledgedAnswersAreInTheLog: [JSON.stringify(acknowledged)], I2_noAnswerAfterTheEnd: [10], I5_noAttemptOpenLongAfterItsDeadline: [60] };
  for (const [name, sql] of Object.entries(assessmentInvariants)) expect({ name, rows: await rows(sql, parameters[name] ?? []) }).toEqual({ name, rows: [] });
}

describe('from the first lesson to the completed course', () => {
  it('reads, answers one by one, hands in, gets a receipt, and the course completes by itself', async () => {
    const begun = await begin('s1');
    const { session, courseId, articleId } = begun;
    const read = 'mutation ($id: ID!) { completeArticle(activityId: $id) { __typename ... on TooFastError { waitSeconds } } }';
    await product.graphql('query ($id: ID!) { activity(id: $id) { body } }', { id: articleId }, session);
    expect((await product.graphql(read, { id: articleId }, session)).data).toMatchObject({ completeArticle: { __typename: 'TooFastError' } });
    await product.arrange((tx) => tx.query(`update learning.activity_progress set started_at = started_at - interval '1 hour'`));
    expect((await product.graphql(read, { id: articleId }, session)).data).toMatchObject({ completeArticle: { __typename: 'CompleteArticleSuccess' } });
    const attempt = await start(begun);
    for (const [index, { id, stem }] of attempt.questions.entries()) expect(await save(session, attempt.id, index + 1, id, rightAnswers[stem]!)).toMatchObject({ __typename: 'SaveAnswerSuccess', savedAt: expect.any(String) as string });
    const handedIn = await submit(session, attempt.id);
    expect(handedIn.attempt.receipt).toMatchObject({ score: 100, passed: true, answered: 3, total: 3, submittedBy: 'examinee', code: expect.stringMatching(/^\w{5}-\w{5}$/) as string });
    expect((await submit(session, attempt.id)).attempt.receipt.code).toBe(handedIn.attempt.receipt.code);
    await product.runJobs();
    const { data } = await product.graphql('query ($id: ID!) { course(id: $id) { enrolment { completedAt completedActivities totalActivities } } }', { id: courseId }, session);
    expect(data).toMatchObject({ course: { enrolment: { completedAt: expect.any(String) as string, completedActivities: 2, totalActivities: 2 } } });
    await invariantsHold();
  });

  it('shows a failed quiz what was right, and leaves the course open', async () => {
    const begun = await begin('s2');
    const attempt = await start(begun);
    await save(begun.session, attempt.id, 1, attempt.questions[0]!.id, ['A'].slice(0, attempt.questions[0]!.type === 'trueFalse' ? 0 : 1));
    expect((await submit(begun.session, attempt.id)).attempt.receipt).toMatchObject({ passed: false });
    await product.runJobs();
    const review = await product.graphql('query ($id: ID!) { attemptReview(id: $id) { right correct explanation question { stem } } }', { id: attempt.id }, begun.session);
    expect(JSON.stringify(review.data)).toContain('秘密解析一');
    expect((await product.graphql('query ($id: ID!) { course(id: $id) { enrolment { completedAt } } }', { id: begun.courseId }, begun.session)).data).toMatchObject({ course: { enrolment: { completedAt: null } } });
    expect((await start(begun)).id).not.toBe(attempt.id);
  });
});

describe('saving an answer', () => {
  it('is repeatable with the same content, refused with other content under one number, and checked against the paper', async () => {
    const begun = await begin('s3');
    const { session } = begun;
    const attempt = await start(begun);
    const single = attempt.questions.find(({ type }) => type === 'single')!;
    const first = await save(session, attempt.id, 1, single.id, ['A']);
    expect(await save(session, attempt.id, 1, single.id, ['A'])).toEqual(first);
    expect(await save(session, attempt.id, 1, single.id, ['B'])).toMatchObject({ code: 'ANSWER_CONFLICT' });
    expect(await save(session, attempt.id, 0, single.id, ['A'])).toMatchObject({ code: 'INVALID_INPUT', field: 'clientSeq' });
    expect(await save(session, attempt.id, 2, single.id, ['A', 'B'])).toMatchObject({ code: 'INVALID_INPUT', field: 'choice' });
    expect(await save(session, attempt.id, 2, single.id, ['Z'])).toMatchObject({ code: 'INVALID_INPUT', field: 'choice' });
    expect(await save(session, attempt.id, 2, attempt.id, ['A'])).toMatchObject({ code: 'INVALID_INPUT', field: 'questionId' });
    await submit(session, attempt.id);
    expect(await save(session, attempt.id, 1, single.id, ['A'])).toEqual(first);
    expect(await save(session, attempt.id, 9, single.id, ['A'])).toMatchObject({ code: 'ATTEMPT_CLOSED' });
  });

  it('is nobody else’s business: another person cannot save, submit, read or review the attempt', async () => {
    const begun = await begin('s4');
    const attempt = await start(begun);
    const other = await product.signIn('s1');
    expect(await save(other, attempt.id, 1, attempt.questions[0]!.id, [])).toMatchObject({ code: 'NOT_FOUND' });
    expect(await submit(other, attempt.id)).toMatchObject({ __typename: 'NotFoundError' });
    expect((await product.graphql('query ($id: ID!) { attempt(id: $id) { id } attemptReview(id: $id) { right } }', { id: attempt.id }, other)).data).toEqual({ attempt: null, attemptReview: [] });
  });

  it('comes to the same attempt from a second device, and takes answers from both', async () => {
    const begun = await begin('s4');
    const [one, two] = [await start(begun), await start({ ...begun, session: await product.signIn('s4') })];
    expect(two.id).toBe(one.id);
  });

  it('goes on while other work holds every connection of the pool', async () => {
    const begun = await begin('s4');
    const attempt = await start(begun);
    const single = attempt.questions.find(({ type }) => type === 'single')!;
    let free = (): void => {};
    const held = new Promise<void>((done) => (free = done));
    const holding = Array.from({ length: 6 }, () => product.arrange((tx) => tx.query('select 1').then(() => held)));
    expect(await save(begun.session, attempt.id, 1, single.id, ['A'])).toMatchObject({ __typename: 'SaveAnswerSuccess' });
    free();
    await Promise.all(holding);
  });

  it('never acknowledges an answer that is not graded, however saving and handing in race', async () => {
    const count = 30;
    const acknowledged: { attemptId: string; clientSeq: number }[] = [];
    await Promise.all(
      Array.from({ length: count }, async (_, n) => {
        const number = `r${n}`;
        await product.addPerson(number, hall);
        const begun = await begin(number);
        const attempt = await start(begun);
        const saveOne = async (seq: number): Promise<boolean> => {
          const question = attempt.questions[seq % 3]!;
          const result = await save(begun.session, attempt.id, seq + 1, question.id, [question.options[seq % 2]!.key]);
          if (result.__typename === 'SaveAnswerSuccess') acknowledged.push({ attemptId: attempt.id, clientSeq: seq + 1 });
          else expect(result.code).toBe('ATTEMPT_CLOSED');
          return result.__typename === 'SaveAnswerSuccess';
        };
        await saveOne(0);
        // Many at once, and then one after another until the attempt is closed; handed in twice somewhere in between.
        const together = [1, 2, 3, 4, 5].map(saveOne);
        const untilClosed = async (): Promise<void> => {
          for (let seq = 6; await saveOne(seq); ) seq++;
        };
        if (n % 2) await together[n % 5];
        await Promise.all([...together, untilClosed(), submit(begun.session, attempt.id), submit(begun.session, attempt.id)]);
      }),
    );
    expect(acknowledged.length).toBeGreaterThan(count);
    await invariantsHold(acknowledged);
  });
});

describe('the deadline', () => {
  it('hands the attempt in without a browser, grades what was saved in time, and takes nothing more', async () => {
    const number = 'late';
    await product.addPerson(number, hall);
    const begun = await begin(number);
    const attempt = await start(begun);
    await save(begun.session, attempt.id, 1, attempt.questions[0]!.id, rightAnswers[attempt.questions[0]!.stem]!);
    const longAgo = `update assessment.attempt set started_at = started_at - interval '2 hours', deadline = deadline - interval '2 hours' where id = $1`;
    await product.arrange(async (tx) => {
      await tx.query(longAgo, [attempt.id]);
      await tx.query('alter table assessment.answer_log disable trigger keep');
      await tx.query(`update assessment.answer_log set saved_at = saved_at - interval '2 hours' where attempt_id = $1`, [attempt.id]);
      await tx.query('alter table assessment.answer_log enable trigger keep');
    });
    expect(await save(begun.session, attempt.id, 2, attempt.questions[1]!.id, [])).toMatchObject({ code: 'ATTEMPT_CLOSED' });
    expect(await product.app.get(CloseAttempt).closeAllOverdue()).toBe(1);
    expect(await product.app.get(CloseAttempt).closeAllOverdue()).toBe(0);
    const { data } = await product.graphql(`query ($id: ID!) { attempt(id: $id) { ${attemptFields} } }`, { id: attempt.id }, begun.session);
    expect(data).toMatchObject({ attempt: { state: 'submitted', receipt: { submittedBy: 'server', answered: 1 } } });
    await invariantsHold();
  });
});

describe('an examinee', () => {
  it('finds no key and no explanation in anything that an open attempt shows or any type that it reaches', async () => {
    const number = 'curious';
    await product.addPerson(number, hall);
    const begun = await begin(number);
    const shown = await product.graphql(`mutation ($quizId: ID!) { startAttempt(quizId: $quizId) { ... on StartAttemptSuccess { attempt { ${attemptFields} quiz { title myAttempts { id } } } } } }`, { quizId: begun.quizId }, begun.session);
    expect(JSON.stringify(shown)).not.toMatch(/秘密解析|correct|explanation/);
    const { id } = (shown.data as { startAttempt: { attempt: { id: string } } }).startAttempt.attempt;
    expect((await product.graphql('query ($id: ID!) { attemptReview(id: $id) { explanation } }', { id }, begun.session)).data).toEqual({ attemptReview: [] });
    const { data } = await product.graphql('{ __schema { types { name fields { name type { name ofType { name ofType { name ofType { name } } } } } } } }');
    const types = new Map((data as { __schema: { types: { name: string; fields: { name: string; type: object }[] | null }[] } }).__schema.types.map((type) => [type.name, type.fields ?? []]));
    const reached = new Set(['AttemptForExaminee']);
    for (const name of reached) for (const field of types.get(name) ?? []) for (const match of JSON.stringify(field.type).matchAll(/"name":"(\w+)"/g)) if (types.has(match[1]!)) reached.add(match[1]!);
    const secrets = [...reached].flatMap((name) => (types.get(name) ?? []).map((field) => `${name}.${field.name}`)).filter((path) => /correct|explanation|key[sV]|mark$/i.test(path) && !path.endsWith('.passMark'));
    expect(secrets).toEqual([]);
  });

  it('is refused the author’s questions, and the role of the product cannot read keys at all', async () => {
    const session = await product.signIn('s1');
    expect((await product.graphql('{ questions { nodes { key { __typename } } } }', {}, session)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const actor = { accountId: '00000000-0000-7000-8000-000000000000', personId: null, unitPath: null, name: 'x', grants: [{ role: 'administrator' as const, unitId: null, path: '' }] };
    await expect(product.database.asActor(actor, 'question.manage', (tx) => tx.query('select * from question_bank.question_key'))).rejects.toThrow('permission denied');
  });
});

describe('importing questions and courses', () => {
  it('makes no new version of what has not changed, and one of what has', async () => {
    expect(await take('questions', 'bank.csv', bank.join('\n'))).toMatchObject({ counts: { created: 0, updated: 0, unchanged: 3 } });
    expect(await take('questions', 'bank.csv', [bank[0], bank[1]!.replace('秘密解析一', '新的解析')].join('\n'))).toMatchObject({ counts: { created: 0, updated: 1, unchanged: 0 } });
    expect(await rows(`select v.version from question_bank.question_version v join question_bank.question q on q.id = v.question_id where q.code = 'Q-1' order by 1`)).toEqual([{ version: 1 }, { version: 2 }]);
    expect(await take('course', 'course.md', course)).toMatchObject({ counts: { unchanged: 1 } });
  });

  it('names the line of a course file that cannot be read, and the row of a question that cannot be', async () => {
    const broken = await take('course', 'broken.md', course.replace('Q-3', 'Q-404').replace('及格: 60', '及格: 600'));
    expect(broken.accepted).toBe(0);
    expect(broken.rejected.length).toBeGreaterThan(0);
    const outcome = await take('questions', 'wrong.csv', [bank[0], 'W-1,单选题,没有选项,,,,,A,,职业道德,ETH-1,2,', 'W-2,单选题,两个答案,甲,乙,,,AB,,职业道德,ETH-1,2,', 'W-3,作文题,写,甲,乙,,,A,,职业道德,ETH-1,2,'].join('\n'));
    expect([...new Set(outcome.rejected.map(({ row }) => row))]).toEqual([2, 3, 4]);
  });
});
