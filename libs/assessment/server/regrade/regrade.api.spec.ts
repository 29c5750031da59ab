import { TestApp } from '@skillhall/api/testing';
import { openTable, shown } from '@skillhall/platform/tabular';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assessmentInvariants } from '../index.js';
import { RegradeRepository } from '../data/regrade.repository.js';
import { SatExams } from '../testing/sat-exams.js';
import { RegradeJob } from './regrade.job.js';

let product: TestApp;
let exams: SatExams;
let county: { id: string; path: string };
let other: { id: string; path: string };
let folder: string;
const people: string[] = [];
const sessions: Record<string, string> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skillhall-regrades-'));
  product = await TestApp.start();
  const city = await product.addUnit('C', 'city');
  county = await product.addUnit('A', 'county', city);
  other = await product.addUnit('B', 'county', city);
  exams = new SatExams(product, city);
  await product.addPerson('keeper', city, ['examiner']);
  await product.addPerson('marker', city, ['trainer']);
  await product.addPerson('below', county, ['examiner']);
  for (let n = 0; n < 4; n++) people.push(await product.addPerson(`p${n}`, city, [], `考生${n}`));
  for (const login of ['keeper', 'marker', 'below', 'p0', 'p2']) sessions[login] = await product.signIn(login);
});
afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true });
});

const rows = <T>(sql: string, values: unknown[] = []): Promise<T[]> => product.arrange((tx) => tx.query(sql, values) as Promise<T[]>);
const key = (...correct: string[]) => ({ kind: 'choice', correct, rule: 'allOrNothing', credits: [], blankKeys: [], anyOrder: false, variables: [], formulas: [], criteria: [], modelAnswer: null });
const fields = '__typename ... on UserError { code } ... on RegradeSuccess { regradeId report { attempts gained lost nowPassed nowFailed lines { name change verdict before { marks passed } after { marks passed } } } }';
const regrade = async (login: string, name: 'previewRegrade' | 'applyRegrade', input: Record<string, unknown>) => {
  const { data, errors } = await product.graphql(`mutation ($input: RegradeInput!) { ${name}(input: $input) { ${fields} } }`, { input }, sessions[login]);
  if (!data) throw new Error(JSON.stringify(errors));
  return data[name] as { __typename: string; code?: string; regradeId: string; report: Record<string, unknown> };
};
/** Three choices of four marks; person 0 and 1 say A to the first, 2 and 3 say B; 0 and 2 have the other two right, 1 and 3 one of them. */
const sit = () => exams.sat({ people, choices: 3, essays: 0, choose: (person, question) => (question === 0 ? (person < 2 ? 'A' : 'B') : question === 1 || person % 2 === 0 ? 'A' : 'B') });
const latest = async (attempts: readonly string[]) => {
  const found = await rows<{ id: string; marks: number; passed: boolean }>('select distinct on (attempt_id) attempt_id as id, marks::float8, passed from assessment.later_result where attempt_id = any($1) order by attempt_id, version desc', [attempts]);
  return attempts.map((id) => found.find((row) => row.id === id)?.marks ?? null);
};

