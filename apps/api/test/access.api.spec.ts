import { TestApp } from '@skillhall/api/testing';
import { ACCESS_RULE, type AccessRule } from '@skillhall/platform/access';
import { KeptConnections } from '@skillhall/platform/database';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { RESOLVER_NAME_METADATA, RESOLVER_TYPE_METADATA } from '@nestjs/graphql/dist/graphql.constants.js';

let product: TestApp;
beforeAll(async () => {
  product = await TestApp.start();
  const city = await product.addUnit('C', 'city');
  await product.addPerson('admin-1', city, ['administrator'], '赵敏');
  await product.addPerson('staff-1', city, [], '王芳');
});
afterAll(() => product.stop());

/** Every root field and every route, with the rule it carries. */
function doors(): { name: string; rule: AccessRule | undefined }[] {
  const discovery = product.app.get(DiscoveryService);
  const scanner = new MetadataScanner();
  return [...discovery.getProviders(), ...discovery.getControllers()].flatMap(({ instance, metatype }) => {
    if (!instance || typeof instance !== 'object' || !metatype) return [];
    return scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object).flatMap((method) => {
      const handler = (instance as Record<string, object>)[method]!;
      const type = Reflect.getMetadata(RESOLVER_TYPE_METADATA, handler) as string | undefined;
      const root = type === 'Query' || type === 'Mutation' || type === 'Subscription';
      const route = Reflect.hasMetadata(PATH_METADATA, handler);
      if (!root && !route) return [];
      const rule = (Reflect.getMetadata(ACCESS_RULE, handler) ?? Reflect.getMetadata(ACCESS_RULE, metatype)) as AccessRule | undefined;
      const name = root ? `${type} ${(Reflect.getMetadata(RESOLVER_NAME_METADATA, handler) as string | undefined) ?? method}` : `Route ${metatype.name}.${method}`;
      return [{ name, rule }];
    });
  });
}

