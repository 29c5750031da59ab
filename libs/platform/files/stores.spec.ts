import { S3Server } from '@skillhall/platform/testing';
import { newId } from '@skillhall/kernel';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { FileStore } from './file-store.js';
import { FolderStore } from './folder-store.js';
import { S3Store } from './s3-store.js';

const mebi = 1024 * 1024;
const bytesOf = async (content: Readable | null): Promise<Buffer> => Buffer.concat((await content!.toArray()) as Buffer[]);
const collect = async (keys: AsyncIterable<string>): Promise<string[]> => {
  const found: string[] = [];
  for await (const key of keys) found.push(key);
  return found.sort();
};
const tomorrow = (): Date => new Date(Date.now() + 24 * 3600 * 1000);

/** Random content that comes in odd pieces, and breaks off where told to. */
function stream(size: number, { breakAt = Infinity, onMade = () => {} }: { breakAt?: number; onMade?: (bytes: number) => void } = {}): { content: Readable; digest: () => string } {
  const sum = createHash('sha256');
  async function* make() {
    for (let made = 0; made < size; ) {
      if (made >= breakAt) throw new Error('the upload broke off');
      const piece = randomBytes(Math.min(size - made, 700_001));
      made += piece.length;
      sum.update(piece);
      onMade(made);
      yield piece;
    }
  }
  return { content: Readable.from(make(), { objectMode: false }), digest: () => sum.digest('hex') };
}
const digestOf = async (content: Readable | null): Promise<string> => {
  const sum = createHash('sha256');
  for await (const chunk of content!) sum.update(chunk as Buffer);
  return sum.digest('hex');
};

let folder: string;
let s3: S3Server;
let endpoint: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skillhall-store-'));
  s3 = new S3Server();
  endpoint = await s3.start();
});
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  s3.fault = () => undefined;
  s3.calls.length = 0;
  s3.objects.clear();
  s3.uploads.clear();
});

const inBucket = (more: { timeoutMs?: number; secretAccessKey?: string } = {}): S3Store =>
  new S3Store({ endpoint, bucket: s3.bucket, region: 'cn-north-1', ...s3.credentials, timeoutMs: 5000, ...more });
const stores: readonly [string, () => FileStore][] = [
  ['a folder', () => new FolderStore(join(folder, newId()))],
  ['a bucket', () => inBucket()],
];

describe.each(stores)('files in %s', (_, open) => {
  it.each([0, 1, 8 * mebi - 1, 8 * mebi, 8 * mebi + 1, 20 * mebi])('come back as they were put, %i bytes long', async (size) => {
    const [store, key] = [open(), newId()];
    const { content, digest } = stream(size);
    await store.put(key, content);
    expect(await digestOf(await store.get(key))).toBe(digest());
    await store.remove(key);
    expect(await store.get(key)).toBeNull();
    await store.remove(key);
  });

  it('are not there, and leave nothing behind, when their upload breaks off', async () => {
    const [store, key] = [open(), newId()];
    await expect(store.put(key, stream(30 * mebi, { breakAt: 20 * mebi }).content)).rejects.toThrow('broke off');
    expect(await store.get(key)).toBeNull();
    expect(await collect(store.keys(tomorrow()))).toEqual([]);
    expect(s3.uploads.size).toBe(0);
  });

  it('are listed by age, all of them', async () => {
    const [store, keys] = [open(), Array.from({ length: 8 }, () => newId()).sort()];
    for (const key of keys) await store.put(key, Readable.from([Buffer.from(key)]));
    expect(await collect(store.keys(tomorrow()))).toEqual(keys);
    expect(await collect(store.keys(new Date(0)))).toEqual([]);
  });
});

