import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Credentials, signatureProblem } from './s3-signature.js';

interface Kept {
  readonly bytes: Buffer;
  readonly tag: string;
  at: Date;
}
interface Upload {
  readonly key: string;
  readonly parts: Map<number, Kept>;
  at: Date;
}
interface Call {
  readonly method: string;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly body: Buffer;
}

/** What goes wrong with a request: it is refused, never answered, or its answer is cut off half way. */
export type Fault = 'busy' | 'silent' | 'cut' | 'stall' | 'reset';

const leastPart = 5 * 1024 * 1024;
const pageLength = 3;

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

const digest = (bytes: Buffer, kind = 'md5'): string => createHash(kind).update(bytes).digest('hex');
const keep = (bytes: Buffer): Kept => ({ bytes, tag: `"${digest(bytes)}"`, at: new Date() });
const decoded = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/**
 * A store that speaks as much S3 as the product uses, strictly: signatures and payload digests are verified, parts have
 * their least size, tags must match, lists come in short pages. `fault` decides about each request before it is served.
 */
export class S3Server {
  readonly bucket = 'files';
  readonly credentials: Credentials = { accessKeyId: 'test-key', secretAccessKey: 'test/secret+key' };
  readonly objects = new Map<string, Kept>();
  readonly uploads = new Map<string, Upload>();
  readonly calls: Call[] = [];
  fault: (call: Call, nth: number) => Fault | undefined = () => undefined;
  private server: Server | undefined;

  async start(): Promise<string> {
    this.server = createServer((request, response) => void this.serve(request, response));
    await new Promise<void>((resolve) => this.server!.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.server!.closeAllConnections();
    return new Promise((resolve) => this.server!.close(() => resolve()));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat((await request.toArray()) as Buffer[]);
    const url = new URL(request.url!, 'http://store');
    const key = decodeURIComponent(url.pathname).slice(`/${this.bucket}/`.length);
    const call: Call = { method: request.method!, key, query: url.searchParams, body };
    this.calls.push(call);
    const fault = this.fault(call, this.calls.length);
    if (fault === 'silent') return;
    if (fault === 'reset') return void request.socket.destroy();
    try {
      if (fault === 'busy') throw new Refusal(503, 'SlowDown');
      this.verify(request, body);
      if (!url.pathname.startsWith(`/${this.bucket}`)) throw new Refusal(404, 'NoSuchBucket');
      if (call.method === 'GET' && key) this.read(call, request, response, fault);
      else response.end(this.answer(call, response));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      response.writeHead(error.status, { 'content-type': 'application/xml' }).end(`<Error><Code>${error.code}</Code></Error>`);
    }
  }

  private verify(request: IncomingMessage, body: Buffer): void {
    const { method = '', url = '', headers } = request;
    const problem = signatureProblem({ method, url, headers }, this.credentials);
    if (problem) throw new Refusal(403, problem);
    if (headers['x-amz-content-sha256'] !== digest(body, 'sha256')) throw new Refusal(400, 'XAmzContentSHA256Mismatch');
    if (method === 'PUT' && Number(headers['content-length']) !== body.length) throw new Refusal(411, 'MissingContentLength');
  }

  private answer({ method, key, query, body }: Call, response: ServerResponse): string {
    const upload = query.has('uploadId') ? this.uploads.get(query.get('uploadId')!) : undefined;
    if (query.has('uploadId') && upload?.key !== key) throw new Refusal(404, 'NoSuchUpload');
    if (method === 'PUT') return this.put(key, body, response, upload, Number(query.get('partNumber')));
    if (method === 'POST' && query.has('uploads')) return this.begin(key);
    if (method === 'POST' && upload) return this.complete(query.get('uploadId')!, upload, body.toString());
    if (method === 'DELETE') {
      if (upload) this.uploads.delete(query.get('uploadId')!);
      else this.objects.delete(key);
      response.statusCode = 204;
      return '';
    }
    if (method === 'GET' && query.get('list-type') === '2') return this.list(query.get('continuation-token') ?? '');
    if (method === 'GET' && query.has('uploads')) return this.listUploads(query.get('key-marker') ?? '');
    throw new Refusal(400, 'InvalidRequest');
  }

  private put(key: string, body: Buffer, response: ServerResponse, upload: Upload | undefined, part: number): string {
    const kept = keep(body);
    if (upload) upload.parts.set(part, kept);
    else this.objects.set(key, kept);
    response.setHeader('etag', kept.tag);
    return '';
  }

  private begin(key: string): string {
    const id = `${randomUUID()}&=`;
    this.uploads.set(id, { key, parts: new Map(), at: new Date() });
    return `<InitiateMultipartUploadResult><UploadId>${id.replaceAll('&', '&amp;')}</UploadId></InitiateMultipartUploadResult>`;
  }

  private complete(id: string, { key, parts }: Upload, body: string): string {
    const named = [...body.matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>(.*?)<\/ETag>/g)].map(([, number, tag]) => ({ part: parts.get(Number(number)), tag: decoded(tag!) }));
    if (!named.length || named.some(({ part, tag }) => part?.tag !== tag)) throw new Refusal(400, 'InvalidPart');
    if (named.slice(0, -1).some(({ part }) => part!.bytes.length < leastPart)) throw new Refusal(400, 'EntityTooSmall');
    this.objects.set(key, keep(Buffer.concat(named.map(({ part }) => part!.bytes))));
    this.uploads.delete(id);
    return '<CompleteMultipartUploadResult/>';
  }

