import { AwsClient } from 'aws4fetch';
import { createHash } from 'node:crypto';

export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** How long an answer may stay away, and how often a request is made at most. */
  readonly timeoutMs?: number;
  readonly attempts?: number;
}

export interface S3Request {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Empty for the bucket itself. */
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

export class FileStoreError extends Error {
  override readonly name = 'FileStoreError';
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Worth another try: the store is busy or broke off; what it refuses it will refuse again. */
const passing = (status: number): boolean => status >= 500 || status === 429 || status === 408;

/** Signed requests (AWS Signature Version 4, payload included) to a store that speaks S3, made again when they fail in passing. */
export class S3Requests {
  private readonly client: AwsClient;
  private readonly timeoutMs: number;
  private readonly attempts: number;

  constructor(private readonly settings: S3Settings) {
    const { accessKeyId, secretAccessKey, region, timeoutMs = 30_000, attempts = 4 } = settings;
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' });
    [this.timeoutMs, this.attempts] = [timeoutMs, attempts];
  }

  /** The answer, whatever it says, once its head is there. */
  async send(request: S3Request): Promise<Response> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.once(request).catch((error: unknown) => error as Error);
      const last = attempt >= this.attempts;
      if (answer instanceof Response) {
        if (last || !passing(answer.status)) return answer;
        await answer.body?.cancel();
      } else if (last) throw new FileStoreError(`the file store did not answer: ${answer.message}`, { cause: answer });
      await pause(100 * 3 ** (attempt - 1));
    }
  }

  /** The text of a good answer. */
  async text(request: S3Request): Promise<string> {
    const response = await this.send(request);
    const text = await response.text();
    // Putting parts together may fail after its head has said that it went well.
    if (!response.ok || /<Error>/.test(text)) throw new FileStoreError(`the file store answered ${response.status} to ${request.method}: ${/<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? ''}`);
    return text;
  }

  /** The bytes of an answer; throws where nothing comes for too long. */
  async *body(response: Response): AsyncIterable<Uint8Array> {
    const reader = response.body!.getReader();
    try {
      for (;;) {
        const { done, value } = await this.inTime(reader.read());
        if (done) return;
        yield value;
      }
    } finally {
      await reader.cancel().catch(() => {});
    }
  }

  private async inTime<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`nothing came for ${this.timeoutMs} ms`)), this.timeoutMs);
    });
    return Promise.race([work, late]).finally(() => clearTimeout(timer));
  }

  private async once({ method, key = '', query = {}, headers = {}, body }: S3Request): Promise<Response> {
    const address = new URL(`${this.settings.endpoint.replace(/\/$/, '')}/${this.settings.bucket}${key && `/${key}`}`);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    const payload = createHash('sha256').update(body ?? '').digest('hex');
    const signed = await this.client.sign(address, { method, headers: { ...headers, 'x-amz-content-sha256': payload } });
    const abort = new AbortController();
    const answer = fetch(signed.url, { method, headers: signed.headers, signal: abort.signal, ...(body && { body: new Uint8Array(body) }) });
    return this.inTime(answer).catch((error: unknown) => {
      abort.abort();
      throw error;
    });
  }
}