describe('a corrected key', () => {
  it('shows first whom it touches, and changes nothing by that', async () => {
    const { examId, questionIds } = await sit();
    const before = await rows('select (select count(*) from question_bank.key_revision) as a, (select count(*) from assessment.regrade) as b, (select count(*) from platform.audit_entry) as c');
    const { report } = await regrade('keeper', 'previewRegrade', { examId, questionId: questionIds[0], key: key('B') });
    expect(report).toMatchObject({ attempts: 4, gained: 2, lost: 2, nowPassed: 1, nowFailed: 1 });
    expect(report['lines']).toMatchObject([{ name: '考生1', change: -4, verdict: 'now-failed', before: { marks: 8, passed: true }, after: { marks: 4, passed: false } }, { name: '考生3', change: 4, verdict: 'now-passed' }, {}, {}]);
    expect(await rows('select (select count(*) from question_bank.key_revision) as a, (select count(*) from assessment.regrade) as b, (select count(*) from platform.audit_entry) as c')).toEqual(before);
  });

  it('gives every paper a later result with the reason, and leaves first result and receipt as they were', async () => {
    const { examId, questionIds, attempts } = await sit();
    const first = await rows('select attempt_id, score, marks, answers, receipt_code, receipt_digest from assessment.attempt_result where attempt_id = any($1) order by 1', [attempts]);
    expect(await regrade('keeper', 'applyRegrade', { examId, questionId: questionIds[0], key: key('B'), reason: ' ' })).toMatchObject({ code: 'REGRADE_REASON' });
    const { regradeId } = await regrade('keeper', 'applyRegrade', { examId, questionId: questionIds[0], key: key('B'), reason: '答案录错' });
    await product.app.get(RegradeJob).run({ regradeId });
    expect(await latest(attempts)).toEqual([8, 4, 12, 8]);
    expect(await rows('select attempt_id, score, marks, answers, receipt_code, receipt_digest from assessment.attempt_result where attempt_id = any($1) order by 1', [attempts])).toEqual(first);
    const told = await rows<{ passed: boolean }>(`select (payload ->> 'passed')::boolean as passed from platform.outbox where name = 'attempt.graded' and key like '%' || $1`, [regradeId]);
    expect(told.map(({ passed }) => passed).sort()).toEqual([false, true, true, true]);
    // Done again by the job that was asked for, nothing is added.
    await product.runJobs();
    expect((await rows('select from assessment.later_result where regrade_id = $1', [regradeId])).length).toBe(4);
    const subject = await product.graphql('query ($e: ID!, $q: ID!) { regradeSubject(examId: $e, questionId: $q) { key { correct revision } regrades { kind reason changed done gained } } }', { e: examId, q: questionIds[0] }, sessions['keeper']);
    expect(subject.data).toEqual({ regradeSubject: { key: { correct: ['B'], revision: 1 }, regrades: [{ kind: 'key', reason: '答案录错', changed: 4, done: 4, gained: 2 }] } });
    const mine = await product.graphql('query ($id: ID!) { attempt(id: $id) { receipt { marks passed } } }', { id: attempts[2] }, sessions['p2']);
    expect(mine.data).toEqual({ attempt: { receipt: { marks: 12, passed: true } } });
    const file = await product.inject('GET', `/files/regrades/${regradeId}/changes.xlsx`, sessions['keeper']);
    expect([file.statusCode, (await product.inject('GET', `/files/regrades/${regradeId}/changes.xlsx`, sessions['below'])).statusCode]).toEqual([200, 404]);
  });

  it('that is corrected again before the worker has come to it is the key that counts, and the one that is named', async () => {
    const { examId, questionIds, attempts } = await sit();
    for (const right of ['B', 'C']) await regrade('keeper', 'applyRegrade', { examId, questionId: questionIds[0], key: key(right), reason: '答案录错' });
    await product.runJobs();
    expect(await latest(attempts)).toEqual([8, 4, null, null]);
    const named = await rows<{ revision: number }>('select distinct key_revisions[1] as revision from assessment.later_result where attempt_id = any($1)', [attempts]);
    expect(named).toEqual([{ revision: 2 }]);
  });

  it('that does not fit the question is refused, and so is who does not keep the exam', async () => {
    const { examId, questionIds } = await sit();
    const input = { examId, questionId: questionIds[0], key: key('Z') };
    expect(await regrade('keeper', 'previewRegrade', input)).toMatchObject({ code: 'REGRADE_KEY' });
    expect(await regrade('below', 'previewRegrade', { ...input, key: key('B') })).toMatchObject({ code: 'NOT_FOUND' });
    await expect(regrade('marker', 'previewRegrade', input)).rejects.toThrow('FORBIDDEN');
  });
});

describe('the file of a correction that reached over a border', () => {
  it('names to who keeps one of the exams those of that exam alone', async () => {
    const person = await product.addPerson('elsewhere', other, [], '邻县考生');
    const { examId, questionIds } = await new SatExams(product, county).sat({ people: people.slice(0, 2), choices: 1, essays: 0 });
    const { sittingId } = await new SatExams(product, other).sat({ people: [person], choices: 1, essays: 0 });
    await exams.handInLate(sittingId, person, questionIds, 'A');
    const { regradeId } = await regrade('keeper', 'applyRegrade', { examId, questionId: questionIds[0], key: key('B'), reason: '答案录错' });
    await product.runJobs();
    const names = async (login: string) => {
      const file = await product.inject('GET', `/files/regrades/${regradeId}/changes.xlsx`, sessions[login]);
      const path = join(folder, `${login}.xlsx`);
      await writeFile(path, file.rawPayload);
      const found: string[] = [];
      for await (const batch of (await openTable(path)).rows()) found.push(...batch.map(({ cells }) => shown(cells[0]!)));
      return found.slice(1);
    };
    expect([await names('keeper'), await names('below')]).toEqual([['邻县考生', '考生0', '考生1'], ['考生0', '考生1']]);
  });
});

