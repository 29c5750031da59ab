import { TestApp } from '@skillhall/api/testing';
import { newId, type Actor } from '@skillhall/kernel';
import { ImportRunner } from '@skillhall/platform/imports';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Place {
  readonly id: string;
  readonly path: string;
}
let product: TestApp;
let folder: string;
let city: Place;
let north: Place;
let south: Place;

const head = '题号,题型,题干,选项A,选项B,选项C,选项D,答案,解析,类别,能力项,难度,条款';
const single = (code: string, stem = `题干${code}`): string => `${code},单选题,${stem},甲,乙,,,A,解析${code},业务知识,BIZ-3,2,`;
const examiner = (unit: Place): Actor => ({ accountId: newId(), personId: null, unitPath: null, name: '命题人', grants: [{ role: 'examiner', unitId: unit.id, path: unit.path }] });

async function take(actor: Actor | null, lines: readonly string[], dryRun = false, title = head) {
  const path = join(folder, 'bank.csv');
  await writeFile(path, [title, ...lines].join('\n'));
  return product.app.get(ImportRunner).run({ kind: 'questions', path, fileName: 'bank.csv', dryRun, actor, locale: 'zh-CN' });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skillhall-bank-'));
  product = await TestApp.start();
  city = await product.addUnit('C', 'city');
  north = await product.addUnit('X1', 'county', city);
  south = await product.addUnit('X2', 'county', city);
  for (const [number, unit] of [['e0', city], ['e1', north], ['e2', south]] as const) await product.addPerson(number, unit, ['examiner']);
  await take(examiner(city), [single('C-1'), 'C-2,多选题,哪些对,甲,乙,丙,,AC,,,COM-5,难,第一条', 'C-3,判断题,对吗,,,,,×,,法律法规,LAW-1,,']);
  await take(examiner(north), [single('N-1')]);
  await take(examiner(south), [single('S-1')]);
});
afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true });
});

const document = 'query ($filter: QuestionFilter, $offset: Int, $limit: Int) { questions(filter: $filter, offset: $offset, limit: $limit) { totalCount pageInfo { hasNextPage } nodes { id code version type key { ... on KeyForAuthor { correct explanation } } difficulty clause track options { key text } competency { code name } } } }';
interface Node {
  readonly id: string;
  readonly code: string;
}
async function list(login: string, variables: Record<string, unknown> = {}): Promise<{ totalCount: number; nodes: Node[] }> {
  const { data } = await product.graphql(document, variables, await product.signIn(login));
  return (data as { questions: { totalCount: number; nodes: Node[] } }).questions;
}
const codes = ({ nodes }: { nodes: Node[] }): string[] => nodes.map(({ code }) => code);

describe('questions', () => {
  it('are listed with their keys to who keeps them, in the own subtree alone', async () => {
    expect(codes(await list('e0'))).toEqual(['C-1', 'C-2', 'C-3', 'N-1', 'S-1']);
    expect(codes(await list('e1'))).toEqual(['N-1']);
    const { nodes } = await list('e0', { filter: { search: 'c-2' } });
    expect(nodes).toMatchObject([{ version: 1, type: 'multiple', key: { correct: ['A', 'C'], explanation: null }, difficulty: 5, clause: '第一条', track: 'communication', competency: { code: 'COM-5' } }]);
  });

  it('are found by track, type, competency and words, page by page', async () => {
    expect(codes(await list('e0', { filter: { track: 'law' } }))).toEqual(['C-3']);
    expect(codes(await list('e0', { filter: { type: 'multiple' } }))).toEqual(['C-2']);
    expect(codes(await list('e0', { filter: { competency: 'BIZ-3' } }))).toEqual(['C-1', 'N-1', 'S-1']);
    expect(codes(await list('e0', { filter: { search: '100%' } }))).toEqual([]);
    expect(await list('e0', { offset: 1, limit: 2 })).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true }, nodes: [{ code: 'C-2' }, { code: 'C-3' }] });
  });

  it('of another subtree are not found by their id, nor is what is no id', async () => {
    const [theirs] = (await list('e2')).nodes;
    const session = await product.signIn('e1');
    for (const id of [theirs!.id, newId(), 'nonsense']) expect(await product.graphql('query ($id: ID!) { questionForAuthor(id: $id) { code } }', { id }, session)).toEqual({ data: { questionForAuthor: null } });
  });

  it('of a neighbour stay hidden by row-level security where a query forgets its scope', async () => {
    const seen = await product.database.asActor(examiner(north), 'question.read', (tx) => tx.query('select code from question_bank.question order by code') as Promise<{ code: string }[]>);
    expect(seen.map(({ code }) => code)).toEqual(['C-1', 'C-2', 'C-3', 'N-1']);
    const versions = await product.database.asActor(examiner(north), 'question.read', (tx) => tx.query('select stem from question_bank.question_version') as Promise<unknown[]>);
    expect(versions).toHaveLength(4);
  });

  it('show no key to anybody but the system, not even to who may manage everything', async () => {
    const administrator: Actor = { ...examiner(city), grants: [{ role: 'administrator', unitId: null, path: '' }] };
    await expect(product.database.asActor(administrator, 'question.manage', (tx) => tx.query('select from question_bank.question_key'))).rejects.toThrow('permission denied');
  });

  it('keep what a version says for ever', async () => {
    for (const table of ['question_version', 'question_key']) await expect(product.arrange((tx) => tx.query(`update question_bank.${table} set ${table === 'question_key' ? 'explanation' : 'stem'} = 'x'`))).rejects.toThrow('never change');
  });
});

