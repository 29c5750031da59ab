import { TestApp } from '@skillhall/api/testing';
import { ImportRuns } from '@skillhall/platform/imports';
import { newId } from '@skillhall/kernel';
import { mkdtemp, readdir, rm, utimes, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JobRunner } from '@skillhall/platform/jobs';

let product: TestApp;
let folder: string;
let session: string;

const rows = (sql: string, values: unknown[] = []) => product.arrange((tx) => tx.query(sql, values) as Promise<Record<string, unknown>[]>);
const age = (fileId: string, days: number) =>
  product.arrange(async (tx) => {
    await tx.query('update platform.file set created_at = created_at - make_interval(days => $2) where id = $1', [fileId, days]);
    await tx.query('update platform.import_run set created_at = created_at - make_interval(days => $2) where file_id = $1', [fileId, days]);
  });
const clean = () => product.app.get(JobRunner).run('files.retention', {}, 1);
const stored = async (): Promise<string[]> => (await readdir(join(folder, 'files'), { recursive: true })).filter((name) => name.length > 36).map((name) => name.slice(3)).sort();

async function imported(): Promise<{ fileId: string; runId: string }> {
  const fileId = await product.upload('投诉.csv', Buffer.from('工号,姓名,性别,单位编码,岗位\n,李客户,女,X,\n'), session);
  const start = 'mutation ($input: StartImportInput!) { startImport(input: $input) { ... on StartImportSuccess { run { id } } } }';
  const { data } = await product.graphql(start, { input: { kind: 'people', fileId, dryRun: false } }, session);
  await product.runJobs();
  return { fileId, runId: (data as { startImport: { run: { id: string } } }).startImport.run.id };
}
const run = async (id: string) => {
  const { data } = await product.graphql('query ($id: ID!) { importRun(id: $id) { status rejected fileKept problems { totalCount } } }', { id }, session);
  return (data as { importRun: unknown }).importRun;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skillhall-retention-'));
  product = await TestApp.start({ SKILLHALL_DATA: folder, FILE_RETENTION_DAYS: '10' });
  await product.addPerson('hr', await product.addUnit('C', 'city'), ['hr']);
  session = await product.signIn('hr');
});
afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('uploaded files', () => {
  it('stay for their days, with the rows that were not taken in', async () => {
    const { fileId, runId } = await imported();
    await age(fileId, 9);
    await clean();
    expect(await run(runId)).toEqual({ status: 'done', rejected: 1, fileKept: true, problems: { totalCount: 1 } });
    expect((await product.inject('GET', `/imports/${runId}/failed-rows.xlsx`, session)).statusCode).toBe(200);
    expect(await stored()).toContain(fileId);
  });

  it('go afterwards, with what was said of their rows, while the run itself stays, and the log says so', async () => {
    const { fileId, runId } = await imported();
    await age(fileId, 11);
    await clean();
    expect(await run(runId)).toEqual({ status: 'done', rejected: 1, fileKept: false, problems: { totalCount: 0 } });
    for (const address of [`/imports/${runId}/failed-rows.xlsx`, `/files/${fileId}`]) expect((await product.inject('GET', address, session)).statusCode).toBe(404);
    expect(await stored()).not.toContain(fileId);
    const [entry] = await rows(`select actor_name, details from platform.audit_entry where action = 'files.expired' order by seq desc limit 1`);
    expect(entry).toEqual({ actor_name: 'system', details: { files: 1, bytes: 59, days: 10 } });
    const entries = await rows(`select count(*)::int as n from platform.audit_entry where action = 'files.expired'`);
    await clean();
    expect(await rows(`select count(*)::int as n from platform.audit_entry where action = 'files.expired'`)).toEqual(entries);
  });

  it('are left alone while a younger import reads them, and where they belong to the product itself', async () => {
    const { fileId } = await imported();
    await age(fileId, 11);
    await product.graphql('mutation ($input: StartImportInput!) { startImport(input: $input) { __typename } }', { input: { kind: 'people', fileId, dryRun: true } }, session);
    const { fileId: kept } = await imported();
    await age(kept, 100);
    await product.arrange((tx) => tx.query('update platform.file set owner_account_id = null where id = $1', [kept]));
    await clean();
    expect(await stored()).toEqual(expect.arrayContaining([fileId, kept]));
  });

  it('that no entry speaks of, since a process died in between, are swept once they are a day old', async () => {
    const [old, young, half] = [newId(), newId(), `${newId()}.part`];
    for (const name of [old, young, half]) {
      const shelf = join(folder, 'files', name.slice(0, 36).slice(-2));
      await mkdir(shelf, { recursive: true });
      await writeFile(join(shelf, name), '王客户');
      if (name !== young) await utimes(join(shelf, name), 0, 0);
    }
    await clean();
    const left = await stored();
    expect(left).toContain(young);
    expect(left).not.toContain(old);
    expect(left).not.toContain(half);
  });
});

describe('a run of an import', () => {
  it('is finished once, whoever finishes it, and keeps what was written down first', async () => {
    const { runId } = await imported();
    const outcome = { accepted: 5, counts: { created: 5, updated: 0, unchanged: 0 }, rejected: [], skipped: 0, encoding: null, sheetName: null, recognition: null, failure: null };
    await product.app.get(ImportRuns).finish(runId, outcome, []);
    expect(await run(runId)).toMatchObject({ rejected: 1, problems: { totalCount: 1 } });
  });
});
