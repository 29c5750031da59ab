import { TestApp } from '@skillhall/api/testing';
import { newId } from '@skillhall/kernel';
import { assessmentInvariants } from '../index.js';
import { addQuestion, allTypes } from '../testing/a-bank.js';

let product: TestApp;
let city: { id: string; path: string };
let hall: { id: string; path: string };
const sessions: Record<string, string> = {};
const people: Record<string, string> = {};
const kept: string[] = [];

const rows = <T>(sql: string, values: unknown[] = []): Promise<T[]> => product.arrange((tx) => tx.query(sql, values) as Promise<T[]>);
async function ask<T>(login: string, query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await product.graphql(query, variables, sessions[login]);
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as T;
}

beforeAll(async () => {
  product = await TestApp.start();
  city = await product.addUnit('C', 'city');
  hall = await product.addUnit('Y1', 'hall', city);
  const roles = { admin: 'administrator', examiner: 'examiner', manager: 'manager' } as const;
  for (const login of ['s1', 's2', 'busy']) people[login] = await product.addPerson(login, hall);
  for (const [login, role] of Object.entries(roles)) people[login] = await product.addPerson(login, city, [role]);
  for (const login of Object.keys(people)) sessions[login] = await product.signIn(login);
  for (let n = 0; n < 4; n++) await addQuestion(product, `S-${n}`, allTypes.single, { unit: city, explanation: '秘密解析' });
  kept.push(...(await addQuestion(product, 'X-1', allTypes.single, { unit: city, use: 'examOnly' })).versionIds);
  await addQuestion(product, 'W-1', allTypes.shortAnswer, { unit: city });
});
afterAll(() => product.stop());

const row = (type: string, count: number) => ({ categoryIds: [], track: null, competency: null, type, leastDifficulty: 1, mostDifficulty: 5, count, marks: 1 });
async function exam(state: 'draft' | 'published', ...sections: ReturnType<typeof row>[][]): Promise<string> {
  const id = newId();
  await rows(
    `insert into assessment.exam (id, title, unit_id, unit_path, state, minutes, pass_mark, blueprint, review) values ($1, '上岗考试', $2, $3, $4, 30, 60, $5, '{"mark": "never", "rightAnswer": "never", "explanation": "never"}')`,
    [id, city.id, city.path, state, JSON.stringify({ sections: sections.map((list, n) => ({ title: `第${n}部分`, rows: list, fixed: [] })) })],
  );
  return id;
}
const openTo = (login: string, id: string, open = true) => ask<{ __typename: string; code?: string; message?: string; exam?: { openToPractice: boolean } }>(login, 'mutation ($id: ID!, $open: Boolean!) { openExamToPractice(id: $id, open: $open) { __typename ... on UserError { code message } ... on SaveExamSuccess { exam { openToPractice } } } }', { id, open });
interface Attempt {
  readonly id: string;
  readonly limited: boolean;
  readonly mockExamId: string;
  readonly sections: string[];
  readonly questions: { id: string }[];
  readonly receipt: { score: number; passed: boolean | null } | null;
}
const begin = (login: string, examId: string) => ask<{ __typename: string; code?: string; attempt: Attempt }>(login, 'mutation ($id: ID!) { startMockExam(examId: $id) { __typename ... on UserError { code } ... on StartAttemptSuccess { attempt { id title limited mockExamId sittingId sections questions { id } receipt { score passed } } } } }', { id: examId });
const review = (login: string, id: string) => ask<{ right: string[] | null; explanation: string | null; correct: boolean | null }[]>(login, 'query ($id: ID!) { attemptReview(id: $id) { right explanation correct question { id } } }', { id });
const mocks = async (login: string) => (await ask<{ mocks: { title: string; size: { questions: number }; openAttemptId: string | null }[] }>(login, '{ practiceHome { mocks { title minutes passMark size { questions marks } openAttemptId } } }')).mocks;

describe('an exam is opened to practice', () => {
  it('by those who manage exams, once it is published and there is enough without what is kept for exams', async () => {
    const [draft, poor, good] = [await exam('draft', [row('single', 1)]), await exam('published', [row('single', 5)]), await exam('published', [row('single', 4)])];
    expect(await openTo('examiner', draft)).toMatchObject({ code: 'EXAM_STATE' });
    expect(await openTo('examiner', poor)).toMatchObject({ code: 'MOCK_NOT_FEASIBLE', message: expect.stringContaining('1') as string });
    expect(await mocks('s1')).toEqual([]);
    expect(await openTo('examiner', good)).toMatchObject({ exam: { openToPractice: true } });
    expect(await mocks('s1')).toMatchObject([{ title: '上岗考试', size: { questions: 4 }, openAttemptId: null }]);
    await expect(openTo('s1', good)).rejects.toThrow();
    expect(await openTo('examiner', good, false)).toMatchObject({ exam: { openToPractice: false } });
    expect(await begin('s1', good)).toMatchObject({ __typename: 'NotFoundError' });
    const log = await rows<{ action: string }>(`select action from platform.audit_entry where subject_id = $1 order by at`, [good]);
    expect(log.map(({ action }) => action)).toEqual(['exam.opened-to-practice', 'exam.closed-to-practice']);
  });
});

