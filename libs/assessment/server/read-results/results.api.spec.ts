import { TestApp } from '@skillhall/api/testing';
import { openTable } from '@skillhall/platform/tabular';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SatExams } from '../testing/sat-exams.js';

let product: TestApp;
let sat: Awaited<ReturnType<SatExams['sat']>>;
let exams: SatExams;
let folder: string;
const places: Record<string, { id: string; path: string }> = {};
const people: Record<string, string> = {};
const sessions: Record<string, string> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skillhall-results-'));
  product = await TestApp.start({ TIME_ZONE: 'Asia/Urumqi' });
  const city = (places['city'] = await product.addUnit('C', 'city'));
  for (const county of ['A', 'B']) {
    places[county] = await product.addUnit(county, 'county', city, `${county}县`);
    places[`${county}1`] = await product.addUnit(`${county}1`, 'hall', places[county], `${county}一厅`);
  }
  exams = new SatExams(product, city);
  people['examiner'] = await product.addPerson('examiner', city, ['examiner']);
  people['county'] = await product.addPerson('county', places['A']!, ['manager']);
  people['clerk'] = await product.addPerson('clerk', places['A1']!);
  // Six sit in the one county, two in the other, and one who was admitted comes to neither.
  for (let n = 1; n <= 6; n++) people[`a${n}`] = await product.addPerson(`a${n}`, places['A1']!, [], n === 1 ? '=1+1' : `甲${n}`);
  for (let n = 1; n <= 2; n++) people[`b${n}`] = await product.addPerson(`b${n}`, places['B1']!, [], `乙${n}`);
  people['late'] = await product.addPerson('late', places['A1']!, [], '没来');
  for (const login of ['examiner', 'county', 'clerk', 'a1']) sessions[login] = await product.signIn(login);
  const order = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'b1', 'b2'].map((login) => people[login]!);
  // The first two have all five right, the next ones fewer and fewer.
  sat = await exams.sat({ people: order, choices: 5, essays: 0, choose: (person, question) => (question < 5 - Math.max(0, person - 1) ? 'A' : 'B') });
});
afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true });
});

const ask = async (login: string, query: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await product.graphql(query, variables, sessions[login]);
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as Record<string, unknown>;
};
const figures = 'sat passed pending mean spread { least median most }';
const results = `query ($id: ID!, $unit: ID, $sitting: ID) { examResults(id: $id, unitId: $unit, sittingId: $sitting) { title summary { ${figures} absent bins } units { unitName ${figures} } people { totalCount nodes { name score passed attemptId } } absent { totalCount nodes { name } } sittings { over } } }`;

