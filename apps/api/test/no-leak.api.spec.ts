import { TestApp } from '@skillhall/api/testing';
import { newId } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { buildSchema, type GraphQLField, type GraphQLNamedType, type GraphQLSchema, getNamedType, isEnumType, isInterfaceType, isNonNullType, isObjectType, isScalarType, isUnionType } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const schema = buildSchema(readFileSync(join(__dirname, '../schema.graphql'), 'utf8'));
// It asks for everything by every id there is: a minute alone, more beside other tests.
jest.setTimeout(300_000);

/** Everything that can be selected of a type, so deep, arguments that must be given left out. */
function everything(graph: GraphQLSchema, type: GraphQLNamedType, depth: number, path: readonly string[] = []): string {
  if (isScalarType(type) || isEnumType(type)) return '';
  if (isUnionType(type)) return `{ __typename ${type.getTypes().map((one) => `... on ${one.name} ${everything(graph, one, depth, path)}`).join(' ')} }`;
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (field.args.some((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined)) return [];
    if (isScalarType(named) || isEnumType(named)) return [field.name];
    if (depth <= 1 || path.includes(named.name)) return [];
    const inner = everything(graph, named, depth - 1, [...path, named.name]);
    return inner === '{ __typename }' ? [] : [`${field.name} ${inner}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

interface Sample {
  readonly ids: readonly string[];
}

/** A root field asked with every id that the examinee could know; undefined where it wants more than ids and optional things. */
function questionsOf(field: GraphQLField<unknown, unknown>, { ids }: Sample): string[] {
  const wanted = field.args.filter((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined);
  if (wanted.some((argument) => !['ID', 'String', 'Int'].includes(getNamedType(argument.type).name))) return [];
  const given = wanted.length ? ids : [''];
  return given.flatMap((id) => {
    const values = wanted.map((argument) => `${argument.name}: ${getNamedType(argument.type).name === 'Int' ? 1 : JSON.stringify(id)}`);
    return onePartEach(getNamedType(field.type)).map((selection) => `{ ${field.name}${values.length ? `(${values.join(', ')})` : ''} ${selection} }`);
  });
}

/** One selection for each field, so that none is refused for costing too much together with the others. */
function onePartEach(type: GraphQLNamedType): string[] {
  const plain = everything(schema, type, 1);
  if (!isObjectType(type)) return [everything(schema, type, 3)];
  const parts = Object.values(type.getFields()).filter((field) => isObjectType(getNamedType(field.type)) && !field.args.some((argument) => isNonNullType(argument.type)));
  return [plain, ...parts.map((field) => `{ ${field.name} ${everything(schema, getNamedType(field.type), 3, [type.name])} }`)];
}

const secrets = ['秘密解析', '秘密范文', '秘密要点', '秘密填空', '秘密公式', '765432', '9183.27'];
const letters = ['A', 'B', 'C'];
const options = letters.map((key) => ({ key, text: `选项${key}` }));

const questions = [
  { type: 'single', options, prompts: [], blanks: [], key: { kind: 'choice', correct: ['B'], rule: 'allOrNothing', credits: { A: 9183.27 } } },
  { type: 'multiple', options, prompts: [], blanks: [], key: { kind: 'choice', correct: ['A', 'C'], rule: 'perOption', credits: { A: 9183.27 } } },
  { type: 'fillIn', options: [], prompts: [], blanks: [{ kind: 'text', unit: null }], key: { kind: 'blanks', blanks: [{ kind: 'text', accepted: [{ text: '秘密填空', credit: 1 }], matchCase: false }], anyOrder: false } },
  { type: 'numeric', options: [], prompts: [], blanks: [{ kind: 'number', unit: 'V' }], key: { kind: 'blanks', blanks: [{ kind: 'number', accepted: [{ value: 765432, tolerance: 0, credit: 1 }], unit: 'V' }], anyOrder: false } },
  { type: 'shortAnswer', options: [], prompts: [], blanks: [], key: { kind: 'rubric', criteria: [{ id: 'c1', text: '秘密要点', share: 1 }], modelAnswer: '秘密范文' } },
  { type: 'calculation', options: [], prompts: [], blanks: [{ kind: 'number', unit: null }], key: { kind: 'formula', variables: [{ name: 'x', least: 1, most: 9, step: 1 }], blanks: [{ formula: 'x + 765432', tolerance: 0, decimals: 0, unit: null }] } },
] as const;

let product: TestApp;
let session: string;
let sample: Sample;

/** Answers the ids of its version and of the question. */
async function add(tx: Transaction, unit: { id: string; path: string }, code: string, { type, options: shown, prompts, blanks, key }: (typeof questions)[number]): Promise<[string, string]> {
  const [questionId, versionId] = [newId(), newId()];
  await tx.query(`insert into question_bank.question (id, code, unit_id, unit_path, current_version, latest_version) values ($1, $2, $3, $4, 1, 1)`, [questionId, code, unit.id, unit.path]);
  await tx.query(
    `insert into question_bank.question_version (id, question_id, version, type, stem, options, prompts, blanks, track, difficulty, content_hash) values ($1, $2, 1, $3, '题干', $4, $5, $6, 'law', 3, '\\x00')`,
    [versionId, questionId, type, JSON.stringify(shown), JSON.stringify(prompts), JSON.stringify(blanks)],
  );
  await tx.query(`insert into question_bank.question_key (version_id, key, explanation) values ($1, $2, '秘密解析')`, [versionId, JSON.stringify(key)]);
  return [versionId, questionId];
}

beforeAll(async () => {
  product = await TestApp.start();
  const city = await product.addUnit('C', 'city');
  const personId = await product.addPerson('s1', city);
  session = await product.signIn('s1');
  const [examId, sittingId, attemptId, practiceId, freshId] = [newId(), newId(), newId(), newId(), newId()];
  const ids = await product.arrange(async (tx) => {
    const versions: string[] = [];
    for (const [n, one] of questions.entries()) versions.push(...(await add(tx, city, `L-${n}`, one)));
    const paper = { questions: questions.map(({ type, options: shown, blanks }, n) => ({ id: versions[n * 2], type, optionKeys: shown.map(({ key }) => key), blanks: blanks.length, marks: 1, ...(type === 'calculation' && { values: { x: 3 } }) })) };
    await tx.query(
      `insert into assessment.exam (id, title, unit_id, unit_path, state, minutes, pass_mark, blueprint, review) values ($1, '考试', $2, $3, 'published', 60, 60, '{"sections": []}', '{"mark": "submitted", "rightAnswer": "submitted", "explanation": "submitted"}')`,
      [examId, city.id, city.path],
    );
    await tx.query(`insert into assessment.sitting (id, exam_id, title, unit_id, unit_path, opens_at, closes_at, check_in) values ($1, $2, '场次', $3, $4, now() - interval '1 hour', now() + interval '1 day', 'code')`, [sittingId, examId, city.id, city.path]);
    await tx.query(`insert into assessment.sitting_secret (sitting_id, check_in_code) values ($1, '765432')`, [sittingId]);
    await tx.query(`insert into assessment.sitting_unit_admitted (sitting_id, unit_id, unit_path) values ($1, $2, $3)`, [sittingId, city.id, city.path]);
    await tx.query(
      `insert into assessment.attempt (id, sitting_id, person_id, unit_id, unit_path, state, started_at, deadline, paper) values ($1, $2, $3, $4, $5, 'open', now(), now() + interval '1 hour', $6)`,
      [attemptId, sittingId, personId, city.id, city.path, JSON.stringify(paper)],
    );
    // Practised before the paper was begun: what was told then is not told while it is open. And a round of which nothing is answered yet.
    const [unasked] = await add(tx, city, 'L-unasked', questions[0]);
    for (const [id, mode, asked] of [[practiceId, 'random', paper.questions], [freshId, 'ordered', [{ id: unasked, type: 'single', optionKeys: letters }]]] as const)
      await tx.query(`insert into assessment.practice (id, person_id, unit_id, unit_path, mode, questions) values ($1, $2, $3, $4, $5, $6)`, [id, personId, city.id, city.path, mode, JSON.stringify(asked)]);
    for (const [index, { id }] of paper.questions.entries())
      await tx.query(`insert into assessment.practice_answer (practice_id, position, question_id, choice, credit) values ($1, $2, $3, '{}', 0)`, [practiceId, index + 1, id]);
    return versions;
  });
  sample = { ids: [attemptId, practiceId, freshId, sittingId, examId, personId, city.id, ...ids.slice(0, 4)] };
});
afterAll(() => product.stop());

const leaked = (text: string): string[] => secrets.filter((secret) => text.includes(secret));

describe('an examinee with an open paper of every type of question, all of which they have practised before', () => {
  it('finds no key, mark, explanation or code in any answer or error of any query, whatever is asked for by whatever id', async () => {
    const found: string[] = [];
    const answered = new Set<string>();
    for (const field of Object.values(schema.getQueryType()!.getFields()))
      for (const query of questionsOf(field, sample)) {
        const response = await product.inject('POST', '/graphql', session, { 'content-type': 'application/json' }, JSON.stringify({ query }));
        const text = response.body + JSON.stringify(response.headers);
        if (leaked(text).length) found.push(`${field.name}: ${leaked(text).join()}`);
        const { data } = response.json<{ data: Record<string, unknown> | null }>();
        if (data?.[field.name] != null) answered.add(field.name);
      }
    expect(found).toEqual([]);
    // The walk did reach what is the examinee's own.
    expect([...answered]).toEqual(expect.arrayContaining(['attempt', 'attemptReview', 'missedAnswers', 'mySitting', 'mySittings', 'practice', 'practiceHome', 'viewer']));
  });

  it('sees the whole paper, so that the walk above was not through closed doors', async () => {
    const { data } = await product.graphql(`query ($id: ID!) { attempt(id: $id) { questions ${everything(schema, schema.getType('QuestionForExaminee')!, 3)} } }`, { id: sample.ids[0] }, session);
    const { attempt } = data as { attempt: { questions: { type: string }[] } };
    expect(attempt.questions.map(({ type }) => type)).toEqual(questions.map(({ type }) => type));
    expect(leaked(JSON.stringify(data))).toEqual([]);
  });

  it('would be found out: a key planted among what can be selected is selected by the walk', () => {
    const planted = buildSchema('type Query { attempt: Attempt } type Attempt { id: ID! questions: [Question!]! } type Question { stem: String! key: Key } type Key { correct: [String!]! }');
    expect(everything(planted, planted.getType('Attempt')!, 3)).toContain('key { __typename correct }');
  });
});
