import { TestApp } from '@skillhall/api/testing';
import { newId } from '@skillhall/kernel';
import { buildSchema, getNamedType, isObjectType, isUnionType, type GraphQLNamedType } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assessmentInvariants } from '../index.js';
import { SatExams } from '../testing/sat-exams.js';

let product: TestApp;
let world: SatExams;
const sessions: Record<string, string> = {};
const people: Record<string, string> = {};
const markers = ['m1', 'm2', 'm3'];

beforeAll(async () => {
  product = await TestApp.start();
  const city = await product.addUnit('C', 'city');
  const hall = await product.addUnit('Y1', 'hall', city);
  const other = await product.addUnit('Y2', 'hall', city);
  world = new SatExams(product, hall);
  for (const login of markers) people[login] = await product.addPerson(login, hall, ['trainer']);
  people['keeper'] = await product.addPerson('keeper', hall, ['examiner']);
  people['far'] = await product.addPerson('far', other, ['trainer']);
  for (const login of ['s1', 's2', 's3', 's4']) people[login] = await product.addPerson(login, hall, [], `考生${login}`);
  for (const login of Object.keys(people)) sessions[login] = await product.signIn(login);
});
afterAll(() => product.stop());

const answerFields = 'id questionId stem maxMarks answer modelAnswer criteria { id text marks } earlier { marks comment }';
const ask = async (login: string, query: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await product.graphql(query, variables, sessions[login]);
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as Record<string, unknown> & { __typename: string };
};
interface Claimed {
  readonly id: string;
  readonly questionId: string;
  readonly answer: string[];
  readonly criteria: { id: string; marks: number }[];
  readonly earlier: { marks: number; comment: string | null }[];
}
const claim = (login: string, examId: string, questionId: string | null = null) =>
  ask(login, `mutation ($e: ID!, $q: ID) { claimAnswer(examId: $e, questionId: $q) { __typename ... on UserError { code } ... on ClaimAnswerSuccess { answer { ${answerFields} } } } }`, { e: examId, q: questionId }) as Promise<{ __typename: string; code?: string; answer: Claimed }>;
const mark = (login: string, { id, criteria }: Claimed, share: number, comment: string | null = null) =>
  ask(login, 'mutation ($input: MarkAnswerInput!) { markAnswer(input: $input) { __typename ... on UserError { code } ... on InvalidInputError { field } ... on MarkAnswerSuccess { state } } }', { input: { id, criteria: criteria.map((line) => ({ id: line.id, share })), comment } });
const claimAndMark = async (login: string, examId: string, share: number) => mark(login, (await claim(login, examId)).answer, share);
const rows = <T>(sql: string, values: unknown[] = []): Promise<T[]> => product.arrange((tx) => tx.query(sql, values) as Promise<T[]>);
const later = (attemptId: string) => rows<{ cause: string; marks: number; pending: number; passed: boolean }>('select cause, marks::float8, pending, passed from assessment.later_result where attempt_id = $1 order by version', [attemptId]);
const told = async (attemptId: string) => (await rows<{ payload: { passed: boolean } }>(`select payload from platform.outbox where name = 'attempt.graded' and payload ->> 'attemptId' = $1`, [attemptId])).map(({ payload }) => payload.passed);

