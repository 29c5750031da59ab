import { TestApp } from '@skillhall/api/testing';
import { type QuestionKey, rightChoice } from '@skillhall/question-bank/domain';
import type { Paper } from '../../domain/index.js';
import { assessmentInvariants, PrepareQuiz } from '../index.js';
import { addQuestion, allTypes, type Part } from '../testing/a-bank.js';

let product: TestApp;
let hall: { id: string; path: string };
let session: string;
let quizId: string;
const keys = new Map<string, QuestionKey>();

const rows = <T>(sql: string, values: unknown[] = []): Promise<T[]> => product.arrange((tx) => tx.query(sql, values) as Promise<T[]>);

async function add(code: string, part: Part, parts: readonly Part[] = []): Promise<void> {
  const { versionIds, keys: added } = await addQuestion(product, code, part, { unit: hall }, parts);
  for (const [index, id] of versionIds.entries()) if (added[index]!.kind !== 'parts') keys.set(id, added[index]!);
}

beforeAll(async () => {
  product = await TestApp.start();
  hall = await product.addUnit('Y1', 'hall');
  await product.addPerson('s1', hall);
  session = await product.signIn('s1');
  const { single, fillIn, ordering, matching, calculation, trueFalse, shortAnswer } = allTypes;
  for (const [index, part] of [single, fillIn, ordering, matching, calculation].entries()) await add(`T-${index + 1}`, part);
  await add('T-6', [{ type: 'case' }, { kind: 'parts' }], [single, trueFalse]);
  await add('T-7', shortAnswer);
  const request = { origin: 'test', title: '各种题型', passMark: 60, timeLimitMinutes: 30, unit: hall };
  const quiz = await product.database.asSystem('a test', (tx) => product.app.get(PrepareQuiz).prepare(tx, { ...request, questionCodes: ['T-1', 'T-2', 'T-3', 'T-4', 'T-5', 'T-6', 'T-7'] }));
  quizId = (quiz as { quizId: string }).quizId;
});
afterAll(() => product.stop());

async function begin(): Promise<{ id: string; paper: Paper }> {
  const started = await product.graphql('mutation ($id: ID!) { startAttempt(quizId: $id) { ... on StartAttemptSuccess { attempt { id } } } }', { id: quizId }, session);
  const { id } = (started.data as { startAttempt: { attempt: { id: string } } }).startAttempt.attempt;
  const [{ paper }] = (await rows<{ paper: Paper }>('select paper from assessment.attempt where id = $1', [id])) as [{ paper: Paper }];
  return { id, paper };
}

const saving = 'mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { __typename ... on InvalidInputError { field } } }';
const save = async (attemptId: string, clientSeq: number, questionId: string, choice: readonly string[]) => (await product.graphql(saving, { input: { attemptId, clientSeq, questionId, choice } }, session)).data!['saveAnswer'];
const submit = (id: string) => product.graphql('mutation ($id: ID!) { submitAttempt(attemptId: $id) { ... on SubmitAttemptSuccess { attempt { receipt { passed score answered total } } } } }', { id }, session);
const result = async (id: string) => (await rows<Record<string, unknown>>('select marks::float8, max_marks::float8, pending, passed, score::float8 from assessment.attempt_result where attempt_id = $1', [id]))[0];

describe('a quiz of every type of question', () => {
  it('freezes what each needs, the parts of a case together, values drawn, and nothing of a key', async () => {
    const { id, paper } = await begin();
    const ofType = (type: string) => paper.questions.filter((question) => question.type === type);
    expect(paper.questions).toHaveLength(8);
    expect(ofType('fillIn')).toMatchObject([{ blanks: 2, optionKeys: [] }]);
    expect(ofType('matching')).toMatchObject([{ promptKeys: ['1', '2'] }]);
    expect(ofType('calculation')).toMatchObject([{ blanks: 1, values: { kwh: expect.any(Number) as number } }]);
    const places = paper.questions.flatMap(({ caseId }, index) => (caseId ? [index] : []));
    expect(places).toEqual([places[0], places[0]! + 1]);
    expect(JSON.stringify(paper)).not.toMatch(/formula|variables|correct|accepted/);
    await submit(id);
  });

  it('grades what can be graded, and leaves the verdict open for what people have to mark', async () => {
    const { id, paper } = await begin();
    for (const [index, question] of paper.questions.entries()) {
      const right = rightChoice(keys.get(question.id)!, question.values);
      const choice = question.type === 'fillIn' ? ['首问，负责。', '220 伏'] : question.type === 'matching' ? ['B', ''] : right;
      expect(await save(id, index + 1, question.id, choice)).toMatchObject({ __typename: 'SaveAnswerSuccess' });
    }
    expect((await submit(id)).data).toMatchObject({ submitAttempt: { attempt: { receipt: { passed: null, answered: 8, total: 8 } } } });
    expect(await result(id)).toEqual({ marks: 6.5, max_marks: 8, pending: 1, passed: null, score: 81.3 });
    const [log] = await rows<{ choice: string[] }>(`select l.choice from assessment.answer_log l join question_bank.question_version v on v.id = l.question_id where v.type = 'fillIn' and l.attempt_id = $1`, [id]);
    expect(log!.choice).toEqual(['首问，负责。', '220 伏']);
    expect(await rows(assessmentInvariants.I4_scoresFollowFromLogAndKey)).toEqual([]);
  });

  it('refuses an answer that does not fit the question', async () => {
    const { id, paper } = await begin();
    const idOf = (type: string): string => paper.questions.find((question) => question.type === type)!.id;
    const unsound: [string, string[]][] = [['fillIn', ['a']], ['fillIn', ['a\u001f', 'b']], ['matching', ['B', 'Z']], ['ordering', ['A', 'A']], ['shortAnswer', ['a', 'b']], ['calculation', ['字'.repeat(201)]]];
    for (const [type, choice] of unsound) expect(await save(id, 1, idOf(type), choice)).toEqual({ __typename: 'InvalidInputError', field: 'choice' });
  });
});