describe('importing questions', () => {
  it('says what is wrong with each row and takes in the others', async () => {
    const outcome = await take(examiner(north), [
      ',单选题,题干,甲,乙,,,A,,业务知识,,2,',
      'P-2,作文题,题干,甲,乙,,,A,,业务知识,,2,',
      'P-3,单选题,,甲,乙,,,A,,业务知识,,2,',
      'P-4,单选题,题干,甲,,,,A,,业务知识,,2,',
      'P-5,单选题,题干,甲,乙,,,D,,业务知识,,2,',
      'P-6,单选题,题干,甲,乙,,,AB,,业务知识,,2,',
      'P-7,单选题,题干,甲,乙,,,A,,业务知识,XXX-1,2,',
      'P-8,单选题,题干,甲,乙,,,A,,天文地理,,2,',
      'P-9,单选题,题干,甲,乙,,,A,,业务知识,,9,',
      'P-10,单选题,题干,甲,乙,,,,,业务知识,,2,',
      single('P-11'),
      single('P-11', '又一题'),
      single('S-1'),
    ]);
    expect(outcome.rejected.map(({ row, code }) => `${row} ${code}`)).toEqual([
      ...['2 missing-number', '3 unknown-type', '4 missing-stem', '5 too-few-options', '6 key-not-an-option', '7 single-needs-one-key'],
      ...['8 unknown-competency', '9 unknown-track', '10 bad-difficulty', '11 missing-answer', '13 duplicate-number', '14 number-taken'],
    ]);
    expect(outcome.rejected.find(({ row }) => row === 13)!.message).toContain('第12行');
    expect(outcome).toMatchObject({ accepted: 1, counts: { created: 1, updated: 0, unchanged: 0 } });
    expect(codes(await list('e1'))).toEqual(['N-1', 'P-11']);
  });

  it('in a dry run tells the same and writes nothing', async () => {
    expect(await take(examiner(north), [single('D-1'), single('N-1', '改了')], true)).toMatchObject({ counts: { created: 1, updated: 1, unchanged: 0 } });
    expect(codes(await list('e1'))).not.toContain('D-1');
  });

  it('leaves unchanged rows alone and makes the next version of a changed one, under other titles too', async () => {
    expect(await take(examiner(south), [single('S-1')])).toMatchObject({ counts: { created: 0, updated: 0, unchanged: 1 } });
    const english = 'Question number,Question type,Question,Option A,Option B,Option C,Option D,Correct answer,Explanation,Track,Competency,Difficulty,Clause';
    expect(await take(examiner(south), ['S-1,single choice,题干S-1,甲,乙,,,b,解析S-1,business,BIZ-3,2,'], false, english)).toMatchObject({ counts: { updated: 1 }, rejected: [] });
    expect((await list('e2')).nodes).toMatchObject([{ code: 'S-1', version: 2, key: { correct: ['B'] } }]);
  });

  it('of one number by two people at a time gives it to one question', async () => {
    const outcomes = await Promise.all([1, 2, 3].map(async (n) => {
      const path = join(folder, `same-${n}.csv`);
      await writeFile(path, [head, single('SAME', `第${n}种`)].join('\n'));
      return product.app.get(ImportRunner).run({ kind: 'questions', path, fileName: 'same.csv', dryRun: false, actor: examiner(south), locale: 'zh-CN' });
    }));
    expect(outcomes.map(({ counts }) => counts.created).sort()).toEqual([0, 0, 1]);
    expect((await list('e2', { filter: { search: 'SAME' } })).nodes).toMatchObject([{ version: 3 }]);
  });

  it('takes in the bank of the demo world without a single problem', async () => {
    const path = join(__dirname, '../../../tools/demo-world/content/questions.csv');
    const outcome = await product.app.get(ImportRunner).run({ kind: 'questions', path, fileName: 'questions.csv', dryRun: true, actor: null, locale: 'zh-CN' });
    expect(outcome).toMatchObject({ failure: null, rejected: [], counts: { created: 149 } });
  });
});
