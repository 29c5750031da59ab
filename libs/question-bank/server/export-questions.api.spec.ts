import { TestApp } from '@skillhall/api/testing';
import { ImportRunner } from '@skillhall/platform/imports';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readQuestions } from '../domain/index.js';
import { readQuestionFile } from './exchange/question-file.js';
import { KEY_WITHHOLDING, type KeyWithholding } from './key-withholding.js';

interface Told {
  readonly id: string;
  readonly status: string;
  readonly total: number;
  readonly written: number;
  readonly losses: number;
  readonly withheld: number;
  readonly fileId: string;
  readonly fileName: string;
  readonly lossesFileId: string | null;
}
const fields = 'id status total done written losses withheld fileId fileName lossesFileId';
let product: TestApp;
let folder: string;
let session: string;

async function asked(input: Record<string, unknown>, by = session): Promise<Told> {
  const { data } = await product.graphql(`mutation ($input: ExportQuestionsInput!) { exportQuestions(input: $input) { ... on ExportQuestionsSuccess { export { id status } } } }`, { input }, by);
  const { id } = (data as { exportQuestions: { export: { id: string } } }).exportQuestions.export;
  await product.runJobs();
  return (await found(id, by))!;
}
async function found(id: string, by = session): Promise<Told | null> {
  const { data } = await product.graphql(`query ($id: ID!) { questionExport(id: $id) { ${fields} } }`, { id }, by);
  return (data as { questionExport: Told | null }).questionExport;
}
const text = async (fileId: string, by = session): Promise<string> => (await product.inject('GET', `/files/${fileId}`, by)).payload;

const rows = [
  '题号,题型,题干,选项A,选项B,答案,解析,类别,难度,公式,变量,小题,章节',
  'E-1,单选题,先核对什么？,天数,示数,B,先看示数。,业务知识,2,,,,抄表/示数',
  'E-2,计算题,用电{{kwh}}千瓦时，电费多少元？,,,,,业务知识,3,kwh*0.5 保留2位 [元],kwh=100~300/10,,抄表',
  'E-3,案例分析题,老人不会用机器。,,,,,业务知识,3,,,"（1）该怎么做？（A）\nA、陪着办\nB、不理会",',
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skillhall-export-'));
  product = await TestApp.start();
  const city = await product.addUnit('C', 'city');
  const [north, south] = [await product.addUnit('X1', 'county', city), await product.addUnit('X2', 'county', city)];
  for (const [login, unit] of [['x1', north], ['x2', south]] as const) await product.addPerson(login, unit, ['examiner']);
  await product.addPerson('staff', north, []);
  session = await product.signIn('x1');
  await writeFile(join(folder, 'bank.csv'), rows.join('\n'));
  const options = { unit: north.id };
  await product.app.get(ImportRunner).run({ kind: 'questions', path: join(folder, 'bank.csv'), fileName: 'bank.csv', dryRun: false, actor: null, locale: 'zh-CN', options });
});
afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true });
});

