import { TestApp } from '@skillhall/api/testing';
import { ImportRunner, type ImportOutcome } from '@skillhall/platform/imports';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let product: TestApp;
let folder: string;

beforeAll(async () => {
  product = await TestApp.start();
  folder = await mkdtemp(join(tmpdir(), 'skillhall-import-'));
});
afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true });
});

async function take(kind: 'units' | 'people', lines: string[], options: { dryRun?: boolean; scope?: string } = {}): Promise<ImportOutcome> {
  const path = join(folder, 'file.csv');
  await writeFile(path, lines.join('\r\n'));
  const actor = options.scope === undefined ? null : { accountId: '00000000-0000-7000-8000-000000000000', personId: null, unitPath: null, name: 'hr', grants: [{ role: 'hr' as const, unitId: null, path: options.scope }] };
  return product.app.get(ImportRunner).run({ kind, path, fileName: 'file.csv', dryRun: options.dryRun ?? false, actor, locale: 'zh-CN' });
}

const codes = (outcome: ImportOutcome): string[] => outcome.rejected.map(({ row, field, code }) => `${row} ${field} ${code}`);
const rows = (sql: string) => product.arrange((tx) => tx.query(sql) as Promise<Record<string, unknown>[]>);

const unitHead = '单位编码,单位名称,上级编码,类型,营业厅等级,启用日期';
const unitFile = [unitHead, 'X1-Y1,东湖营业厅,X1,营业厅,B,2015-11-01', 'C,临江市供电公司,,市公司,,', 'X1,江北县供电公司,C,县公司,,2003-05-01', 'X2,江南区供电公司,C,县公司,,'];

describe('importing units', () => {
  it('writes nothing on a dry run, and says what it would do', async () => {
    expect((await take('units', unitFile, { dryRun: true })).counts).toEqual({ created: 4, updated: 0, unchanged: 0 });
    expect(await rows('select from directory.unit')).toHaveLength(0);
  });

  it('puts children below parents that stand later in the file', async () => {
    expect((await take('units', unitFile)).counts.created).toBe(4);
    expect(await rows('select code, path from directory.unit order by path')).toEqual([
      { code: 'C', path: '0001' },
      { code: 'X1', path: '00010001' },
      { code: 'X1-Y1', path: '000100010001' },
      { code: 'X2', path: '00010002' },
    ]);
  });

  it('changes nothing when the same file comes again', async () => {
    expect((await take('units', unitFile)).counts).toEqual({ created: 0, updated: 0, unchanged: 4 });
  });

  it('names each row that cannot be taken in: a circle, an unknown parent, a code twice, a missing type', async () => {
    const outcome = await take('units', [unitHead, 'A,甲,B,县公司,,', 'B,乙,A,县公司,,', 'D,丁,ZZ,营业厅,,', 'E,戊,C,,,', 'F,己,C,营业厅,,', 'F,己,C,营业厅,,', 'G,庚,C,棋牌室,,']);
    expect(codes(outcome)).toEqual(['2 parent unit-cycle', '3 parent unit-cycle', '4 parent unknown-parent', '5 type missing-type', '7 code duplicate-code', '8 type not-in-list']);
    expect(outcome.counts.created).toBe(1);
  });

  it('refuses a circle that would close over units already known', async () => {
    expect(codes(await take('units', [unitHead, 'C,临江市供电公司,X1-Y1,市公司,,']))).toEqual(['2 parent unit-cycle']);
  });

  it('takes in a long chain of units down to the deepest level, and names the rows below it', async () => {
    const chain = Array.from({ length: 20_000 }, (_, n) => `Z${n},链,${n ? `Z${n - 1}` : 'C'},部门,,`);
    const outcome = await take('units', [unitHead, ...chain.reverse()], { dryRun: true });
    expect(outcome).toMatchObject({ failure: null, counts: { created: 11 } });
    expect([...new Set(outcome.rejected.map(({ code }) => code))].sort()).toEqual(['too-deep', 'unknown-parent']);
  });

  it('moves no unit out of the subtree of whoever imports, neither to the top, nor below a neighbour, nor the own top', async () => {
    const before = await rows('select code, path from directory.unit order by code');
    const outcome = await take('units', [unitHead, 'X1-Y1,东湖营业厅,,营业厅,B,', 'X1-Y1,东湖营业厅,X2,营业厅,B,', 'X1,江北县供电公司,C,县公司,,', 'NEW,新,C,县公司,,'], { scope: '00010001' });
    expect(codes(outcome)).toEqual(['2 code unknown-unit', '3 code duplicate-code', '4 code unknown-unit', '5 code unknown-unit']);
    expect(codes(await take('units', [unitHead, 'X1-Y1,东湖营业厅,X2,营业厅,B,'], { scope: '00010001' }))).toEqual(['2 code unknown-unit']);
    expect(await rows('select code, path from directory.unit order by code')).toEqual(before);
  });

  it('keeps out units beyond the subtree of whoever imports', async () => {
    const outcome = await take('units', [unitHead, 'X2,改名,C,县公司,,', 'X1-Y9,新厅,X1,营业厅,,'], { scope: '00010001' });
    expect(codes(outcome)).toEqual(['2 code unknown-unit']);
    expect(outcome.counts.created).toBe(1);
  });
});

