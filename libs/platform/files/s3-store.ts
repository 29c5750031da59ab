import { Readable } from 'node:stream';
import { type FileStore, isKey } from './file-store.js';
import { FileStoreError, S3Requests, type S3Settings } from './s3-requests.js';

/** S3 wants 5 MiB at least of every part but the last, and takes 10,000 parts. */
const partSize = 8 * 1024 * 1024;

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' };
const plain = (text: string): string => text.replace(/&(lt|gt|quot|apos|amp);/g, (entity) => entities[entity]!);
const escaped = (text: string): string => text.replace(/[<>&"']/g, (sign) => Object.keys(entities).find((entity) => entities[entity] === sign)!);
const value = (xml: string, tag: string): string | undefined => {
  const found = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1];
  return found === undefined ? undefined : plain(found);
};
const every = (xml: string, tag: string): string[] => [...xml.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))].map(([, inside]) => inside!);

/** The content in pieces of `partSize`, the last one shorter, perhaps empty. */
async function* pieces(content: Readable): AsyncIterable<{ piece: Buffer; last: boolean }> {
  let [gathered, size]: [Buffer[], number] = [[], 0];
  for await (const chunk of content as AsyncIterable<Buffer | string>) {
    let rest = Buffer.from(chunk as Buffer);
    while (size + rest.length >= partSize) {
      yield { piece: Buffer.concat([...gathered, rest.subarray(0, partSize - size)]), last: false };
      rest = rest.subarray(partSize - size);
      [gathered, size] = [[], 0];
    }
    gathered.push(rest);
    size += rest.length;
  }
  yield { piece: Buffer.concat(gathered), last: true };
}

/** Keeps files in a bucket of any store that speaks S3; addresses are `endpoint/bucket/key`. */
export class S3Store implements FileStore {
  private readonly requests: S3Requests;

  constructor(settings: S3Settings) {
    this.requests = new S3Requests(settings);
  }

  async put(key: string, content: Readable): Promise<void> {
    let upload: MultipartUpload | undefined;
    try {
      for await (const { piece, last } of pieces(content)) {
        if (!upload && last) await this.requests.text({ method: 'PUT', key, body: piece });
        else if (piece.length) await (upload ??= await MultipartUpload.begin(this.requests, key)).add(piece);
      }
      await upload?.complete();
    } catch (error) {
      await upload?.abort().catch(() => {});
      throw error;
    }
  }

  async get(key: string): Promise<Readable | null> {
    const first = await this.requests.send({ method: 'GET', key });
    if (first.status === 404) {
      await first.body?.cancel();
      return null;
    }
    return Readable.from(this.content(key, first), { objectMode: false });
  }

  async remove(key: string): Promise<void> {
    const response = await this.requests.send({ method: 'DELETE', key });
    await response.body?.cancel();
    if (!response.ok && response.status !== 404) throw new FileStoreError(`the file store answered ${response.status} to a removal`);
  }

  async *keys(before: Date): AsyncIterable<string> {
    for (let after: string | undefined, more = true; more; ) {
      const xml = await this.requests.text({ method: 'GET', query: { 'list-type': '2', ...(after && { 'continuation-token': after }) } });
      for (const entry of every(xml, 'Contents')) {
        const key = value(entry, 'Key')!;
        if (isKey(key) && new Date(value(entry, 'LastModified')!) < before) yield key;
      }
      after = value(xml, 'NextContinuationToken');
      more = value(xml, 'IsTruncated') === 'true' && after !== undefined;
    }
  }

  async clearUnfinished(before: Date): Promise<void> {
    for (let next: Record<string, string> = {}, more = true; more; ) {
      const xml = await this.requests.text({ method: 'GET', query: { uploads: '', ...next } });
      for (const entry of every(xml, 'Upload')) {
        const [key, id] = [value(entry, 'Key')!, value(entry, 'UploadId')!];
        if (isKey(key) && new Date(value(entry, 'Initiated')!) < before) await new MultipartUpload(this.requests, key, id).abort();
      }
      next = { 'key-marker': value(xml, 'NextKeyMarker') ?? '', 'upload-id-marker': value(xml, 'NextUploadIdMarker') ?? '' };
      more = value(xml, 'IsTruncated') === 'true' && next['key-marker'] !== '';
    }
  }

  /** The bytes of a file; where the connection breaks off they are asked for from there on, of the same version. */
  private async *content(key: string, first: Response): AsyncIterable<Uint8Array> {
    const tag = first.headers.get('etag') ?? '';
    let [received, failures, response] = [0, 0, first];
    for (;;) {
      if (!response.ok || !response.body) throw new FileStoreError(`the file store answered ${response.status} to a read`);
      if (received > 0 && response.status !== 206) throw new FileStoreError('the file store cannot go on where a read broke off');
      try {
        for await (const chunk of this.requests.body(response)) {
          received += chunk.length;
          yield chunk;
        }
        return;
      } catch (error) {
        if (++failures > 3) throw new FileStoreError('the file store broke off a read again and again', { cause: error });
      }
      response = await this.requests.send({ method: 'GET', key, headers: { range: `bytes=${received}-`, ...(tag && { 'if-match': tag }) } });
    }
  }
}

/** A file on its way in parts; it appears when it is completed. */
class MultipartUpload {
  private readonly tags: string[] = [];

  constructor(
    private readonly requests: S3Requests,
    private readonly key: string,
    private readonly uploadId: string,
  ) {}

  static async begin(requests: S3Requests, key: string): Promise<MultipartUpload> {
    const id = value(await requests.text({ method: 'POST', key, query: { uploads: '' } }), 'UploadId');
    if (!id) throw new FileStoreError('the file store named no upload');
    return new MultipartUpload(requests, key, id);
  }

  async add(piece: Buffer): Promise<void> {
    const response = await this.requests.send({ method: 'PUT', key: this.key, query: { partNumber: String(this.tags.length + 1), uploadId: this.uploadId }, body: piece });
    await response.body?.cancel();
    const tag = response.headers.get('etag');
    if (!response.ok || !tag) throw new FileStoreError(`the file store answered ${response.status} to a part`);
    this.tags.push(tag);
  }

  async complete(): Promise<void> {
    const parts = this.tags.map((tag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${escaped(tag)}</ETag></Part>`).join('');
    await this.requests.text({ method: 'POST', key: this.key, query: { uploadId: this.uploadId }, body: Buffer.from(`<CompleteMultipartUpload>${parts}</CompleteMultipartUpload>`) });
  }

  async abort(): Promise<void> {
    await this.requests.text({ method: 'DELETE', key: this.key, query: { uploadId: this.uploadId } });
  }
}
