import { AwsClient } from 'aws4fetch';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { FileStore } from './file-store.js';

export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Keeps files in a bucket of any store that speaks S3; addresses are `endpoint/bucket/key`. */
export class S3Store implements FileStore {
  private readonly client: AwsClient;

  constructor(private readonly settings: S3Settings) {
    const { accessKeyId, secretAccessKey, region } = settings;
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 });
  }

  async put(key: string, content: Readable, size: number | null): Promise<void> {
    // S3 wants the length beforehand; where it is not known the content is small enough to be gathered.
    const body = size === null ? Buffer.concat(await content.toArray()) : Readable.toWeb(content);
    const length = size ?? (body as Buffer).length;
    const headers = { 'content-length': String(length), 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
    const signed = await this.client.sign(this.address(key), { method: 'PUT', headers });
    const response = await fetch(signed.url, { method: 'PUT', headers: signed.headers, body: body as RequestInit['body'], duplex: 'half' } as RequestInit);
    if (!response.ok) throw new Error(`file store answered ${response.status} to a write`);
  }

  async get(key: string): Promise<Readable | null> {
    const response = await this.client.fetch(this.address(key));
    if (response.status === 404) return null;
    if (!response.ok || !response.body) throw new Error(`file store answered ${response.status} to a read`);
    return Readable.fromWeb(response.body as unknown as ReadableStream);
  }

  async remove(key: string): Promise<void> {
    const response = await this.client.fetch(this.address(key), { method: 'DELETE' });
    if (!response.ok && response.status !== 404) throw new Error(`file store answered ${response.status} to a removal`);
  }

  private address(key: string): string {
    return `${this.settings.endpoint.replace(/\/$/, '')}/${this.settings.bucket}/${key}`;
  }
}
