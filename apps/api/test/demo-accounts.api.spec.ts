import { TestApp } from '@skillhall/api/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const account = { login: 'staff', password: 'counter noon 7', name: '周宁', role: '营业员', unit: '城东营业厅' };

async function statusAndBody(environment: Record<string, string>): Promise<{ status: number; body: string }> {
  const app = await TestApp.start(environment);
  try {
    const { statusCode, body } = await app.inject('GET', '/demo-accounts.json');
    return { status: statusCode, body };
  } finally {
    await app.stop();
  }
}

describe('sign-ins of the demo company', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'skillhall-demo-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are not there before the company is', async () => {
    expect(await statusAndBody({ DEMO: 'true', SKILLHALL_DATA: folder })).toEqual({ status: 200, body: '[]' });
  });

  it('are shown where DEMO is set', async () => {
    await writeFile(join(folder, 'demo-accounts.json'), JSON.stringify([account]));
    const { status, body } = await statusAndBody({ DEMO: 'true', SKILLHALL_DATA: folder });
    expect([status, JSON.parse(body)]).toEqual([200, [account]]);
  });

  it('are never shown where it is not, even if the file is there', async () => {
    expect(await statusAndBody({ SKILLHALL_DATA: folder })).toEqual({ status: 200, body: '[]' });
  });
});
