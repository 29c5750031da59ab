import { currentLocale } from '../i18n/locale.js';
import { documentText, type Document } from './document.js';

/** Why a request brought nothing: no way to the server, nobody signed in, not allowed, or a fault over there. */
export type FailureKind = 'network' | 'signedOut' | 'forbidden' | 'server';

export class RequestFailure extends Error {
  readonly kind: FailureKind;
  readonly retryAfterSeconds: number | undefined;
  constructor(kind: FailureKind, message: string, retryAfterSeconds?: number) {
    super(message);
    this.name = 'RequestFailure';
    this.kind = kind;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

interface GraphQLAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

const kinds: Readonly<Record<string, FailureKind>> = { UNAUTHENTICATED: 'signedOut', FORBIDDEN: 'forbidden' };
const signedOutListeners = new Set<() => void>();
const longestWaitMs = 20_000;

/** Calls `listener` whenever the server says that nobody is signed in any more. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

export type VariablesArgument<Variables> = Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables];

/** Sends one document; throws only RequestFailure. */
export async function request<Data, Variables>(
  document: Document<Data, Variables>,
  ...[variables]: VariablesArgument<Variables>
): Promise<Data> {
  const body = JSON.stringify({ query: documentText(document.source), variables: variables ?? {} });
  try {
    return readAnswer(await post(body)) as Data;
  } catch (error) {
    if (error instanceof RequestFailure && error.kind === 'signedOut') signedOutListeners.forEach((listener) => listener());
    throw error;
  }
}

async function post(body: string): Promise<{ response: Response; answer: GraphQLAnswer | undefined }> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), longestWaitMs);
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      signal: stop.signal,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'accept-language': currentLocale(),
        'x-skillhall-request': '1',
      },
      body,
    });
    // Read within the same limit: a phone may lose the network between the head and the body.
    const text = await response.text();
    return { response, answer: parse(text) };
  } catch {
    throw new RequestFailure('network', 'the server could not be reached');
  } finally {
    clearTimeout(timer);
  }
}

function parse(text: string): GraphQLAnswer | undefined {
  try {
    return JSON.parse(text) as GraphQLAnswer;
  } catch {
    return undefined;
  }
}

function readAnswer({ response, answer }: { response: Response; answer: GraphQLAnswer | undefined }): unknown {
  const error = answer?.errors?.[0];
  if (error) throw new RequestFailure(kinds[error.extensions?.code ?? ''] ?? byStatus(response.status), error.message);
  if (answer?.data === undefined || answer.data === null) {
    const wait = Number(response.headers.get('retry-after')) || undefined;
    throw new RequestFailure(byStatus(response.status), `the server answered ${response.status}`, wait);
  }
  return answer.data;
}

/** A proxy that cannot reach the server answers 502 to 504: for the reader that is the same as no network. */
function byStatus(status: number): FailureKind {
  if (status === 401) return 'signedOut';
  if (status === 403) return 'forbidden';
  return status >= 502 && status <= 504 ? 'network' : 'server';
}
