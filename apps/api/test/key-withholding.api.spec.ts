import { TestApp } from '@skillhall/api/testing';
import { ImportRunner } from '@skillhall/platform/imports';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let product: TestApp;
let folder: string;

const title = '题号,题型,题干,选项A,选项B,选项C,选项D,答案,解析,类别,能力项,难度,条款';
const asked = ['Q-1,单选题,首问负责是什么,推给别人,负责到底,,,B,解析一,职业道德,ETH-4,2,', 'Q-2,判断题,可以额外收费,,,,,错误,解析二,法律法规,LAW-1,1,'];
const course = ['---', '课程编码: ETH-1', '课程名称: 首问负责', '类别: 职业道德', '学时: 1', '能力项: ETH-4', '说明: 负责到底', '---', '# 第一节', '## 测验: 小测', '题目: Q-1, Q-2', '及格: 60', ''];

async function take(kind: string, name: string, lines: readonly string[]): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, lines.join('\n'));
  expect(await product.app.get(ImportRunner).run({ kind, path, fileName: name, dryRun: false, actor: null, locale: 'zh-CN' })).toMatchObject({ failure: null, rejected: [] });
}

async function data<T>(query: string, session: string, variables: Record<string, unknown> = {}): Promise<T> {
  const answer = await product.graphql(query, variables, session);
  expect(answer.errors).toBeUndefined();
  return answer.data as T;
}

const keysSeen = async (session: string): Promise<Record<string, string>> => {
  const { questions } = await data<{ questions: { nodes: { code: string; key: { __typename: string } }[] } }>('{ questions { nodes { code key { __typename ... on KeyForAuthor { correct explanation } ... on UserError { code message } } } } }', session);
  return Object.fromEntries(questions.nodes.map(({ code, key }) => [code, key.__typename]));
};
const reviewed = async (session: string, id: string): Promise<unknown[]> =>
  (await data<{ attemptReview: unknown[] }>('query ($id: ID!) { attemptReview(id: $id) { correct right explanation } }', session, { id })).attemptReview;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skillhall-keys-'));
  product = await TestApp.start();
  const city = await product.addUnit('C', 'city');
  await product.addPerson('admin', city, ['administrator']);
  for (const number of ['both', 'keeper']) await product.addPerson(number, city, ['examiner']);
  await take('questions', 'bank.csv', [title, ...asked, 'Q-9,判断题,没有考到,,,,,正确,,法律法规,LAW-1,1,']);
  await take('course', 'course.md', course);
  const admin = await product.signIn('admin');
  const { courses } = await data<{ courses: { nodes: { id: string }[] } }>('{ courses { nodes { id } } }', admin);
  await data('mutation ($id: ID!) { publishCourse(courseId: $id) { __typename } }', admin, { id: courses.nodes[0]!.id });
});
afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true });
});

describe('somebody who keeps the question bank and sits a quiz from it', () => {
  const all = { 'Q-1': 'KeyForAuthor', 'Q-2': 'KeyForAuthor', 'Q-9': 'KeyForAuthor' };
  const withheld = { 'Q-1': 'KeyWithheldError', 'Q-2': 'KeyWithheldError', 'Q-9': 'KeyForAuthor' };
  let session: string;
  let quizId: string;
  const start = async () =>
    (await data<{ startAttempt: { attempt: { id: string } } }>('mutation ($id: ID!) { startAttempt(quizId: $id) { ... on StartAttemptSuccess { attempt { id } } } }', session, { id: quizId })).startAttempt.attempt.id;
  const submit = (id: string) => data('mutation ($id: ID!) { submitAttempt(attemptId: $id) { __typename } }', session, { id });

  beforeAll(async () => {
    session = await product.signIn('both');
    const { myCourses } = await data<{ myCourses: { id: string; modules: { activities: { quizId: string }[] }[] }[] }>('{ myCourses { id modules { activities { quizId } } } }', session);
    quizId = myCourses[0]!.modules[0]!.activities[0]!.quizId;
    await data('mutation ($id: ID!) { startCourse(courseId: $id) { __typename } }', session, { id: myCourses[0]!.id });
  });

  it('sees no key of what the open paper asks, others do, and all is there again after handing in', async () => {
    expect(await keysSeen(session)).toEqual(all);
    const attempt = await start();
    expect(await keysSeen(session)).toEqual(withheld);
    expect(await keysSeen(await product.signIn('keeper'))).toEqual(all);
    await submit(attempt);
    expect(await keysSeen(session)).toEqual(all);
  });

  it('is told why, in words', async () => {
    const attempt = await start();
    const { questions } = await data<{ questions: { nodes: { key: object }[] } }>('{ questions(filter: { search: "Q-1" }) { nodes { key { ... on UserError { code message } } } } }', session);
    expect(questions.nodes).toEqual([{ key: { code: 'KEY_WITHHELD', message: '您正在作答的试卷里有这道题，交卷后才能看答案和解析。' } }]);
    await submit(attempt);
  });

  it('does not learn the key from a newer version of the question, nor from the review of an earlier attempt', async () => {
    const earlier = await start();
    await submit(earlier);
    expect(await reviewed(session, earlier)).toHaveLength(2);
    const now = await start();
    expect(await reviewed(session, earlier)).toEqual([]);
    await take('questions', 'bank.csv', [title, asked[0]!.replace('首问负责是什么', '首问负责是指什么')]);
    expect(await keysSeen(session)).toEqual(withheld);
    await submit(now);
    expect(await reviewed(session, earlier)).toHaveLength(2);
  });
});
