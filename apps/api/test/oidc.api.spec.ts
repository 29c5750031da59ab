import { TestApp } from '@skillhall/api/testing';
import { createHash, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An identity provider that knows one person and checks the code's challenge. */
class Provider {
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly otherKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  forged = false;
  private server!: Server;
  challenge = '';
  nonce = '';
  login = 'wangfang';

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { status, body } = this.answer(request.url ?? '', new URLSearchParams(Buffer.concat(chunks).toString()));
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  stop(): Promise<unknown> {
    return new Promise((resolve) => this.server.close(resolve));
  }

  private answer(path: string, form: URLSearchParams): { status: number; body: object } {
    const { issuer } = this;
    if (path.startsWith('/.well-known')) return { status: 200, body: { issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys`, response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'] } };
    if (path === '/keys') return { status: 200, body: { keys: [{ ...this.keys.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] } };
    const proven = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url') === this.challenge;
    if (path !== '/token' || form.get('code') !== 'the-code' || !proven) return { status: 400, body: { error: 'invalid_grant' } };
    return { status: 200, body: { access_token: 'a', token_type: 'Bearer', id_token: this.idToken((this.forged ? this.otherKeys : this.keys).privateKey) } };
  }

  private idToken(key: KeyObject): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: this.issuer, aud: 'skillhall', sub: '1', iat: now, exp: now + 300, nonce: this.nonce, preferred_username: this.login };
    const unsigned = `${base64({ alg: 'RS256', kid: 'one' })}.${base64(claims)}`;
    return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(key, 'base64url')}`;
  }
}

const provider = new Provider();
let product: TestApp;

beforeAll(async () => {
  await provider.start();
  product = await TestApp.start({ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'skillhall', OIDC_CLIENT_SECRET: 'secret', PUBLIC_URL: 'http://localhost' });
  await product.addPerson('wangfang', await product.addUnit('C', 'city'), [], '王芳');
});
afterAll(async () => {
  await product.stop();
  await provider.stop();
});

async function start(): Promise<{ state: string; memory: string; parameters: URLSearchParams }> {
  const response = await product.inject('GET', '/auth/oidc/start');
  const parameters = new URL(String(response.headers.location)).searchParams;
  provider.challenge = parameters.get('code_challenge')!;
  provider.nonce = parameters.get('nonce')!;
  const memory = response.cookies.find(({ name }) => name === 'skillhall-oidc')!;
  return { parameters, state: parameters.get('state')!, memory: `${memory.name}=${encodeURIComponent(memory.value)}` };
}

const back = (query: string, memory?: string) => product.inject('GET', `/auth/oidc/callback?${query}`, memory);

describe('sign-in through an identity provider', () => {
  it('is offered with its name', async () => {
    expect((await product.graphql('{ signInOptions { oidcLabel } }')).data).toEqual({ signInOptions: { oidcLabel: '统一身份认证' } });
  });

  it('sends a challenge, a state and a nonce, and opens a session for the person who comes back', async () => {
    const { state, memory, parameters } = await start();
    expect(Object.fromEntries(parameters)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', client_id: 'skillhall', redirect_uri: 'http://localhost/auth/oidc/callback' });
    const response = await back(`code=the-code&state=${state}`, memory);
    const session = response.cookies.find(({ name }) => name === '__Host-skillhall')!;
    expect(response.headers.location).toBe('/');
    expect((await product.graphql('{ viewer { name } }', {}, `${session.name}=${session.value}`)).data).toEqual({ viewer: { name: '王芳' } });
  });

  it('refuses a foreign state, a lost memory, a stolen code, another nonce, and somebody without an account', async () => {
    const attempts: (() => Promise<{ headers: Record<string, unknown> }>)[] = [
      async () => back('code=the-code&state=foreign', (await start()).memory),
      async () => back(`code=the-code&state=${(await start()).state}`),
      async () => {
        const { state, memory } = await start();
        provider.challenge = 'of another browser';
        return back(`code=the-code&state=${state}`, memory);
      },
      async () => {
        const { state, memory } = await start();
        provider.nonce = 'of another sign-in';
        return back(`code=the-code&state=${state}`, memory);
      },
      async () => {
        const { state, memory } = await start();
        provider.login = 'stranger';
        return back(`code=the-code&state=${state}`, memory);
      },
    ];
    attempts.push(async () => {
      const { state, memory } = await start();
      [provider.login, provider.forged] = ['wangfang', true];
      return back(`code=the-code&state=${state}`, memory);
    });
    for (const attempt of attempts) {
      const { headers } = await attempt();
      expect(headers['location']).toBe('/sign-in?failed=oidc');
      expect(String(headers['set-cookie'])).not.toContain('__Host-skillhall');
    }
    provider.forged = false;
  });

  it('lets in who is called like the account, in capitals or not, and nobody whose name only looks like it', async () => {
    const signedIn = async (login: string): Promise<boolean> => {
      provider.login = login;
      const { state, memory } = await start();
      return (await back(`code=the-code&state=${state}`, memory)).headers.location === '/';
    };
    expect([await signedIn('wangfang'), await signedIn('WangFang')]).toEqual([true, true]);
    for (const login of ['ｗａｎｇｆａｎｇ', 'wangfang ', 'wang\u0000fang', 'ｗangfang', '']) expect([login, await signedIn(login)]).toEqual([login, false]);
  });
});
