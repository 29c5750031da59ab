import { createEmptyDatabase, type TestDatabase } from '@skillhall/platform/testing';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DataSource } from 'typeorm';

const bin = resolve(process.cwd(), 'apps/cli/bin/skillhall.mjs');
let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  [database, folder] = [await createEmptyDatabase(), await mkdtemp(join(tmpdir(), 'skillhall-cli-'))];
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function skillhall(...parameters: string[]): Promise<Said> {
  const child = spawn(process.execPath, [bin, ...parameters], { env: { PATH: process.env['PATH'], DATABASE_URL: database.url, SKILLHALL_DATA: folder } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk));
  return new Promise((done) => child.on('close', (code) => done({ code, out, err })));
}

const file = async (name: string, lines: string[]): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, lines.join('\n'));
  return path;
};

const standing = async (): Promise<object[]> => {
  const source = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  const rows = await source.query<object[]>('select code, latest_state as state from question_bank.question order by code');
  await source.destroy();
  return rows;
};

describe('the skillhall command', () => {
  it('explains itself, and tells a wrong call from a failure by its exit code', async () => {
    expect(await skillhall('--help')).toMatchObject({ code: 0, out: expect.stringContaining('estimate') as string });
    expect((await skillhall('import', 'cakes', 'x.csv')).code).toBe(2);
    expect((await skillhall('import', 'units')).code).toBe(2);
    expect(await skillhall('import', 'units', 'no-such-file.csv')).toMatchObject({ code: 1, err: expect.stringContaining('no-such-file.csv') as string });
  });

  it('takes papers in by the name that stands on the command line', async () => {
    const path = await file('papers.csv', ['场次,工号,卷别,1', '没有这场,000123,A,B']);
    const { rejected } = JSON.parse((await skillhall('import', 'paper-results', path, '--json', '--dry-run')).out) as { rejected: unknown[] };
    expect(rejected).toMatchObject([{ row: 2, field: 'sitting', code: 'unknown-sitting' }]);
  });

  it('imports with a dry run, for real, and again without a change, and prints one object', async () => {
    const path = await file('units.csv', ['单位编码,单位名称,上级编码,类型', 'C,市公司,,市公司', 'Y,东湖营业厅,C,营业厅', 'Z,错,,棋牌室']);
    const parsed = async (...more: string[]) => JSON.parse((await skillhall('import', 'units', path, '--json', ...more)).out) as Record<string, unknown>;
    expect(await parsed('--dry-run')).toMatchObject({ accepted: 2, created: 2, dryRun: true });
    expect(await parsed()).toMatchObject({ accepted: 2, created: 2, rejected: [{ row: 4, field: 'type', code: 'not-in-list' }] });
    expect(await parsed('--lang', 'en')).toMatchObject({ accepted: 2, unchanged: 2, failure: null });
  });

  it('takes a mapping for a header that it does not know, and fails with what it found without one', async () => {
    const path = await file('odd.csv', ['甲,乙,丙,丁', 'D,北桥,C,营业厅']);
    const refused = await skillhall('import', 'units', path, '--json');
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.out)).toMatchObject({ accepted: 0, failure: { code: 'header-not-recognised' } });
    const mapping = ['code=甲', 'name=B', 'parent=丙', 'type=丁'].flatMap((entry) => ['--map', entry]);
    expect(JSON.parse((await skillhall('import', 'units', path, '--json', ...mapping)).out)).toMatchObject({ accepted: 1 });
  });

  it('takes questions in as they were chosen: by format, track and state, and doubtful ones only if told so', async () => {
    const parsed = async (...rest: string[]) => JSON.parse((await skillhall('import', 'questions', ...rest, '--json')).out) as { created: number; rejected: { code: string }[]; failure: unknown };
    const gift = await file('quiz.txt', ['::G:: 令甲 {=对 ~错}']);
    expect(await parsed(gift, '--track', 'law', '--state', 'draft')).toMatchObject({ created: 1, rejected: [], failure: null });
    const doubtful = await file('疑.md', ['1、令乙（A）。', 'A、天数', 'B、示数', '答案：B']);
    const chosen = ['--format', 'zh-text', '--track', 'ethics', '--state', 'inReview'];
    expect(await parsed(doubtful, ...chosen)).toMatchObject({ created: 0, rejected: [{ code: 'keys-differ' }] });
    expect(await parsed(doubtful, ...chosen, '--doubtful')).toMatchObject({ created: 1, rejected: [] });
    expect(await skillhall('import', 'questions', gift, '--format', 'doc')).toMatchObject({ code: 2, err: expect.stringContaining('zh-text') as string });
    expect(await standing()).toEqual([{ code: 'ETH-0001', state: 'inReview' }, { code: 'LAW-0001', state: 'draft' }]);
  });

  it('knows a table of questions by how it begins, in whatever encoding a spreadsheet program wrote it', async () => {
    const path = join(folder, '表.txt');
    await writeFile(path, Buffer.from('\ufeff题号\t题型\t题干\t选项A\t选项B\t答案\t类别\r\nT-1\t单选题\t令丙\t一\t二\tB\t业务知识\r\n', 'utf16le'));
    expect(JSON.parse((await skillhall('import', 'questions', path, '--json')).out)).toMatchObject({ created: 1, rejected: [] });
  });

  it('makes an administrator once, refuses a weak password, and verifies the audit log that tells of it', async () => {
    expect(await skillhall('user', 'create-admin', '--login', 'root', '--password', '12345678')).toMatchObject({ code: 1 });
    expect(JSON.parse((await skillhall('user', 'create-admin', '--login', 'root', '--json')).out)).toMatchObject({ login: 'root', password: expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/) as string });
    expect(await skillhall('user', 'create-admin', '--login', 'root')).toMatchObject({ code: 1, err: expect.stringContaining('already') as string });
    const verified = JSON.parse((await skillhall('audit', 'verify', '--json')).out) as { intact: boolean; entries: number; head: string };
    expect(verified).toMatchObject({ intact: true, entries: 1 });
    expect((await skillhall('audit', 'verify', '--expect', `2:${verified.head}`)).code).toBe(1);
  });

  it('estimates from a panel file without a database, and names the row and column of a mistake', async () => {
    const rows = Array.from({ length: 40 }, (_, hall) => Array.from({ length: 36 }, (_, month) => {
      const first = hall < 20 ? 19 : 0;
      const after = first > 0 && month + 1 >= first + 2;
      return `${hall},${month + 1},${(after ? 6 : 8) + ((hall * 7 + month * 5) % 5)},5000,${first}`;
    })).flat();
    const panel = await file('panel.csv', ['hall,month_index,complaints,counter_tx,first_trained_index', ...rows]);
    const report = JSON.parse((await skillhall('estimate', '--panel', panel, '--json', '--lang', 'en')).out) as Record<string, unknown>;
    expect(report).toMatchObject({ method: 'stacked', clusters: 40, verdict: expect.stringMatching(/^(fell|rose|no-detectable-effect|cannot-say-yet)$/) as string });
    expect(report['rateRatio']).toBeCloseTo(0.8, 1);
    const broken = await file('broken.csv', ['hall,month_index,complaints,counter_tx,first_trained_index', 'a,1,3,100,0', 'a,2,-1,100,0']);
    expect(await skillhall('estimate', '--panel', broken)).toMatchObject({ code: 1, err: expect.stringContaining('row 3, column "complaints": -1 is below 0') as string });
  });

  it.each(['estimate', 'plan-study', 'chart'])('explains %s, and answers a wrong call with exit code 2 and a missing file with 1', async (name) => {
    expect(await skillhall(name, '--help')).toMatchObject({ code: 0, out: expect.stringContaining('--json') as string });
    expect(await skillhall(name, '--no-such-option')).toMatchObject({ code: 2, err: expect.stringContaining('--help') as string });
    const call = { estimate: ['--panel', 'no.csv'], 'plan-study': ['--panel', 'no.csv'], chart: ['--kind', 'u', '--file', 'no.csv'] }[name]!;
    const failed = await skillhall(name, ...call, '--json');
    expect(failed).toMatchObject({ code: 1, err: expect.stringContaining('no.csv') as string });
    expect(JSON.parse(failed.out)).toMatchObject({ error: { code: 'file-unreadable' } });
  });

  it('says clearly that the database does not answer', async () => {
    const child = spawn(process.execPath, [bin, 'db', 'migrate'], { env: { PATH: process.env['PATH'], DATABASE_URL: 'postgres://x:y@127.0.0.1:1/z' } });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk));
    const code = await new Promise((done) => child.on('close', done));
    expect({ code, err }).toEqual({ code: 1, err: 'The database of DATABASE_URL does not answer.\n' });
  });
});