const head = '工号,姓名,性别,单位编码,岗位,入职日期,手机号,用工性质,到岗日期,离职日期';
const roster = [head, '１０００１,王　芳,女,X1-Y1,营业员,2012.11.27,10000001234,合同制,,', '10002,李强,男,X1,主管,2001/3/5,,合同制,,'];

describe('importing people', () => {
  it('takes in full-width numbers and stray blanks, opens employments, and a rerun changes nothing', async () => {
    expect((await take('people', roster)).counts).toEqual({ created: 2, updated: 0, unchanged: 0 });
    expect(await rows(`select p.staff_number, p.name, u.code, o.name as post, o.counter, e.during::text
      from directory.person p join directory.unit u on u.id = p.unit_id join directory.post o on o.id = p.post_id
      join directory.employment e on e.person_id = p.id order by 1`)).toEqual([
      { staff_number: '10001', name: '王芳', code: 'X1-Y1', post: '营业员', counter: true, during: '[2012-11-27,)' },
      { staff_number: '10002', name: '李强', code: 'X1', post: '主管', counter: false, during: '[2001-03-05,)' },
    ]);
    expect((await take('people', roster)).counts).toEqual({ created: 0, updated: 0, unchanged: 2 });
  });

  it('names the row and the field of everything that is wrong', async () => {
    const outcome = await take('people', [head, ',无号,女,X1,,,,,,', '10010,,女,X1,,,,,,', '10011,张三,女,ZZ,,,,,,', '10012,李四,女,X1,,2021-13-01,,,,', '10013,王五,女,X1,,2020-01-01,,,,2019-01-01', '10014,赵六,女,X1,,,,,,', '10014,赵六,女,X1,,,,,,']);
    expect(codes(outcome)).toEqual(['2 number missing-number', '3 name missing-name', '4 unit unknown-unit', '5 hiredOn bad-date', '6 leftOn left-before-hired', '8 number duplicate-number']);
    expect(outcome.rejected[2]!.message).toContain('ZZ');
    expect(outcome.counts.created).toBe(1);
  });

  it('records a move as the end of one employment and the begin of the next', async () => {
    await take('people', [head, '10001,王芳,女,X2,营业员,2012-11-27,,合同制,2026-03-01,']);
    expect(await rows(`select u.code, e.during::text from directory.employment e join directory.person p on p.id = e.person_id join directory.unit u on u.id = e.unit_id
      where p.staff_number = '10001' order by lower(e.during)`)).toEqual([
      { code: 'X1-Y1', during: '[2012-11-27,2026-03-01)' },
      { code: 'X2', during: '[2026-03-01,)' },
    ]);
  });

  it('refuses a move that would overlap an employment already recorded', async () => {
    expect(codes(await take('people', [head, '10001,王芳,女,X1,营业员,2012-11-27,,合同制,2020-01-01,']))).toEqual(['2 since overlapping-employment']);
  });

  it('ends the employment of who left', async () => {
    await take('people', [head, '10002,李强,男,X1,主管,2001-03-05,,合同制,,2026-06-30']);
    expect(await rows(`select e.during::text from directory.employment e join directory.person p on p.id = e.person_id where p.staff_number = '10002'`)).toEqual([{ during: '[2001-03-05,2026-07-01)' }]);
  });

  it('records employments only of who has moved; a sole one stands in the own row, and both read alike', async () => {
    await take('people', [head, '10040,郑洁,女,X1,营业员,2015-01-05,,,,', '10041,郑敏,女,X1,营业员,2015-01-05,,,,']);
    await take('people', [head, '10041,郑敏,女,X1,主管,2015-01-05,,,2020-03-01,']);
    const employments = (from: string) => rows(`select p.staff_number as number, o.name as post, e.during::text from ${from} e join directory.person p on p.id = e.person_id
      join directory.post o on o.id = e.post_id where p.staff_number in ('10040', '10041') order by 1, 3`);
    const moved = [
      { number: '10041', post: '营业员', during: '[2015-01-05,2020-03-01)' },
      { number: '10041', post: '主管', during: '[2020-03-01,)' },
    ];
    expect(await employments('directory.recorded_employment')).toEqual(moved);
    expect(await employments('directory.employment')).toEqual([{ number: '10040', post: '营业员', during: '[2015-01-05,)' }, ...moved]);
    await expect(rows(`insert into directory.recorded_employment select gen_random_uuid(), person_id, unit_id, post_id, '[2019-01-01,2019-02-01)' from directory.recorded_employment limit 1`)).rejects.toThrow('employment_no_overlap');
  });

  it('begins an employment of who comes back, and leaves out the row alone that would overlap', async () => {
    const ofReturner = () => rows(`select e.during::text from directory.employment e join directory.person p on p.id = e.person_id where p.staff_number = '10042' order by 1`);
    await take('people', [head, '10042,郑重,男,X1,主管,2015-01-05,,,,']);
    await take('people', [head, '10042,郑重,男,X1,主管,2015-01-05,,,,2020-06-30']);
    expect(await ofReturner()).toEqual([{ during: '[2015-01-05,2020-07-01)' }]);
    const early = await take('people', [head, '10042,郑重,男,X2,主管,,,,2019-01-01,', '10043,郑新,女,X1,,,,,,']);
    expect([codes(early), early.counts.created]).toEqual([['2 since overlapping-employment'], 1]);
    await take('people', [head, '10042,郑重,男,X1,主管,,,,2022-01-01,']);
    expect(await ofReturner()).toEqual([{ during: '[2015-01-05,2020-07-01)' }, { during: '[2022-01-01,)' }]);
  });

  it('cannot reach a number that belongs elsewhere, nor place somebody elsewhere', async () => {
    const outcome = await take('people', [head, '10001,改名,女,X1,,,,,,', '10020,新人,女,X2,,,,,,', '10021,新人,女,X1,,,,,,'], { scope: '00010001' });
    expect(codes(outcome)).toEqual(['2 number number-taken', '3 unit unknown-unit']);
    expect(outcome.counts.created).toBe(1);
  });

  it('carries everybody along when their unit moves in the tree', async () => {
    await take('units', [unitHead, 'X1-Y1,东湖营业厅,X2,营业厅,B,2015-11-01', 'X2,江南区供电公司,C,县公司,,']);
    await take('people', [head, '10030,孙梅,女,X1-Y1,营业员,,,,,']);
    await take('units', [unitHead, 'X1-Y1,东湖营业厅,X1,营业厅,B,2015-11-01']);
    const [person] = await rows(`select p.unit_path = u.path as together, u.path like '00010001%' as below from directory.person p join directory.unit u on u.id = p.unit_id where p.staff_number = '10030'`);
    expect(person).toEqual({ together: true, below: true });
  });

  it('gives up on a file of nothing but problems, and keeps the first of them to show', async () => {
    const outcome = await take('people', [head, ...Array.from({ length: 100_001 }, () => ',无号,女,X1,,,,,,')]);
    expect(outcome).toMatchObject({ accepted: 0, failure: { code: 'too-many-problems', message: '问题超过100000处，整份文件没有导入。请先检查列是否对应，再导入一次' } });
    expect(outcome.rejected).toHaveLength(100_000);
  });

  it('refuses a whole file whose header it cannot read, and offers what it found', async () => {
    const outcome = await take('people', ['甲,乙,丙', '1,2,3']);
    expect(outcome.failure?.code).toBe('header-not-recognised');
    expect(outcome.recognition?.missing).toContain('number');
  });
});

