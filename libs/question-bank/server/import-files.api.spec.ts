import { TestApp } from '@skillhall/api/testing';
import { newId, rolePermissions, type Actor, type Permission, type Role } from '@skillhall/kernel';
import { ImportRunner, type ImportOutcome } from '@skillhall/platform/imports';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readQuestions } from '../domain/index.js';

interface Place {
  readonly id: string;
  readonly path: string;
}
let product: TestApp;
let folder: string;
let city: Place;
let north: Place;

const who = (unit: Place, role: Role = 'examiner'): Actor => ({ accountId: newId(), personId: null, unitPath: null, name: '命题人', grants: [{ role, unitId: unit.id, path: unit.path }] });

async function take(actor: Actor | null, lines: readonly string[], options: Record<string, string>, { dryRun = false, name = '题.txt' } = {}): Promise<ImportOutcome> {
  const path = join(folder, newId());
  await writeFile(path, lines.join('\n'));
  return product.app.get(ImportRunner).run({ kind: 'questions', path, fileName: name, dryRun, actor, locale: 'zh-CN', options });
}

interface Standing {
  readonly code: string;
  readonly state: string;
  readonly unit: string;
  readonly category: string | null;
}
const standing = (search: string): Promise<Standing[]> =>
  product.database.asSystem('what stands in the bank is looked at', (tx) =>
    tx.query(
      `select q.code, q.latest_state as state, u.code as unit, (select string_agg(n.name, '/' order by n.level desc) from (
         with recursive up as (select id, parent_id, name, 1 as level from question_bank.category where id = q.category_id
           union all select c.id, c.parent_id, c.name, up.level + 1 from question_bank.category c join up on up.parent_id = c.id) select name, level from up) n) as category
       from question_bank.question q join directory.unit u on u.id = q.unit_id join question_bank.question_version v on v.id = q.shown_id where v.stem like $1 || '%' order by q.code`,
      [search],
    ),
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skillhall-files-'));
  product = await TestApp.start();
  city = await product.addUnit('C', 'city');
  north = await product.addUnit('X1', 'county', city);
});
afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true });
});

const zh = { format: 'zh-text', track: 'business' };
const text = ['一、单项选择题', '1、文先核对（B）。', 'A、天数', 'B、示数', '章节：抄表/示数', '2、文再核对（A）。', 'A、天数', 'B、示数', '三、判断题', '1、文电能表是计量器具。（√）'];

describe('a file of questions in plain text', () => {
  it('comes in under the next numbers of its track, in the categories that it names', async () => {
    expect(await take(who(city), text, zh)).toMatchObject({ failure: null, rejected: [], counts: { created: 3, updated: 0, unchanged: 0 } });
    expect(await standing('文')).toEqual([
      { code: 'BIZ-0001', state: 'live', unit: 'C', category: '抄表/示数' },
      { code: 'BIZ-0002', state: 'live', unit: 'C', category: null },
      { code: 'BIZ-0003', state: 'live', unit: 'C', category: null },
    ]);
  });

  it('brought again adds nothing, in whatever order', async () => {
    expect(await take(who(city), text, zh)).toMatchObject({ counts: { created: 0, updated: 0, unchanged: 3 } });
    expect(await take(who(city), ['三、判断题', '1、文电能表是计量器具。（√）', ...text.slice(0, 8)], zh)).toMatchObject({ counts: { created: 0, unchanged: 3 } });
    expect(await standing('文')).toHaveLength(3);
  });

  it('that says a question twice makes one of it, and names the second', async () => {
    const outcome = await take(who(city), ['1、双先核对（B）。', 'A、天数 B、示数', '2、双先核对（B）。', 'A、天数 B、示数'], zh);
    expect([outcome.counts.created, outcome.rejected.map(({ row, code, message }) => [row, code, message])]).toEqual([1, [[3, 'repeated-question', '与第1行的题完全一样，以那一道为准。']]]);
  });

  it('leaves out what is wrong and what had to be guessed, and hands both back in the same format', async () => {
    const lines = ['1、疑先核对（A）。', 'A、天数 B、示数', '2、疑再核对（A）。', 'A、天数 B、示数', '答案：B', '3、疑没有答案', 'A、天数 B、示数'];
    const outcome = await take(who(city), lines, zh);
    expect(outcome.rejected.map(({ row, code }) => [row, code])).toEqual([[3, 'keys-differ'], [6, 'single-needs-one-key']]);
    const [file, ...others] = outcome.files;
    expect([file!.kind, file!.name, others]).toEqual(['rejected', '题-未导入.txt', []]);
    expect(readQuestions('zh-text', String(file!.content)).questions.map(({ stem }) => stem.slice(0, 4))).toEqual(['疑再核对', '疑没有答']);
    expect((await take(who(city), lines, { ...zh, doubtful: 'take' })).rejected.map(({ code }) => code)).toEqual(['single-needs-one-key']);
    expect(await standing('疑')).toHaveLength(2);
  });

  it('in a dry run writes nothing, and leaves what was read to be looked at', async () => {
    const outcome = await take(who(city), ['1、试先核对（B）。', 'A、天数 B、示数', '难度：天'], zh, { dryRun: true });
    expect([outcome.counts.created, outcome.rejected.map(({ code }) => code)]).toEqual([0, ['bad-difficulty']]);
    const read = JSON.parse(String(outcome.files.find(({ kind }) => kind === 'read')!.content)) as object;
    expect(read).toMatchObject({ format: 'zh-text', total: 1, questions: [{ type: 'single', line: 1 }], problems: [{ line: 3, code: 'bad-difficulty', message: '看不懂难度“天”，未读入。' }] });
    expect(await standing('试')).toEqual([]);
  });
});

