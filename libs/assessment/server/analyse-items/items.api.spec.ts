import { TestApp } from '@skillhall/api/testing';
import { SatExams } from '../testing/sat-exams.js';
import { AnalyseDueJob } from './analyse-items.job.js';

let product: TestApp;
let exams: SatExams;
let sat: Awaited<ReturnType<SatExams['sat']>>;
const people: string[] = [];
const sessions: Record<string, string> = {};
let keeperId: string;

beforeAll(async () => {
  product = await TestApp.start();
  const city = await product.addUnit('C', 'city');
  const other = await product.addUnit('D', 'city');
  exams = new SatExams(product, city);
  keeperId = await product.addPerson('keeper', city, ['examiner']);
  await product.addPerson('marker', city, ['trainer']);
  await product.addPerson('far', other, ['examiner']);
  for (let n = 0; n < 40; n++) people.push(await product.addPerson(`p${n}`, city));
  for (const login of ['keeper', 'marker', 'far']) sessions[login] = await product.signIn(login);
  // Everybody has the first right; the better half the next three; the last one only the weaker half: its key is wrong.
  sat = await exams.sat({ people, choices: 5, essays: 0, choose: (person, question) => (question === 0 ? 'A' : question === 4 ? (person < 20 ? 'C' : 'A') : person < 20 ? 'A' : 'B') });
});
afterAll(() => product.stop());

const report = 'query ($id: ID!) { itemAnalysis(examId: $id) { at test { attempts items mean cronbachAlpha } items { versionId code stem facility discriminationIndex options { option key share text } flags { reason sentence } } } }';
interface Item {
  readonly versionId: string;
  readonly facility: number;
  readonly options: { option: string; key: boolean; share: number }[] | null;
  readonly flags: { reason: string; sentence: string }[];
}
const read = async (login: string, examId = sat.examId) => (await product.graphql(report, { id: examId }, sessions[login])) as { data: { itemAnalysis: { at: string | null; test: object | null; items: Item[] } | null }; errors?: { extensions: { code: string } }[] };
const analyse = (login: string) => product.graphql('mutation ($id: ID!) { analyseExam(examId: $id) { __typename } }', { id: sat.examId }, sessions[login]);

describe('the analysis of the questions of an exam', () => {
  it('is there once it was asked for, and names the questions that deserve a look, with the reason', async () => {
    expect((await read('keeper')).data.itemAnalysis).toMatchObject({ at: null, items: [] });
    expect((await analyse('keeper')).data).toEqual({ analyseExam: { __typename: 'AnalyseExamSuccess' } });
    await product.runJobs();
    const { data } = await read('keeper');
    expect(data.itemAnalysis).toMatchObject({ test: { attempts: 40, items: 5 } });
    const items = sat.questionIds.map((id) => data.itemAnalysis!.items.find(({ versionId }) => versionId === id)!);
    expect(items.map(({ facility }) => facility)).toEqual([1, 0.5, 0.5, 0.5, 0.5]);
    expect(items[0]!.flags.map(({ reason }) => reason)).toContain('too-easy');
    expect(items[4]!.flags.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['negative-discrimination', 'key-suspect']));
    expect(items[4]!.flags.find(({ reason }) => reason === 'key-suspect')!.sentence).toMatch(/100% 选 C/);
    expect(items[1]!.options).toMatchObject([{ option: 'A', key: true, share: 0.5 }, { option: 'B', key: false, share: 0.5 }, {}, {}]);
  });

  it('is for who keeps the exam alone, and hides what its reader is being asked', async () => {
    expect((await read('far')).data.itemAnalysis).toBeNull();
    expect((await analyse('far')).data).toEqual({ analyseExam: { __typename: 'NotFoundError' } });
    expect((await read('marker')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await exams.begin(keeperId, [sat.questionIds[4]!, sat.questionIds[3]!]);
    const { items } = (await read('keeper')).data.itemAnalysis!;
    const last = items.find(({ versionId }) => versionId === sat.questionIds[4])!;
    expect([last.options, last.flags.map(({ reason }) => reason).includes('key-suspect')]).toEqual([null, false]);
  });

  it('comes as a file', async () => {
    const response = await product.inject('GET', `/files/exams/${sat.examId}/items.xlsx`, sessions['keeper']);
    expect([response.statusCode, response.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect((await product.inject('GET', `/files/exams/${sat.examId}/items.xlsx`, sessions['far'])).statusCode).toBe(404);
  });

  it('is made at night for what has been graded since, and leaves out papers that wait for people', async () => {
    const { examId } = await exams.sat({ people: people.slice(0, 3), choices: 2, essays: 1 });
    const second = await exams.sat({ people: people.slice(0, 3), choices: 2, essays: 0 });
    await product.app.get(AnalyseDueJob).run();
    // A job each, so that an exam that cannot be analysed holds up no other.
    const asked = (await product.arrange((tx) => tx.query(`select payload ->> 'examId' as id from platform.outbox where name = 'assessment.analyse-items'`))) as { id: string }[];
    expect(asked.map(({ id }) => id)).toEqual(expect.arrayContaining([examId, second.examId]));
    await product.runJobs();
    expect((await read('keeper', examId)).data.itemAnalysis!.at).toBeNull();
    expect((await read('keeper', second.examId)).data.itemAnalysis!.test).toMatchObject({ attempts: 3 });
  });
});