describe('the results of an exam', () => {
  it('are counted over everybody in scope, rolled up by what lies right below the unit', async () => {
    const all = await ask('examiner', results, { id: sat.examId });
    expect(all).toMatchObject({ summary: { sat: 8, passed: 4, pending: 0, mean: 50, spread: { least: 0, median: 50, most: 100 }, bins: [2, 0, 1, 0, 1, 0, 1, 0, 1, 2] }, sittings: [{ over: true }] });
    const rolled = await ask('examiner', results, { id: sat.examId, unit: places['city']!.id });
    expect(rolled['units']).toMatchObject([{ unitName: 'A县', sat: 6, passed: 4, spread: { most: 100 } }, { unitName: 'B县', sat: 2, passed: 0, mean: 0, spread: null }]);
    expect((await ask('examiner', results, { id: sat.examId, unit: places['A']!.id }))['units']).toMatchObject([{ unitName: 'A一厅', sat: 6 }]);
  });

  it('name who did not come, and not those who were never asked to', async () => {
    const { absent } = (await ask('examiner', results, { id: sat.examId, unit: places['A1']!.id })) as { absent: { nodes: { name: string }[] } };
    expect(absent.nodes.map(({ name }) => name).sort()).toEqual(['人员clerk', '没来']);
  });

  it('end at the border of whoever reads them, however the exam is kept above', async () => {
    const own = (await ask('county', results, { id: sat.examId })) as { summary: object; people: { nodes: { name: string }[] } };
    expect(own).toMatchObject({ summary: { sat: 6 }, people: { totalCount: 6 } });
    expect(own.people.nodes.some(({ name }) => name.startsWith('乙'))).toBe(false);
    expect(await ask('county', results, { id: sat.examId, unit: places['B1']!.id })).toMatchObject({ summary: { sat: 0 }, units: [], people: { totalCount: 0 } });
    expect(await ask('county', 'query { examsSat { totalCount nodes { id sat } } }')).toMatchObject({ totalCount: 1, nodes: [{ id: sat.examId, sat: 6 }] });
    expect((await product.graphql(results, { id: sat.examId }, sessions['clerk'])).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('come as a file in which a name that looks like a formula is a text', async () => {
    const response = await product.inject('GET', `/files/exams/${sat.examId}/results.xlsx?unit=${places['A']!.id}`, sessions['county']);
    expect([response.statusCode, response.headers['cache-control']]).toEqual([200, 'private, no-store']);
    const path = join(folder, 'results.xlsx');
    await writeFile(path, response.rawPayload);
    const table = await openTable(path, {});
    const cells = [];
    for await (const batch of table.rows()) for (const row of batch) cells.push(row.cells.map((cell) => (cell as { value?: unknown } | null)?.value ?? cell));
    expect(JSON.stringify(cells)).toContain('=1+1');
    expect(response.rawPayload.includes(Buffer.from('<f>'))).toBe(false);
    const [{ began }] = (await product.arrange((tx) => tx.query(`select to_char(started_at at time zone 'Asia/Urumqi', 'YYYY-MM-DD HH24:MI:SS') as began from assessment.attempt where id = $1`, [sat.attempts[0]]))) as [{ began: string }];
    expect(JSON.stringify(cells.find((row) => row[0] === '=1+1'))).toContain(began);
    expect((await product.inject('GET', `/files/exams/${sat.examId}/results.xlsx`, sessions['clerk'])).statusCode).toBe(403);
    const [{ n }] = (await product.arrange((tx) => tx.query(`select count(*)::int as n from platform.audit_entry where action = 'exam.results-exported'`))) as [{ n: number }];
    expect(n).toBe(1);
  });
});

describe('a paper as evidence', () => {
  const paper = 'query ($id: ID!) { paperEvidence(attemptId: $id) { personName receiptCode grades { cause score } answers { choice marks question { stem } given { marks } } events { kind } incidents { kind } } }';

  it('shows answers, marks and what happened to who answers for the people, and to nobody else', async () => {
    expect(await ask('county', paper, { id: sat.attempts[2]! })).toMatchObject({ personName: '甲3', grades: [{ cause: 'first', score: 80 }], answers: [{ choice: ['A'], marks: 4 }, {}, {}, {}, { choice: ['B'], marks: 0 }] });
    expect(await ask('county', paper, { id: sat.attempts[7]! })).toBeNull();
    expect((await product.graphql(paper, { id: sat.attempts[0] }, sessions['a1'])).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('stays shut while anybody still writes at the sitting, and while the reader is asked the same', async () => {
    const open = await exams.begin(people['clerk']!, sat.questionIds);
    expect(await ask('examiner', paper, { id: open })).toBeNull();
    await exams.begin(people['county']!, [sat.questionIds[0]!, sat.questionIds[1]!]);
    const { answers } = (await ask('county', paper, { id: sat.attempts[2]! })) as { answers: { question: { stem: string } }[] };
    expect(answers.map(({ question }) => question.stem)).toEqual(['单选题3', '单选题4', '单选题5']);
  });

  it('never is the reader’s own', async () => {
    const own = await exams.sat({ people: [people['examiner']!], choices: 1, essays: 0 });
    expect(await ask('examiner', paper, { id: own.attempts[0]! })).toBeNull();
  });
});