describe('a file of questions', () => {
  it.each([
    ['gift', '::G:: 格甲 {=对 ~错}'],
    ['aiken', '格乙\nA. 一\nB. 二\nANSWER: B'],
    ['json', '[{"type":"trueFalse","stem":"格丙","options":[{"text":"正确","credit":1},{"text":"错误","credit":0}]}]'],
    ['moodle-xml', '<quiz><question type="truefalse"><questiontext><text>格丁</text></questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>'],
    ['csv', '题型,题干,选项A,选项B,答案\n单选题,格戊,一,二,B'],
  ])('comes in as %s', async (format, content) => {
    expect(await take(who(city), [content], { format, track: 'law' })).toMatchObject({ failure: null, rejected: [], counts: { created: 1 } });
    expect(await take(who(city), [content], { format, track: 'law' })).toMatchObject({ counts: { created: 0, unchanged: 1 } });
  });

  it('that is no such file is refused in words, and nothing is written', async () => {
    expect((await take(who(city), ['PK\u0003\u0004'], { format: 'docx' })).failure).not.toBeNull();
    expect((await take(who(city), ['\0\0'], zh)).failure).toEqual({ code: 'not-text', message: '这不是文本文件' });
  });

  it('goes to the unit, category and state that were chosen', async () => {
    const categoryId = newId();
    await product.arrange((tx) => tx.query(`insert into question_bank.category (id, parent_id, name, unit_id, unit_path, position) values ($1, null, '选定', $2, $3, 0)`, [categoryId, city.id, city.path]));
    const lines = ['1、选先核对（B）。', 'A、天数 B、示数', '章节：别的'];
    expect(await take(who(city), lines, { ...zh, unit: north.id, category: categoryId, state: 'draft' })).toMatchObject({ failure: null, counts: { created: 1 } });
    expect(await standing('选')).toMatchObject([{ state: 'draft', unit: 'X1', category: '选定' }]);
  });

  it('is refused where the place is out of reach', async () => {
    const lines = ['1、越先核对（B）。', 'A、天数 B、示数'];
    expect((await take(who(north), lines, { ...zh, unit: city.id })).failure!.code).toBe('unit-out-of-reach');
    const [category] = await product.database.asSystem('a category is looked up', (tx) => tx.query('select id from question_bank.category where unit_id = $1 limit 1', [city.id]) as Promise<[{ id: string }]>);
    expect((await take(who(north), lines, { ...zh, category: newId() })).failure!.code).toBe('category-out-of-reach');
    const [beside, theirs] = [await product.addUnit('X3', 'county', city), newId()];
    await product.arrange((tx) => tx.query(`insert into question_bank.category (id, parent_id, name, unit_id, unit_path, position) values ($1, null, '邻县', $2, $3, 0)`, [theirs, beside.id, beside.path]));
    expect((await take(who(north), lines, { ...zh, category: theirs })).failure!.code).toBe('category-out-of-reach');
    expect((await take(who(north), lines, { ...zh, category: category.id })).failure).toBeNull();
    expect(await standing('越')).toMatchObject([{ unit: 'X1' }]);
  });

  it('comes into use at once only through who may review, there and everywhere they keep questions', async () => {
    // Of the roles there are, whoever writes questions reviews them as well.
    const writes = jest.replaceProperty(rolePermissions as Record<Role, readonly Permission[]>, 'trainer', [...rolePermissions.trainer, 'question.manage']);
    const lines = ['1、用先核对（B）。', 'A、天数 B、示数'];
    const author = who(north, 'trainer');
    expect((await take(author, lines, { ...zh, state: 'live' })).failure).toMatchObject({ code: 'live-not-allowed', message: expect.stringContaining('没有审题的权限') as string });
    const south = await product.addUnit('X2', 'county', city);
    const partly: Actor = { ...author, grants: [...author.grants, ...who(south).grants] };
    expect((await take(partly, lines, { ...zh, unit: south.id, state: 'live' })).failure!.code).toBe('live-not-allowed');
    expect(await standing('用')).toEqual([]);
    expect(await take(author, lines, { ...zh, unit: north.id })).toMatchObject({ failure: null, counts: { created: 1 } });
    expect(await standing('用')).toMatchObject([{ state: 'inReview' }]);
    writes.restore();
    expect(await take(who(north), ['1、用再核对（B）。', 'A、天数 B、示数'], { ...zh, state: 'live' })).toMatchObject({ failure: null, counts: { created: 1 } });
  });

  it('does not take a number that somebody writing a question was given meanwhile', async () => {
    const [{ last }] = await product.database.asSystem('the last number', (tx) => tx.query(`select max(substring(code from '[0-9]+$')::int) as last from question_bank.question where code like 'BIZ-%'`) as Promise<[{ last: number }]>);
    const lines = Array.from({ length: 3 }, (_, at) => [`${at + 1}、并${at}（B）。`, 'A、天数 B、示数']).flat();
    const next = `BIZ-${String(last + 2).padStart(4, '0')}`;
    await product.arrange((tx) => tx.query(`insert into question_bank.question (id, code, unit_id, unit_path, current_version) values ($1, $2, $3, $4, 0)`, [newId(), next, north.id, north.path]));
    expect(await take(who(city), lines, zh)).toMatchObject({ rejected: [], counts: { created: 3, updated: 0 } });
    expect((await standing('并')).map(({ code }) => code)).not.toContain(next);
  });

  it('may stand on one line, and what is odd is said of the question that it is about', async () => {
    const of = (stem: string, answers: string) => `<question type="multichoice"><questiontext><text>${stem}</text></questiontext><single>true</single>${answers}</question>`;
    const answers = '<answer fraction="100"><text>一</text></answer><answer fraction="0"><text>二</text></answer>';
    const xml = `<quiz>${of('线甲', answers)}${of('线乙', '<answer fraction="0"><text>一</text></answer><answer fraction="0"><text>二</text></answer>')}${of('线丙', answers)}</quiz>`;
    const outcome = await take(who(city), [xml], { format: 'moodle-xml', track: 'ethics' });
    expect([outcome.counts.created, new Set(outcome.rejected.map(({ row }) => row))]).toEqual([2, new Set([2])]);
    expect((await standing('线')).map(({ code }) => code)).toEqual(['ETH-0001', 'ETH-0002']);
  });

  it('may bring a number of many digits, behind which counting goes on', async () => {
    const trueFalse = { type: 'trueFalse', options: [{ text: '正确', credit: 1 }, { text: '错误', credit: 0 }] };
    const json = (...questions: object[]) => [JSON.stringify(questions.map((each) => ({ ...trueFalse, ...each })))];
    await take(who(city), json({ stem: '位甲', number: 'COM-999999999' }), { format: 'json', track: 'communication' });
    for (const stem of ['位乙', '位丙']) await take(who(city), json({ stem }), { format: 'json', track: 'communication' });
    expect((await standing('位')).map(({ code }) => code)).toEqual(['COM-1000000000', 'COM-1000000001', 'COM-999999999']);
  });
});