describe('questions taken out of the bank', () => {
  it('come with keys and categories, and back in they change nothing', async () => {
    const told = await asked({ format: 'json' });
    expect(told).toMatchObject({ status: 'done', total: 3, written: 3, losses: 0, withheld: 0, fileName: '题目.json', lossesFileId: null });
    const content = await text(told.fileId);
    expect(readQuestions('json', content).questions.map(({ number, category, type }) => [number, category, type])).toEqual([['E-1', '抄表/示数', 'single'], ['E-2', '抄表', 'calculation'], ['E-3', null, 'case']]);
    const path = join(folder, 'again.json');
    await writeFile(path, content);
    const categories = () => product.database.asSystem('the tree is looked at', (tx) => tx.query('select name, unit_id from question_bank.category order by id') as Promise<object[]>);
    const tree = await categories();
    const again = await product.app.get(ImportRunner).run({ kind: 'questions', path, fileName: 'again.json', dryRun: false, actor: null, locale: 'zh-CN', options: { format: 'json' } });
    expect(again).toMatchObject({ rejected: [], counts: { created: 0, updated: 0, unchanged: 3 } });
    expect([tree.length, await categories()]).toEqual([2, tree]);
  });

  it('are those that the list was filtered to', async () => {
    const told = await asked({ format: 'zh_text', filter: { search: 'E-1' } });
    expect([told.written, await text(told.fileId)]).toEqual([1, expect.stringContaining('先核对什么？')]);
  });

  it.each([['xlsx', 'xlsx'], ['csv', 'csv'], ['gift', 'gift'], ['moodle_xml', 'xml'], ['aiken', 'txt'], ['zh_text', 'txt'], ['json', 'json']] as const)('are written as %s, as the reader of that format knows them again', async (format, ending) => {
    const told = await asked({ format, filter: { search: 'E-1' } });
    expect(told).toMatchObject({ status: 'done', written: 1, fileName: `题目.${ending}` });
    const path = join(folder, `out.${ending}`);
    await writeFile(path, (await product.inject('GET', `/files/${told.fileId}`, session)).rawPayload);
    const { questions, problems } = await readQuestionFile(format === 'moodle_xml' ? 'moodle-xml' : format === 'zh_text' ? 'zh-text' : format, path);
    expect([problems, questions.map(({ type, stem, options }) => [type, stem, options.map(({ text: said, credit }) => [said, credit])])]).toEqual([[], [['single', '先核对什么？', [['天数', 0], ['示数', 1]]]]]);
  });

  it('leave a list of what the format does not hold', async () => {
    const told = await asked({ format: 'gift' });
    expect(told.written).toBe(2);
    const list = await text(told.lossesFileId!);
    expect(list).toContain('题号,没有写进去的');
    expect(list).toContain('E-2,此格式没有这种题，未写出。');
    expect(list).toContain('E-3,案例已拆成单独的题，每题带上案例原文。');
    expect(list.trim().split(/\r?\n/)).toHaveLength(told.losses + 1);
  });

  it('are not those that whoever asks is being asked just now, nor the case that one of them is part of', async () => {
    const withholding = product.app.get<KeyWithholding>(KEY_WITHHOLDING);
    const [{ id }] = await product.database.asSystem('a part of the case is found', (tx) => tx.query('select id from question_bank.question_version where part = 1') as Promise<[{ id: string }]>);
    const spy = jest.spyOn(withholding, 'withheld').mockImplementation((_tx, _person, ids) => Promise.resolve(new Set(ids.filter((each) => each === id))));
    const told = await asked({ format: 'json' });
    spy.mockRestore();
    expect(told).toMatchObject({ written: 2, withheld: 1, losses: 1 });
    expect(readQuestions('json', await text(told.fileId)).questions.map(({ number }) => number)).toEqual(['E-1', 'E-2']);
    expect(await text(told.lossesFileId!)).toContain('E-3,您正在作答的试卷里有这道题');
  });

  it('are of the own subtree alone, for the eyes of who asked, and entered in the log', async () => {
    const told = await asked({ format: 'json' });
    const other = await product.signIn('x2');
    expect(await found(told.id, other)).toBeNull();
    expect((await product.inject('GET', `/files/${told.fileId}`, other)).statusCode).toBe(404);
    expect(await asked({ format: 'json' }, other)).toMatchObject({ total: 0, written: 0 });
    expect(await found('nonsense')).toBeNull();
    const entries = await product.arrange((tx) => tx.query(`select details from platform.audit_entry where action = 'question.exported' and subject_id = $1`, [told.id]) as Promise<{ details: object }[]>);
    expect(entries).toEqual([{ details: { questions: 3, format: 'json', file: '题目.json' } }]);
  });

  it('are not for who may not read the bank', async () => {
    const { errors } = await product.graphql('mutation { exportQuestions(input: { format: json }) { __typename } }', {}, await product.signIn('staff'));
    expect(errors).toHaveLength(1);
  });
});