describe('access', () => {
  it('is ruled at every root field and every route, without exception', () => {
    const found = doors();
    expect(found.length).toBeGreaterThan(30);
    expect(found.filter(({ rule }) => !rule).map(({ name }) => name)).toEqual([]);
  });

  it('shows what is open to everybody as a list that a reviewer reads', () => {
    const open = doors().filter(({ rule }) => rule?.kind === 'public').map(({ name, rule }) => `${name}: ${rule?.kind === 'public' ? rule.reason : ''}`);
    expect(open.sort()).toMatchSnapshot();
  });

  it('refuses every field that asks for a permission to somebody who is not signed in', async () => {
    const answer = await product.graphql('{ auditEntries { totalCount } }');
    expect(answer).toMatchObject({ data: null, errors: [{ message: 'Please sign in.', extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('shows the audit log to an administrator of the whole organisation alone', async () => {
    const log = async (): Promise<number> => ((await product.graphql('{ auditEntries { totalCount } }', {}, await product.signIn('admin-1'))).data as { auditEntries: { totalCount: number } }).auditEntries.totalCount;
    expect(await log()).toBe(0);
    await product.arrange((tx) => tx.query(`insert into directory.role_grant (id, person_id, role) select gen_random_uuid(), id, 'administrator' from directory.person where staff_number = 'admin-1'`));
    expect(await log()).toBeGreaterThan(0);
  });

  it('changes at once when a role is taken away', async () => {
    const session = await product.signIn('admin-1');
    expect((await product.graphql('{ auditEntries { totalCount } }', {}, session)).errors).toBeUndefined();
    await product.arrange((tx) => tx.query(`delete from directory.role_grant`));
    expect((await product.graphql('{ auditEntries { totalCount } }', {}, session)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await product.arrange((tx) => tx.query(`insert into directory.role_grant (id, person_id, role) select gen_random_uuid(), id, 'administrator' from directory.person where staff_number = 'admin-1'`));
  });
});

const signIn = 'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { __typename ... on UserError { code message } ... on TooManyAttemptsError { retryAfterSeconds } } }';

describe('signing in', () => {
  it('answers a wrong password and an unknown name alike', async () => {
    const wrong = await product.graphql(signIn, { login: 'staff-1', password: 'not the password' });
    const unknown = await product.graphql(signIn, { login: 'nobody-9', password: 'not the password' });
    expect(wrong).toEqual(unknown);
    expect(wrong.data).toMatchObject({ signIn: { code: 'WRONG_CREDENTIALS', message: '账号或密码不对，请再试一次。' } });
  });

  it('makes whoever guesses wait, for that name from that address', async () => {
    const answers = [];
    for (let n = 0; n < 12; n++) answers.push((await product.graphql(signIn, { login: 'guessed', password: `guess ${n}` })).data!['signIn']);
    expect(answers[9]).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(answers[11]).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: expect.any(Number) as number });
    expect(await product.signIn('staff-1')).toContain('__Host-skillhall=');
  });

  it('counts wrong ones of an address whatever the name, and right ones not: a whole house may come from one', async () => {
    const counted = async (): Promise<number> => ((await product.arrange((tx) => tx.query(`select count from platform.rate_limit where key = 'sign-in:127.0.0.1'`))) as [{ count: number }])[0].count;
    const before = await counted();
    for (let n = 0; n < 3; n++) await product.signIn('staff-1');
    expect(await counted()).toBe(before);
    await product.arrange((tx) => tx.query(`update platform.rate_limit set count = 299 where key = 'sign-in:127.0.0.1'`));
    const answers = [];
    for (const [login, password] of [['staff-1', 'a quiet counter at noon'], ['sprayed', 'x'], ['staff-1', 'a quiet counter at noon']]) answers.push((await product.graphql(signIn, { login, password })).data!['signIn']);
    expect(answers).toMatchObject([{ __typename: 'SignInSuccess' }, { code: 'WRONG_CREDENTIALS' }, { code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: expect.any(Number) as number }]);
    await product.arrange((tx) => tx.query(`delete from platform.rate_limit where key = 'sign-in:127.0.0.1'`));
  });

  it('sets a cookie that no script reads and no other site sends', async () => {
    const body = JSON.stringify({ query: signIn, variables: { login: 'staff-1', password: 'a quiet counter at noon' } });
    const response = await product.inject('POST', '/graphql', undefined, { 'content-type': 'application/json' }, body);
    expect(response.headers['set-cookie']).toMatch(/^__Host-skillhall=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const intranet = await product.inject('POST', '/graphql', undefined, { 'content-type': 'application/json', host: 'hall.intranet' }, body);
    expect(intranet.headers['set-cookie']).toMatch(/^skillhall=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('shows in its answer the person who has just signed in', async () => {
    const query = 'mutation { signIn(login: "staff-1", password: "a quiet counter at noon") { ... on SignInSuccess { viewer { roles person { name unit { code } } } } } }';
    expect((await product.graphql(query)).data).toEqual({ signIn: { viewer: { roles: ['staff'], person: { name: '王芳', unit: { code: 'C' } } } } });
  });

  it('lists own sessions and ends one of them, but none of anybody else', async () => {
    const [mine, other, admins] = [await product.signIn('staff-1'), await product.signIn('staff-1'), await product.signIn('admin-1')];
    const list = async (session: string) => (await product.graphql('{ mySessions { id current } }', {}, session)).data!['mySessions'] as { id: string; current: boolean }[];
    const current = (await list(other)).find(({ current }) => current)!;
    const end = 'mutation ($id: ID!) { endSession(id: $id) { __typename } }';
    expect((await product.graphql(end, { id: current.id }, admins)).data).toEqual({ endSession: { __typename: 'NotFoundError' } });
    expect((await product.graphql(end, { id: current.id }, mine)).data).toEqual({ endSession: { __typename: 'EndSessionSuccess' } });
    expect((await product.graphql('{ viewer { name } }', {}, other)).data).toEqual({ viewer: null });
    expect((await product.graphql('{ viewer { name } }', {}, mine)).data).toEqual({ viewer: { name: '王芳' } });
  });

  it('refuses weak new passwords with the reason, and ends the other sessions on a change', async () => {
    const change = 'mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) { __typename ... on UserError { code } } }';
    await product.addPerson('changer', await product.addUnit('D', 'city'), []);
    const [session, elsewhere] = [await product.signIn('changer'), await product.signIn('changer')];
    const current = 'a quiet counter at noon';
    for (const [next, code] of [['short', 'PASSWORD_SHORT'], ['12345678', 'PASSWORD_COMMON'], ['changer12', 'PASSWORD_CONTEXT'], ['x'.repeat(129), 'PASSWORD_LONG']])
      expect((await product.graphql(change, { current, next }, session)).data).toMatchObject({ changePassword: { code } });
    expect((await product.graphql(change, { current: 'wrong', next: 'noon at a loud counter' }, session)).data).toMatchObject({ changePassword: { code: 'WRONG_CREDENTIALS' } });
    expect((await product.graphql(change, { current, next: 'noon at a loud counter' }, session)).data).toMatchObject({ changePassword: { __typename: 'ChangePasswordSuccess' } });
    expect((await product.graphql('{ viewer { name } }', {}, elsewhere)).data).toEqual({ viewer: null });
    expect((await product.graphql('{ viewer { name } }', {}, session)).data).not.toEqual({ viewer: null });
  });

  it('lets somebody with a first password do nothing before it is changed', async () => {
    await product.addPerson('newcomer', await product.addUnit('E', 'city'), ['hr']);
    await product.arrange((tx) => tx.query(`update platform.account set must_change_password = true where login = 'newcomer'`));
    const session = await product.signIn('newcomer');
    expect((await product.graphql('{ viewer { mustChangePassword } }', {}, session)).data).toEqual({ viewer: { mustChangePassword: true } });
    for (const query of ['{ people { totalCount } }', '{ mySessions { id } }']) expect((await product.graphql(query, {}, session)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await product.graphql('mutation { changePassword(current: "a quiet counter at noon", next: "a loud counter at dusk") { __typename } }', {}, session);
    expect((await product.graphql('{ people { totalCount } }', {}, session)).errors).toBeUndefined();
  });

  it('is found for each of many requests of one moment, in one statement, and never for another', async () => {
    const [staff, admin] = [await product.signIn('staff-1'), await product.signIn('admin-1')];
    const asked = jest.spyOn(product.app.get(KeptConnections), 'run');
    const sessions = [staff, '__Host-skillhall=nobody', admin, undefined, staff];
    const answers = await Promise.all(sessions.map((session) => product.graphql('{ mySessions { current } }', {}, session)));
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'fine')).toEqual(['fine', 'UNAUTHENTICATED', 'fine', 'UNAUTHENTICATED', 'fine']);
    expect(asked.mock.calls.map(([, { name }, [tokens]]) => [name, (tokens as unknown[]).length])).toEqual([['session.find', 4]]);
    asked.mockRestore();
    const names = await Promise.all([staff, admin, staff].map((session) => product.graphql('{ viewer { name } }', {}, session)));
    expect(names.map(({ data }) => data)).toEqual(['王芳', '赵敏', '王芳'].map((name) => ({ viewer: { name } })));
  });

  it('ends when it is idle for too long, and is noted as used a minute apart', async () => {
    const session = await product.signIn('admin-1');
    const seen = async (ago: string): Promise<boolean> => {
      await product.arrange((tx) => tx.query(`update platform.session set last_seen_at = now() - $1::interval`, [ago]));
      const { data } = await product.graphql('{ viewer { name } }', {}, session);
      return data!['viewer'] !== null;
    };
    expect([await seen('7 hours'), await seen('9 hours')]).toEqual([true, false]);
    await seen('7 hours');
    const [{ fresh }] = await product.arrange((tx) => tx.query(`select count(*)::int as fresh from platform.session where last_seen_at > now() - interval '1 minute'`) as Promise<[{ fresh: number }]>);
    expect(fresh).toBe(1);
  });

  it('is over for an account that was disabled and for somebody who left', async () => {
    const session = await product.signIn('staff-1');
    await product.arrange((tx) => tx.query(`update platform.account set disabled_at = now() where login = 'staff-1'`));
    expect((await product.graphql('{ viewer { name } }', {}, session)).data).toEqual({ viewer: null });
    await product.arrange((tx) => tx.query(`update platform.account set disabled_at = null where login = 'staff-1'`));
    await product.arrange((tx) => tx.query(`update directory.person set left_on = '2026-01-01' where staff_number = 'staff-1'`));
    expect((await product.graphql('{ myUnits { name } }', {}, session)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('requests from other pages', () => {
  it('are refused: a foreign origin, a form, a GET, a write without the header', async () => {
    const body = JSON.stringify({ query: '{ viewer { name } }' });
    const json = { 'content-type': 'application/json' };
    expect((await product.inject('POST', '/graphql', undefined, { ...json, origin: 'https://elsewhere.example' }, body)).statusCode).toBe(403);
    expect((await product.inject('POST', '/graphql', undefined, { ...json, origin: 'http://localhost' }, body)).statusCode).toBe(200);
    expect((await product.inject('POST', '/graphql', undefined, { 'content-type': 'text/plain' }, body)).statusCode).toBe(400);
    expect((await product.inject('GET', '/graphql?query=%7Bviewer%7Bname%7D%7D')).statusCode).toBe(400);
    const bare = await product.app.inject({ method: 'POST', url: '/files', headers: { host: 'localhost' } });
    expect(bare.statusCode).toBe(403);
  });
});

describe('limits on a query', () => {
  const said = async (query: string) => (await product.graphql(query)).errors?.map(({ message, extensions }) => `${extensions.code}: ${message}`).join();

  it('refuse depth, aliases, tokens, cost, and a second sign-in in one request', async () => {
    const deep = `{ myUnits { ${'children { '.repeat(12)} name ${'} '.repeat(12)} } }`;
    expect(await said(deep)).toBe('GRAPHQL_VALIDATION_FAILED: The query is nested deeper than 12.');
    expect(await said(`{ ${Array.from({ length: 21 }, (_, n) => `a${n}: viewer { name }`).join(' ')} }`)).toContain('More than 20 aliases');
    expect(await said(`{ ${'viewer { name } '.repeat(700)} }`)).toContain('GRAPHQL_PARSE_FAILED');
    expect(await said('{ people(limit: 200) { nodes { unit { children { parent { children { parent { name } } } ancestors { children { parent { name } } } parent { children { parent { name } } } } ancestors { children { ancestors { children { parent { name } } } } } } employments { unit { parent { parent { parent { children { parent { name } } } } } children { parent { children { parent { name } } } } } post { name } } roleGrants { unit { children { parent { name } } } } } } }')).toContain('TOO_COSTLY');
    expect(await said('mutation { a: signIn(login: "a", password: "b") { __typename } b: signIn(login: "a", password: "c") { __typename } }')).toContain('signIn may stand in a request once');
  });

  it('refuse a body larger than a megabyte, and a batch', async () => {
    const json = { 'content-type': 'application/json' };
    expect((await product.inject('POST', '/graphql', undefined, json, JSON.stringify({ query: `#${'x'.repeat(1_100_000)}` }))).statusCode).toBe(413);
    expect((await product.inject('POST', '/graphql', undefined, json, JSON.stringify([{ query: '{ viewer { name } }' }]))).statusCode).toBe(400);
  });

  it('never show what went wrong inside', async () => {
    const session = await product.signIn('admin-1');
    expect(await product.graphql('query ($id: ID!) { unit(id: $id) { name } }', { id: 'no uuid' }, session)).toEqual({ data: { unit: null } });
    const answer = await product.graphql('query ($text: String!) { people(filter: { search: $text }) { totalCount } }', { text: 'a\u0000b' }, session);
    expect(answer.errors).toMatchObject([{ message: 'A value, such as an id, does not have the form it must have.', extensions: { code: 'BAD_VALUE' } }]);
    expect(JSON.stringify(answer)).not.toMatch(/uuid|syntax|stack|select/i);
  });
});

describe('health', () => {
  it('answers life and readiness, and shows metrics to this machine alone', async () => {
    expect((await product.inject('GET', '/healthz')).json()).toEqual({ status: 'ok' });
    expect((await product.inject('GET', '/readyz')).json()).toEqual({ status: 'ok' });
    expect((await product.inject('GET', '/metrics')).body).toContain('skillhall_http_request_seconds_bucket');
    const elsewhere = await product.app.inject({ method: 'GET', url: '/metrics', remoteAddress: '10.0.0.9' });
    expect(elsewhere.statusCode).toBe(404);
  });
});