describe('files in a folder', () => {
  it('that a killed process left half written are cleared once they are old', async () => {
    const [place, key] = [join(folder, newId()), newId()];
    const own = new FolderStore(place);
    await own.put(key, Readable.from([Buffer.from('whole')]));
    const shelf = join(place, key.slice(-2));
    const [old, young] = [`${newId()}.part`, `${newId()}.part`];
    for (const name of [old, young]) await writeFile(join(shelf, name), 'half');
    await utimes(join(shelf, old), 0, 0);
    await own.clearUnfinished(new Date(Date.now() - 1000));
    expect((await readdir(shelf)).sort()).toEqual([key, young].sort());
    expect(await collect(own.keys(tomorrow()))).toEqual([key]);
  });

  it('have names that lead nowhere else', async () => {
    const own = new FolderStore(folder);
    for (const name of ['../x', 'a/b', '..', '']) await expect(own.get(name)).rejects.toThrow('a file key is an id');
  });
});

describe('files in a bucket', () => {
  it('are sent in parts as they come in: no more than two parts are ever held', async () => {
    let made = 0;
    let most = 0;
    let received = 0;
    s3.fault = ({ query, body }) => {
      most = Math.max(most, made - received);
      if (query.has('partNumber')) received += body.length;
      return undefined;
    };
    await inBucket().put(newId(), stream(50 * mebi, { onMade: (bytes) => (made = bytes) }).content);
    expect(received).toBe(50 * mebi);
    expect(most).toBeLessThanOrEqual(16 * mebi);
    expect(s3.calls.filter(({ query }) => query.has('partNumber')).map(({ body }) => body.length)).toEqual([...Array.from({ length: 6 }, () => 8 * mebi), 2 * mebi]);
  });

  it('are refused by the store when the secret is another, and that is said', async () => {
    await expect(inBucket({ secretAccessKey: 'other' }).put(newId(), Readable.from([Buffer.from('x')]))).rejects.toThrow('SignatureDoesNotMatch');
    await expect(bytesOf(await inBucket({ secretAccessKey: 'other' }).get(newId()))).rejects.toThrow('403');
  });

  it.each(['busy', 'reset'] as const)('arrive although every other request finds the store %s', async (fault) => {
    s3.fault = (_, nth) => (nth % 2 ? fault : undefined);
    const [store, key] = [inBucket(), newId()];
    const { content, digest } = stream(17 * mebi);
    await store.put(key, content);
    s3.fault = (call, nth) => (call.method === 'GET' && nth % 2 ? fault : undefined);
    expect(await digestOf(await store.get(key))).toBe(digest());
  });

  it('are given up with a word about it when the store stays away, parts and all', async () => {
    s3.fault = ({ query }) => (query.get('partNumber') === '2' ? 'busy' : undefined);
    await expect(inBucket().put(newId(), stream(20 * mebi).content)).rejects.toThrow('503 to a part');
    expect(s3.uploads.size).toBe(0);
    s3.fault = () => 'silent';
    await expect(inBucket({ timeoutMs: 50 }).put(newId(), Readable.from([Buffer.from('x')]))).rejects.toThrow('nothing came for 50 ms');
  });

  it.each(['cut', 'stall'] as const)('are read on from where the answer was %s, and only of the same version', async (fault) => {
    const [store, key] = [inBucket({ timeoutMs: 200 }), newId()];
    const { content, digest } = stream(3 * mebi);
    await store.put(key, content);
    let faults = 2;
    s3.fault = ({ method }) => (method === 'GET' && faults-- > 0 ? fault : undefined);
    expect(await digestOf(await store.get(key))).toBe(digest());
    faults = 1;
    const reading = await store.get(key);
    s3.objects.set(key, { ...s3.objects.get(key)!, tag: '"another"' });
    await expect(bytesOf(reading)).rejects.toThrow('412');
  });

  it('that were never completed are aborted once they are old, page by page', async () => {
    const keys = Array.from({ length: 7 }, () => newId());
    keys.forEach((key, n) => s3.uploads.set(`upload-${n}`, { key, parts: new Map(), at: n === 6 ? new Date() : new Date(0) }));
    s3.uploads.set('of-others', { key: 'logs/2026', parts: new Map(), at: new Date(0) });
    await inBucket().clearUnfinished(new Date(Date.now() - 1000));
    expect([...s3.uploads.keys()].sort()).toEqual(['of-others', 'upload-6']);
  });
});