describe('a short answer', () => {
  it('is marked by two who see neither the person nor each other, and the mean is the result', async () => {
    const { examId, attempts } = await world.sat({ markers: 2, gap: 20, people: [people['s1']!] });
    const [one, two] = [await claim('m1', examId), await claim('m2', examId)];
    expect(one.answer).toMatchObject({ answer: ['先听客户说完'], modelAnswer: '示范答案', criteria: [{ marks: 3 }, { marks: 3 }], earlier: [] });
    expect([one, two].some((answer) => JSON.stringify(answer).includes('考生') || JSON.stringify(answer).includes(attempts[0]!))).toBe(false);
    expect(await mark('m1', one.answer, 8000)).toMatchObject({ state: 'once' });
    expect(await later(attempts[0]!)).toEqual([]);
    expect(await mark('m2', two.answer, 7000)).toMatchObject({ state: 'settled' });
    expect(await later(attempts[0]!)).toEqual([{ cause: 'marked', marks: 8.5, pending: 0, passed: true }]);
    expect(await told(attempts[0]!)).toEqual([true]);
  });

  it('goes to a third person where two are too far apart, who sees both marks and settles it', async () => {
    const { examId, attempts } = await world.sat({ markers: 2, gap: 20, people: [people['s1']!] });
    await claimAndMark('m1', examId, 10_000);
    expect(await mark('m2', (await claim('m2', examId)).answer, 2000, '只答了一半')).toMatchObject({ state: 'disputed' });
    expect(await claim('m1', examId)).toMatchObject({ __typename: 'NoAnswerLeft' });
    const third = await claim('m3', examId);
    expect(third.answer.earlier).toEqual([{ marks: 6, comment: null }, { marks: 1.2, comment: '只答了一半' }]);
    expect(await mark('m3', third.answer, 5000)).toMatchObject({ state: 'settled' });
    expect(await later(attempts[0]!)).toMatchObject([{ marks: 7 }]);
  });

  it('is never given to its own examinee, nor twice to one marker, nor to who may not mark there', async () => {
    const { examId } = await world.sat({ markers: 2, gap: 20, people: [people['m1']!] });
    expect(await claim('m1', examId)).toMatchObject({ __typename: 'NoAnswerLeft' });
    const { answer } = await claim('m2', examId);
    expect(await mark('m1', answer, 10_000)).toMatchObject({ code: 'OWN_PAPER' });
    await mark('m2', answer, 5000);
    expect(await mark('m2', answer, 10_000)).toMatchObject({ code: 'MARKED_BEFORE' });
    expect([await claim('far', examId), await mark('far', answer, 0)]).toMatchObject([{ code: 'NOT_FOUND' }, { code: 'NOT_FOUND' }]);
    expect((await product.graphql('query ($id: ID!) { markingQueue(examId: $id) { id } }', { id: examId }, sessions['far'])).data).toEqual({ markingQueue: null });
    expect((await product.graphql('query ($id: ID!) { markingQueue(examId: $id) { id } }', { id: examId }, sessions['s1'])).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is kept for who has begun, comes back to them, and is free again when it is put back or the time is up', async () => {
    const { examId } = await world.sat({ markers: 1, gap: 20, people: [people['s1']!] });
    const { answer } = await claim('m1', examId);
    expect((await claim('m1', examId)).answer.id).toBe(answer.id);
    expect(await claim('m2', examId)).toMatchObject({ __typename: 'NoAnswerLeft' });
    await ask('m1', 'mutation ($id: ID!) { releaseAnswer(id: $id) { __typename } }', { id: answer.id });
    expect((await claim('m2', examId)).answer.id).toBe(answer.id);
    expect(await mark('m1', answer, 1)).toMatchObject({ code: 'ANSWER_TAKEN' });
    await rows(`update assessment.marking_claim set until = now() - interval '1 minute'`);
    expect(await mark('m1', answer, 5000)).toMatchObject({ state: 'settled' });
    expect(await mark('m2', answer, 5000)).toMatchObject({ code: 'NOTHING_TO_MARK' });
  });

  it('wants every line of its rubric, and each within its range', async () => {
    const { examId } = await world.sat({ markers: 1, gap: 20, people: [people['s2']!] });
    const { answer } = await claim('m1', examId);
    expect(await mark('m1', { ...answer, criteria: answer.criteria.slice(1) }, 5000)).toMatchObject({ field: 'criteria' });
    expect(await mark('m1', answer, 10_001)).toMatchObject({ field: 'criteria' });
    expect(await mark('m1', { ...answer, criteria: [] }, 0)).toMatchObject({ field: 'share' });
  });

  it('of a question that the marker is asked on an open paper just now is not shown', async () => {
    const { examId, questionIds } = await world.sat({ markers: 1, gap: 20, people: [people['s3']!] });
    await world.begin(people['m1']!, questionIds);
    expect(await claim('m1', examId)).toMatchObject({ __typename: 'NoAnswerLeft' });
    expect(await claim('m2', examId)).toMatchObject({ __typename: 'ClaimAnswerSuccess' });
  });
});

describe('two markers who finish at once', () => {
  it('the last two answers of one paper settle it once, with both marks', async () => {
    const { examId, attempts, questionIds } = await world.sat({ markers: 1, gap: 20, people: [people['s1']!], essays: 2 });
    const [one, two] = [await claim('m1', examId, questionIds[1]!), await claim('m2', examId, questionIds[2]!)];
    await Promise.all([mark('m1', one.answer, 10_000), mark('m2', two.answer, 10_000)]);
    expect(await later(attempts[0]!)).toEqual([{ cause: 'marked', marks: 16, pending: 0, passed: true }]);
    expect(await told(attempts[0]!)).toEqual([true]);
  });

  it('and many who ask at once get answers of their own', async () => {
    const { examId } = await world.sat({ markers: 1, gap: 20, people: ['s1', 's2', 's3', 's4'].map((login) => people[login]!) });
    const claims = await Promise.all(markers.map((login) => claim(login, examId)));
    expect(new Set(claims.map(({ answer }) => answer.id)).size).toBe(3);
  });
});

describe('the queue', () => {
  it('counts what waits, and tells only who keeps the exam how far markers agree', async () => {
    const { examId } = await world.sat({ markers: 2, gap: 20, people: ['s1', 's2', 's3'].map((login) => people[login]!) });
    for (const share of [10_000, 5000]) await claimAndMark('m1', examId, share);
    for (const share of [10_000, 0]) await claimAndMark('m2', examId, share);
    const queue = 'query ($id: ID!) { markingQueue(examId: $id) { counts { waiting once disputed settled mine } questionsToMark { stem waiting once disputed settled mine agreement { answers exact meanAbsoluteDifference } } } }';
    expect(await ask('m1', queue, { id: examId })).toMatchObject({ counts: { waiting: 1, once: 0, disputed: 1, settled: 1, mine: 2 }, questionsToMark: [{ waiting: 1, mine: 2, agreement: null }] });
    expect(await ask('keeper', queue, { id: examId })).toMatchObject({ questionsToMark: [{ mine: 0, agreement: { answers: 2, exact: 0.5, meanAbsoluteDifference: 1.5 } }] });
    const { nodes } = (await ask('m1', 'query { examsToMark { totalCount nodes { id } } }')) as unknown as { nodes: { id: string }[] };
    expect(nodes.map(({ id }) => id)).toContain(examId);
    expect(await ask('far', 'query { examsToMark { totalCount nodes { id } } }')).toEqual({ totalCount: 0, nodes: [] });
  });
});

describe('what a marker can ask for', () => {
  it('holds no field and no type from which a person, a unit, a paper or another marker follows', () => {
    const schema = buildSchema(readFileSync(join(__dirname, '../../../../apps/api/schema.graphql'), 'utf8'));
    const seen = new Map<string, string[]>();
    const walk = (type: GraphQLNamedType): void => {
      if (isUnionType(type)) return type.getTypes().forEach(walk);
      if (!isObjectType(type) || seen.has(type.name)) return;
      const fields = Object.values(type.getFields());
      seen.set(type.name, fields.map(({ name }) => name));
      for (const field of fields) walk(getNamedType(field.type));
    };
    for (const name of ['ClaimAnswerResult', 'MarkAnswerResult', 'ReleaseAnswerResult', 'ExamToMarkPage']) walk(schema.getType(name)!);
    const words = [...seen].flatMap(([type, fields]) => fields.map((field) => `${type} ${field}`));
    // The unit of a blank is that of a quantity.
    expect(words.filter((word) => / .*(person|examinee|staff|unit|post|attempt|sitting|device|account|name|marker(?!s))/i.test(word)).sort()).toEqual(['DrawnValue name', 'QuestionBlank unit', 'QuestionMedia name']);
    expect(seen.get('EarlierMark')).toEqual(['comment', 'marks']);
  });

  it('holds no id that leads to a paper, not even for who may read papers', async () => {
    const { examId, attempts } = await world.sat({ markers: 1, gap: 20, people: [people['s4']!] });
    const { answer } = await claim('keeper', examId);
    expect(attempts).not.toContain(answer.id);
    expect((await rows('select from assessment.attempt where id = $1', [answer.id])).length).toBe(0);
    expect(await mark('keeper', { ...answer, id: newId() }, 0)).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('afterwards', () => {
  it('every invariant of attempts holds', async () => {
    const parameters: Record<string, unknown[]> = { I1_acknowledgedAnswersAreInTheLog: ['[]'], I2_noAnswerAfterTheEnd: [10], I5_noAttemptOpenLongAfterItsDeadline: [60] };
    for (const [name, sql] of Object.entries(assessmentInvariants)) expect({ name, rows: await rows(sql, parameters[name] ?? []) }).toEqual({ name, rows: [] });
  });
});
