import { TestApp } from '@skillhall/api/testing';
import { ApolloServer } from '@apollo/server';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isObjectType } from 'graphql';

let product: TestApp;
let staff: string;
let admin: string;
beforeAll(async () => {
  product = await TestApp.start();
  const city = await product.addUnit('C', 'city');
  await product.addPerson('admin-1', city, ['administrator'], '赵敏');
  await product.addPerson('staff-1', city, [], '王芳');
  [staff, admin] = [await product.signIn('staff-1'), await product.signIn('admin-1')];
});
afterAll(() => product.stop());

interface Asked {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string;
  readonly extensions?: unknown;
}

/** Everything of an answer that is not of the moment, and whether Apollo was needed for it. */
async function ask(body: Asked, session?: string, headers: Record<string, string> = {}) {
  const apollo = jest.spyOn(ApolloServer.prototype, 'executeHTTPGraphQLRequest');
  const response = await product.inject('POST', '/graphql', session, { 'content-type': 'application/json', ...headers }, JSON.stringify(body));
  const { 'x-request-id': requestId, date, ...rest } = response.headers;
  expect([typeof requestId, typeof date]).toEqual(['string', 'string']);
  const throughApollo = apollo.mock.calls.length > 0;
  apollo.mockRestore();
  return { throughApollo, said: { status: response.statusCode, headers: rest, body: response.body } };
}

describe('an operation that has been asked before', () => {
  it.each<[string, Asked, 'staff' | 'admin' | 'nobody']>([
    ['a query', { query: '{ viewer { name roles } }' }, 'staff'],
    ['nobody signed in', { query: '{ viewer { login } }' }, 'nobody'],
    ['a refusal', { query: '{ auditEntries { totalCount } }' }, 'staff'],
    ['a field that fails beside one that does not', { query: 'query ($id: ID!) { viewer { name } importRun(id: $id) { fileName } }', variables: { id: 'no uuid' } }, 'admin'],
    ['a variable that is missing', { query: 'query ($id: ID!) { unit(id: $id) { code } }', variables: {} }, 'admin'],
    ['a variable of the wrong type', { query: 'query ($limit: Int) { people(limit: $limit) { totalCount } }', variables: { limit: 'ten' } }, 'admin'],
    ['a failure of a mutation', { query: 'mutation ($id: ID!) { endSession(id: $id) { __typename ... on UserError { code message } } }', variables: { id: '00000000-0000-7000-8000-000000000000' } }, 'staff'],
    ['one of two operations', { query: 'query A { viewer { name } } query B { viewer { locale } }', operationName: 'B' }, 'staff'],
    ['a fragment, an alias and a directive', { query: 'query ($more: Boolean!) { who: viewer { ...Names } } fragment Names on Viewer { name login @include(if: $more) }', variables: { more: false } }, 'admin'],
    ['variables that are null', { query: '{ myUnits { code } }', variables: null }, 'staff'],
  ])('is answered without Apollo exactly as with it: %s', async (_, body, who) => {
    const session = { staff, admin, nobody: undefined }[who];
    const [first, second] = [await ask(body, session), await ask(body, session)];
    expect([first.throughApollo, second.throughApollo]).toEqual([true, false]);
    expect(second.said).toEqual(first.said);
  });

  it('is answered to each in the own name, and in the own language', async () => {
    const body = { query: 'mutation { endSession(id: "00000000-0000-7000-8000-000000000001") { ... on UserError { message } } }' };
    await ask(body, staff);
    expect((await ask(body, staff, { 'accept-language': 'en' })).said.body).toContain('Not found');
    expect((await ask(body)).said.body).toContain('UNAUTHENTICATED');
    const names = await Promise.all([staff, admin, staff, admin].map((session) => product.graphql('{ viewer { name login } }', {}, session)));
    expect(names.map(({ data }) => (data!['viewer'] as { name: string }).name)).toEqual(['王芳', '赵敏', '王芳', '赵敏']);
  });

  it('has nothing to call for a field that only reads its property, and its resolvers where we answer', () => {
    const fields = Object.values(product.app.get(GraphQLSchemaHost).schema.getTypeMap()).filter(isObjectType).flatMap((type) => Object.values(type.getFields()).map((field) => [type.name, field] as const));
    const called = fields.filter(([, { resolve }]) => resolve).map(([type, { name }]) => `${type}.${name}`);
    expect(called).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(QuestionForExaminee|SavedAnswer|AuditEntry)\./)]));
    expect(called).toEqual(expect.arrayContaining(['Query.viewer', 'Mutation.startSitting', 'AttemptForExaminee.questions']));
  });

  it('is weighed anew, since what it costs depends on its variables', async () => {
    const units = Array.from({ length: 15 }, (_, n) => `u${n}: unit { parent { name } }`).join(' ');
    const query = `query ($limit: Int) { people(limit: $limit) { nodes { ${units} } } }`;
    await ask({ query, variables: { limit: 1 } }, admin);
    expect((await ask({ query, variables: { limit: 1 } }, admin)).throughApollo).toBe(false);
    const dear = await ask({ query, variables: { limit: 1_000_000 } }, admin);
    expect(dear.said.body).toContain('TOO_COSTLY');
  });

  it('goes through Apollo where it is asked for in another way, and what was refused is refused again', async () => {
    const body = { query: '{ signInOptions { password } }' };
    await ask(body);
    expect((await ask(body)).throughApollo).toBe(false);
    expect((await ask(body, undefined, { accept: 'application/graphql-response+json' })).said.headers['content-type']).toContain('graphql-response+json');
    expect((await ask({ ...body, extensions: {} })).throughApollo).toBe(true);
    expect((await ask(body, undefined, { 'content-type': 'text/plain' })).said.status).toBe(400);
    for (let time = 0; time < 2; time++) expect((await ask({ query: '{ nothing }' })).said.body).toContain('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('what every answer says to browsers', () => {
  it('is the same for pages, answers, refusals and what is not there', async () => {
    const answers = [
      await product.inject('GET', '/healthz'),
      await product.inject('GET', '/nowhere'),
      await product.inject('POST', '/graphql', undefined, { 'content-type': 'application/json', origin: 'https://elsewhere.example' }, '{}'),
      await product.inject('POST', '/graphql', undefined, { 'content-type': 'application/json' }, '{"query":'),
      await product.inject('POST', '/graphql', undefined, { 'content-type': 'application/json' }, JSON.stringify({ query: '{ __typename }' })),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 404, 403, 400, 200]);
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toMatch(/default-src 'self'.*object-src 'none'.*frame-ancestors 'none'/);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'SAMEORIGIN' });
    }
    expect(new Set(answers.map(({ headers }) => headers['x-request-id'])).size).toBe(answers.length);
  });
});
