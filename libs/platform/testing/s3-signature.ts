import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface SignedRequest {
  readonly method: string;
  /** Path and query as they came. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const encoded = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function canonicalQuery(query: string): string {
  const pairs = query ? query.split('&').map((pair) => [...pair.split('='), ''].slice(0, 2).map((part) => encoded(decodeURIComponent(part.replaceAll('+', ' '))))) : [];
  return pairs.map((pair) => pair.join('=')).sort().join('&');
}

/**
 * Computes the signature anew after AWS' own description, apart from the code that signs, and says what is wrong:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export function signatureProblem({ method, url, headers }: SignedRequest, { accessKeyId, secretAccessKey }: Credentials): string | null {
  const found = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? '');
  if (!found) return 'MissingAuthenticationToken';
  const [, credential, signedHeaders, signature] = found as unknown as [string, string, string, string];
  const [id, day, region, service, end] = credential.split('/') as [string, string, string, string, string];
  const time = String(headers['x-amz-date']);
  if (id !== accessKeyId) return 'InvalidAccessKeyId';
  if (service !== 's3' || end !== 'aws4_request' || !time.startsWith(day)) return 'AuthorizationHeaderMalformed';
  const names = signedHeaders.split(';');
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name))) return 'AccessDenied';
  const [path, query = ''] = url.split('?') as [string, string?];
  const lines = names.map((name) => `${name}:${String(headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`).join('');
  const canonical = [method, path, canonicalQuery(query), lines, signedHeaders, headers['x-amz-content-sha256']].join('\n');
  const scope = [day, region, service, end].join('/');
  const key = [day, region, service, end].reduce<string | Buffer>((before, text) => hmac(before, text), `AWS4${secretAccessKey}`);
  return hmac(key, ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')).toString('hex') === signature ? null : 'SignatureDoesNotMatch';
}
