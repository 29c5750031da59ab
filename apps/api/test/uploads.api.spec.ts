import { TestApp } from '@skillhall/api/testing';
import { readdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let product: TestApp;
let folder: string;
let session: string;
const most = 64 * 1024;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skillhall-uploads-'));
  product = await TestApp.start({ SKILLHALL_DATA: folder, UPLOAD_MAX_BYTES: String(most) });
  await product.addPerson('one', await product.addUnit('C', 'city'));
  session = await product.signIn('one');
});
afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true, force: true });
});

const end = '\r\n--b--\r\n';
async function bring(disposition: string, content: string | Buffer, { whole = true, type = 'application/octet-stream' } = {}) {
  const head = `--b\r\ncontent-disposition: form-data; name="file"${disposition}\r\ncontent-type: ${type}\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(whole ? end : '')]);
  return product.inject('POST', '/files', session, { 'content-type': 'multipart/form-data; boundary=b' }, body);
}
const stored = async (): Promise<string[]> => (await readdir(join(folder, 'files'), { recursive: true }).catch(() => [])).filter((name) => name.length > 36);
const named = async (id: string): Promise<string> => {
  const { headers } = await product.inject('GET', `/files/${id}`, session);
  return String(headers['content-disposition']);
};

describe('uploads', () => {
  it('larger than allowed are refused as that, and leave nothing behind', async () => {
    const before = await stored();
    expect((await bring('; filename="big.csv"', Buffer.alloc(most + 1))).statusCode).toBe(413);
    expect(await stored()).toEqual(before);
    expect((await bring('; filename="fits.csv"', Buffer.alloc(most))).statusCode).toBe(201);
  });

  it('that break off are refused, and leave nothing behind', async () => {
    const before = await stored();
    expect((await bring('; filename="half.csv"', 'half', { whole: false })).statusCode).toBe(400);
    expect(await stored()).toEqual(before);
  });

  it('without a name, or with one that tries to say more, come back under a name that does no harm', async () => {
    const names: [string, RegExp][] = [
      ['', /UTF-8''file$/],
      ['; filename=""', /UTF-8''file$/],
      ['; filename="../../etc/passwd"', /UTF-8''passwd$/],
      ['; filename="a\\"; filename=evil.exe; x=\\".csv"', /filename="file"; filename\*=UTF-8''[\w%.-]+$/],
      [`; filename="${'长'.repeat(150)}😀.csv"`, /UTF-8''(%[0-9A-F]{2})+%F0%9F%98%80\.csv$/],
      ["; filename=\"it's (1)*.csv\"", /UTF-8''it%27s%20%281%29%2A\.csv$/],
    ];
    for (const [disposition, expected] of names) {
      const answer = await bring(disposition, 'x');
      expect([disposition, answer.statusCode]).toEqual([disposition, 201]);
      const header = await named(answer.json<{ id: string }>().id);
      expect(header).toMatch(expected);
      expect(header).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  it('of something else than one file are refused', async () => {
    for (const [type, body] of [['application/json', '{}'], ['multipart/form-data; boundary=b', '--b--\r\n'], ['multipart/form-data', 'x'], ['text/plain', 'x']] as const)
      expect([type, [400, 406, 415].includes((await product.inject('POST', '/files', session, { 'content-type': type }, body)).statusCode)]).toEqual([type, true]);
  });

  it('are refused when the account has filled the room of ten of the largest', async () => {
    await product.arrange((tx) => tx.query('update platform.file set size = $1 where id = (select id from platform.file limit 1)', [10 * most]));
    expect((await bring('; filename="one-more.csv"', 'x')).statusCode).toBe(507);
  });

  it('come back as a download that no browser runs', async () => {
    const [{ id }] = await product.arrange((tx) => tx.query('select id from platform.file order by size limit 1') as Promise<[{ id: string }]>);
    const { headers } = await product.inject('GET', `/files/${id}`, session);
    expect(headers).toMatchObject({ 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' });
    expect(headers['content-disposition']).toMatch(/^attachment;/);
  });
});
