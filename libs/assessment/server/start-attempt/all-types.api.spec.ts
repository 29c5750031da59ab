import { TestApp } from '@skillhall/api/testing';
import { newId } from '@skillhall/kernel';
import { bareFace, type QuestionFace, type QuestionKey, rightChoice } from '@skillhall/question-bank/domain';
import type { Paper } from '../../domain/index.js';
import { assessmentInvariants, PrepareQuiz } from '../index.js';

let product: TestApp;
let hall: { id: string; path: string };
let session: string;
let quizId: string;
const keys = new Map<string, QuestionKey>();

const rows = <T>(sql: string, values: unknown[] = []): Promise<T[]> => product.arrange((tx) => tx.query(sql, values) as Promise<T[]>);

/** A question, or with `parts` a case; each version with its key. */
async function add(code: string, face: Partial<QuestionFace> & Pick<QuestionFace, 'type'>, key: QuestionKey, parts: readonly [Partial<QuestionFace> & Pick<QuestionFace, 'type'>, QuestionKey][] = []): Promise<void> {
  const [questionId, caseId] = [newId(), newId()];
  await product.arrange(async (tx) => {
    await tx.query('insert into question_bank.question (id, code, unit_id, unit_path, current_version, latest_version) values ($1, $2, $3, $4, 1, 1)', [questionId, code, hall.id, hall.path]);
    for (const [part, [shown, answer]] of ([[face, key], ...parts] as const).entries()) {
      const id = part ? newId() : caseId;
      const { type, stem, options, prompts, blanks } = { ...bareFace, stem: '问', ...shown };
      await tx.query(
        `insert into question_bank.question_version (id, question_id, version, part, case_id, type, stem, options, prompts, blanks, track, difficulty, content_hash)
         values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, 'business', 1, '\\x00')`,
        [id, questionId, part, part ? caseId : null, type, stem, ...[options, prompts, blanks].map((list) => JSON.stringify(list))],
      );
      await tx.query('insert into question_bank.question_key (version_id, key) values ($1, $2)', [id, JSON.stringify(answer)]);
      if (answer.kind !== 'parts') keys.set(id, answer);
    }
  });
}

const options = ['甲', '乙', '丙'].map((text, index) => ({ key: 'ABC'[index]!, text }));
const single: QuestionKey = { kind: 'choice', correct: ['A'], rule: 'allOrNothing', credits: null };

beforeAll(async () => {
  product = await TestApp.start();
  hall = await product.addUnit('Y1', 'hall');
  await product.addPerson('s1', hall);
  session = await product.signIn('s1');
  await add('T-1', { type: 'single', options }, single);
  await add('T-2', { type: 'fillIn', stem: '[[1]]、[[2]]', blanks: [{ kind: 'text', unit: null }, { kind: 'number', unit: 'V' }] }, { kind: 'blanks', anyOrder: false, blanks: [{ kind: 'text', matchCase: false, accepted: [{ text: '首问,负责', credit: 1 }] }, { kind: 'number', unit: 'V', accepted: [{ value: 220, tolerance: 0, credit: 1 }] }] });
  await add('T-3', { type: 'ordering', options }, { kind: 'order', correct: ['C', 'A', 'B'], rule: 'perPlace' });
  await add('T-4', { type: 'matching', options, prompts: [{ key: '1', text: '一' }, { key: '2', text: '二' }] }, { kind: 'match', correct: ['B', 'A'], rule: 'perPlace' });
  await add('T-5', { type: 'calculation', stem: '{{kwh}}', blanks: [{ kind: 'number', unit: '元' }] }, { kind: 'formula', variables: [{ name: 'kwh', least: 100, most: 900, step: 1 }], blanks: [{ formula: 'kwh*0.5', tolerance: 0, decimals: 2, unit: '元' }] });
  await add('T-6', { type: 'case' }, { kind: 'parts' }, [[{ type: 'single', options }, single], [{ type: 'trueFalse', options: [{ key: 'T', text: '正确' }, { key: 'F', text: '错误' }] }, { ...single, correct: ['F'] }]]);
  await add('T-7', { type: 'shortAnswer' }, { kind: 'rubric', criteria: [{ id: 'a', text: '说明', share: 1 }], modelAnswer: '示例' });
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