describe('a void question', () => {
  it('gives everybody its mark, also who hands in later, and stays so when its key is corrected', async () => {
    const { examId, sittingId, questionIds, attempts } = await sit();
    expect((await regrade('keeper', 'previewRegrade', { examId, questionId: questionIds[2] })).report).toMatchObject({ attempts: 4, gained: 2, lost: 0, nowPassed: 1 });
    await regrade('keeper', 'applyRegrade', { examId, questionId: questionIds[2], reason: '题目有误' });
    await product.runJobs();
    expect(await latest(attempts)).toEqual([null, 12, null, 8]);
    expect(await regrade('keeper', 'applyRegrade', { examId, questionId: questionIds[2], key: key('B'), reason: '再改' })).toMatchObject({ code: 'REGRADE_VOID' });
    const late = await exams.handInLate(sittingId, people[3]!, questionIds);
    await product.runJobs();
    expect(await latest([late])).toEqual([4]);
  });

  it('of which people had still to mark the answers waits for nobody any more', async () => {
    const { examId, questionIds, attempts } = await exams.sat({ people: [people[0]!], choices: 1, essays: 1 });
    await regrade('keeper', 'applyRegrade', { examId, questionId: questionIds[1], reason: '题目有误' });
    await product.runJobs();
    expect(await latest(attempts)).toEqual([10]);
    const { data } = await product.graphql('query ($id: ID!) { markingQueue(examId: $id) { counts { waiting settled } } }', { id: examId }, sessions['marker']);
    expect(data).toEqual({ markingQueue: { counts: { waiting: 0, settled: 1 } } });
  });

  it('of a paper that comes in later is waited for by nobody either', async () => {
    const { examId, sittingId, questionIds } = await exams.sat({ people: [people[0]!], choices: 1, essays: 1 });
    await regrade('keeper', 'applyRegrade', { examId, questionId: questionIds[1], reason: '题目有误' });
    await product.runJobs();
    const late = await exams.handInLate(sittingId, people[1]!, questionIds, '先听完');
    await product.runJobs();
    expect(await rows('select cause, marks::float8, pending, passed from assessment.later_result where attempt_id = $1', [late])).toEqual([{ cause: 'regraded', marks: 6, pending: 0, passed: true }]);
    expect(await rows('select from assessment.answer_to_mark where attempt_id = $1 and settled_at is null', [late])).toEqual([]);
  });

  it('is looked for in the paper that came in, not in all papers once more', async () => {
    const { examId, sittingId, questionIds, attempts } = await sit();
    await regrade('keeper', 'applyRegrade', { examId, questionId: questionIds[2], reason: '题目有误' });
    await product.runJobs();
    const held = jest.spyOn(product.app.get(RegradeRepository), 'held');
    const late = await exams.handInLate(sittingId, people[3]!, questionIds);
    await product.runJobs();
    const touched = held.mock.calls.flatMap(([, , , ids]) => ids);
    held.mockRestore();
    expect([...new Set(touched)]).toEqual([late]);
    expect(attempts).not.toContain(late);
  });
});

describe('afterwards', () => {
  it('every invariant of attempts holds, also of grades after a correction', async () => {
    const parameters: Record<string, unknown[]> = { I1_acknowledgedAnswersAreInTheLog: ['[]'], I2_noAnswerAfterTheEnd: [10], I5_noAttemptOpenLongAfterItsDeadline: [60] };
    for (const [name, sql] of Object.entries(assessmentInvariants)) expect({ name, rows: await rows(sql, parameters[name] ?? []) }).toEqual({ name, rows: [] });
    await rows(`update assessment.regrade set reason = reason`).catch((error: Error) => expect(error.message).toMatch(/only ever added/));
  });
});
