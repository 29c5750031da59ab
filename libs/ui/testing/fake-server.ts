/** A GraphQL server of a test: what each operation answers, and what was asked. For tests only. */
export interface FakeServer {
  readonly asked: { readonly name: string; readonly variables: Record<string, unknown> }[];
  /** While true nothing gets through, as without a network. */
  offline: boolean;
  answer: (name: string, reply: Reply) => void;
}

type Reply = unknown | ((variables: Record<string, unknown>) => unknown);

/** Takes the place of `fetch`; an operation without a reply fails the test by its name. */
export function fakeServer(replies: Readonly<Record<string, Reply>> = {}): FakeServer {
  const known = new Map(Object.entries(replies));
  const server: FakeServer = { asked: [], offline: false, answer: (name, reply) => void known.set(name, reply) };
  globalThis.fetch = (async (_address: unknown, init?: { body?: unknown }) => {
    if (server.offline) throw new TypeError('Failed to fetch');
    const { query, variables } = JSON.parse(String(init?.body)) as { query: string; variables: Record<string, unknown> };
    const name = /\b(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? '';
    server.asked.push({ name, variables });
    const reply = known.get(name);
    const body =
      reply === undefined
        ? { errors: [{ message: `the test has no answer to ${name}` }] }
        : { data: typeof reply === 'function' ? await (reply as (v: unknown) => unknown)(variables) : reply };
    return new Response(JSON.stringify(body), { status: 200, headers: { 'content-type': 'application/json' } });
  }) as typeof fetch;
  return server;
}