  private read({ key }: Call, request: IncomingMessage, response: ServerResponse, fault: Fault | undefined): void {
    const found = this.objects.get(key);
    if (!found) throw new Refusal(404, 'NoSuchKey');
    const { range, 'if-match': match } = request.headers;
    if (match !== undefined && match !== found.tag) throw new Refusal(412, 'PreconditionFailed');
    const from = range === undefined ? 0 : Number(/^bytes=(\d+)-$/.exec(range)?.[1] ?? NaN);
    if (!(from <= found.bytes.length)) throw new Refusal(416, 'InvalidRange');
    const bytes = found.bytes.subarray(from);
    const rest = range === undefined ? {} : { 'content-range': `bytes ${from}-${found.bytes.length - 1}/${found.bytes.length}` };
    response.writeHead(range === undefined ? 200 : 206, { etag: found.tag, 'content-length': bytes.length, ...rest });
    if (fault !== 'cut' && fault !== 'stall') return void response.end(bytes);
    response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => fault === 'cut' && setImmediate(() => response.destroy()));
  }

  private list(after: string): string {
    const later = [...this.objects].filter(([key]) => key > after).sort(([a], [b]) => (a < b ? -1 : 1));
    const page = later.slice(0, pageLength);
    const entries = page.map(([key, { at }]) => `<Contents><Key>${key}</Key><LastModified>${at.toISOString()}</LastModified></Contents>`).join('');
    const more = later.length > page.length;
    return `<ListBucketResult><IsTruncated>${more}</IsTruncated>${entries}${more ? `<NextContinuationToken>${page.at(-1)![0]}</NextContinuationToken>` : ''}</ListBucketResult>`;
  }

  private listUploads(after: string): string {
    const later = [...this.uploads].filter(([, { key }]) => key > after).sort(([, a], [, b]) => (a.key < b.key ? -1 : 1));
    const page = later.slice(0, pageLength);
    const entries = page.map(([id, { key, at }]) => `<Upload><Key>${key}</Key><UploadId>${id.replaceAll('&', '&amp;')}</UploadId><Initiated>${at.toISOString()}</Initiated></Upload>`).join('');
    const more = later.length > page.length;
    return `<ListMultipartUploadsResult><IsTruncated>${more}</IsTruncated>${more ? `<NextKeyMarker>${page.at(-1)![1].key}</NextKeyMarker>` : ''}${entries}</ListMultipartUploadsResult>`;
  }
}