describe('starting an import of questions', () => {
  it('refuses options that there are not, and tells the page what came of the file, with what was left out to be had', async () => {
    await product.addPerson('q1', city, ['examiner']);
    const session = await product.signIn('q1');
    const fileId = await product.upload('题.txt', Buffer.from(['1、页先核对（B）。', 'A、天数 B、示数', '2、页没有答案', 'A、天数 B、示数'].join('\n')), session);
    const start = async (options: object[]) => (await product.graphql('mutation ($input: StartImportInput!) { startImport(input: $input) { __typename ... on StartImportSuccess { run { id options { name value } } } } }', { input: { fileId, kind: 'questions', dryRun: true, options } }, session)).data as { startImport: { __typename: string; run?: { id: string } } };
    expect((await start([{ name: 'format', value: 'doc' }])).startImport.__typename).toBe('InvalidInputError');
    expect((await start([{ name: 'toString', value: 'x' }])).startImport.__typename).toBe('InvalidInputError');
    const { run } = (await start([{ name: 'format', value: 'zh-text' }, { name: 'track', value: 'law' }])).startImport;
    await product.runJobs();
    const { data } = await product.graphql('query ($id: ID!) { importRun(id: $id) { status created rejected files { kind name fileId } } }', { id: run!.id }, session);
    expect(data).toMatchObject({ importRun: { status: 'done', created: 1, rejected: 1, files: [{ kind: 'read' }, { kind: 'rejected', name: '题-未导入.txt' }] } });
  });
});