describe('an import through the pages', () => {
  it('runs in the worker, shows its result to who started it alone, and gives the failed rows back as a file', async () => {
    const [unit] = (await rows(`select id, path from directory.unit where code = 'C'`)) as [{ id: string; path: string }];
    await product.addPerson('20001', unit, ['hr']);
    await product.addPerson('20002', unit, ['hr']);
    const session = await product.signIn('20001');
    const fileId = await product.upload('人员.csv', Buffer.from([head, '30001,周洁,女,X1,,,,,,', ',无号,女,X1,,,,,,'].join('\n')), session);
    const start = 'mutation ($input: StartImportInput!) { startImport(input: $input) { __typename ... on StartImportSuccess { run { id status } } } }';
    const started = (await product.graphql(start, { input: { kind: 'people', fileId, dryRun: false } }, session)).data as { startImport: { run: { id: string } } };
    await product.runJobs();
    const read = 'query ($id: ID!) { importRun(id: $id) { status accepted rejected problems { nodes { row field code message } } } }';
    const { id } = started.startImport.run;
    expect((await product.graphql(read, { id }, session)).data).toEqual({
      importRun: { status: 'done', accepted: 1, rejected: 1, problems: { nodes: [{ row: 3, field: 'number', code: 'missing-number', message: '缺少工号' }] } },
    });
    expect((await product.graphql(read, { id }, await product.signIn('20002'))).data).toEqual({ importRun: null });
    const file = await product.inject('GET', `/imports/${id}/failed-rows.xlsx`, session);
    expect(file.statusCode).toBe(200);
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await product.inject('GET', '/imports/people/template', session)).rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it('cannot be started by staff, nor with the file of somebody else', async () => {
    const [unit] = (await rows(`select id, path from directory.unit where code = 'X1'`)) as [{ id: string; path: string }];
    await product.addPerson('20003', unit);
    const start = 'mutation ($input: StartImportInput!) { startImport(input: $input) { __typename } }';
    const fileId = await product.upload('x.csv', Buffer.from(head), await product.signIn('20003'));
    for (const login of ['20003', '20001'])
      expect((await product.graphql(start, { input: { kind: 'people', fileId, dryRun: false } }, await product.signIn(login))).data).toEqual({ startImport: { __typename: 'NotFoundError' } });
  });
});