/** An open paper at a sitting of the exam. */
async function sits(login: string, examId: string): Promise<string> {
  const [sittingId, attemptId] = [newId(), newId()];
  await rows(`insert into assessment.sitting (id, exam_id, title, unit_id, unit_path, opens_at, closes_at) values ($1, $2, '场', $3, $4, now() - interval '1 hour', now() + interval '1 hour')`, [sittingId, examId, hall.id, hall.path]);
  await rows(
    `insert into assessment.attempt (id, sitting_id, person_id, unit_id, unit_path, state, started_at, deadline, paper) values ($1, $2, $3, $4, $5, 'open', now(), now() + interval '1 hour', '{"questions": []}')`,
    [attemptId, sittingId, people[login], hall.id, hall.path],
  );
  return attemptId;
}

describe('a mock', () => {
  it('is a timed paper by the blueprint without questions kept for exams, and shows keys once it is in, whatever the exam hides', async () => {
    const id = await exam('published', [row('single', 4)]);
    await openTo('examiner', id);
    const { attempt } = await begin('s1', id);
    expect(attempt).toMatchObject({ limited: true, mockExamId: id, sections: ['第0部分'], sittingId: null, title: '上岗考试' });
    expect(attempt.questions.map((question) => question.id)).toHaveLength(4);
    expect(attempt.questions.map((question) => question.id)).not.toEqual(expect.arrayContaining(kept));
    expect((await begin('s1', id)).attempt.id).toBe(attempt.id);
    expect(await review('s1', attempt.id)).toEqual([]);
    for (const [index, question] of attempt.questions.entries())
      await ask('s1', 'mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { __typename } }', { input: { attemptId: attempt.id, clientSeq: index + 1, questionId: question.id, choice: [index ? 'A' : 'B'] } });
    await ask('s1', 'mutation ($id: ID!) { submitAttempt(attemptId: $id) { __typename } }', { id: attempt.id });
    const found = await review('s1', attempt.id);
    expect(found.map(({ correct }) => correct).sort()).toEqual([false, true, true, true]);
    expect(found.every(({ right, explanation }) => right?.join() === 'A' && explanation === '秘密解析')).toBe(true);
    expect(await rows(assessmentInvariants.I4_scoresFollowFromLogAndKey)).toEqual([]);
    expect((await begin('s1', id)).attempt.id).not.toBe(attempt.id);
    await openTo('examiner', id, false);
    expect(await ask('s1', 'query ($id: ID!) { attempt(id: $id) { title receipt { score passed } } }', { id: attempt.id })).toEqual({ title: '上岗考试', receipt: { score: 75, passed: true } });
  });

  it('tells nobody else: no event, and no row for whoever may read attempts', async () => {
    const id = await exam('published', [row('single', 2)]);
    await openTo('examiner', id);
    const { attempt } = await begin('s2', id);
    await ask('s2', 'mutation ($id: ID!) { submitAttempt(attemptId: $id) { __typename } }', { id: attempt.id });
    expect(await rows(`select from platform.outbox where payload::text like $1`, [`%${attempt.id}%`])).toEqual([]);
    expect(await ask('s1', 'query ($id: ID!) { attempt(id: $id) { id } }', { id: attempt.id })).toBeNull();
    const sitting = await sits('s2', id);
    const examiner = { accountId: newId(), personId: people['examiner']!, unitPath: city.path, name: '', grants: [{ role: 'examiner', unitId: city.id, path: city.path }] } as const;
    const read = (sql: string, one: string) => product.database.asActor(examiner, 'attempt.read', (tx) => tx.query(sql, [one]) as Promise<unknown[]>);
    expect(await read('select from assessment.attempt where id = $1', sitting)).toHaveLength(1);
    expect(await read('select from assessment.attempt where id = $1', attempt.id)).toEqual([]);
    expect(await read('select from assessment.attempt_result where attempt_id = $1', attempt.id)).toEqual([]);
    await rows(`update assessment.attempt set state = 'submitted', submitted_at = now(), submitted_by = 'server' where id = $1`, [sitting]);
  });

  it('waits while an exam is being sat', async () => {
    const id = await exam('published', [row('single', 2)]);
    await openTo('examiner', id);
    await sits('busy', id);
    expect(await begin('busy', id)).toMatchObject({ __typename: 'PracticeRefusedError', code: 'EXAM_RUNNING' });
    expect(await mocks('busy')).not.toEqual([]);
  });

  it('leaves a short answer to its writer: it is shown with the model answer and waits for no marker', async () => {
    const id = await exam('published', [row('single', 1)], [row('shortAnswer', 1)]);
    await openTo('examiner', id);
    const { attempt } = await begin('s2', id);
    await ask('s2', 'mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { __typename } }', { input: { attemptId: attempt.id, clientSeq: 1, questionId: attempt.questions[1]!.id, choice: ['先听完'] } });
    await ask('s2', 'mutation ($id: ID!) { submitAttempt(attemptId: $id) { __typename } }', { id: attempt.id });
    expect(await review('s2', attempt.id)).toMatchObject([{ correct: false }, { correct: null, right: ['示例'] }]);
    expect(await rows('select from assessment.answer_to_mark where attempt_id = $1', [attempt.id])).toEqual([]);
  });
});
