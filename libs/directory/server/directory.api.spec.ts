import { TestApp } from '@skillhall/api/testing';

let product: TestApp;
let city: { id: string; path: string };
let north: { id: string; path: string };
let south: { id: string; path: string };

beforeAll(async () => {
  product = await TestApp.start();
  city = await product.addUnit('C01', 'city', null, '临江市供电公司');
  north = await product.addUnit('C01-X1', 'county', city, '江北县供电公司');
  south = await product.addUnit('C01-X2', 'county', city, '江南区供电公司');
  const hall = await product.addUnit('C01-X1-Y01', 'hall', north, '东湖营业厅');
  await product.addPerson('10001', hall, [], '王芳');
  await product.addPerson('10002', north, ['hr'], '李强');
  await product.addPerson('10003', south, ['hr'], '陈静');
  await product.addPerson('10004', city, ['administrator'], '赵敏');
  await product.arrange((tx) => tx.query(`update directory.person set phone = '10000001234' where staff_number = '10001'`));
});
afterAll(() => product.stop());

const people = 'query ($filter: PersonFilter) { people(filter: $filter) { totalCount nodes { id name phone unit { name } hasAccount roleGrants { role } } } }';

describe('people', () => {
  it('are shown to HR of their own subtree alone', async () => {
    const seenByNorth = await product.graphql(people, {}, await product.signIn('10002'));
    expect(seenByNorth.data).toMatchObject({ people: { totalCount: 2 } });
    expect(JSON.stringify(seenByNorth.data)).not.toContain('陈静');
    const seenBySouth = await product.graphql(people, {}, await product.signIn('10003'));
    expect(seenBySouth.data).toMatchObject({ people: { totalCount: 1, nodes: [{ name: '陈静' }] } });
  });

  it('outside the subtree are not found, even by their id', async () => {
    const [{ id }] = await product.arrange((tx) => tx.query(`select id from directory.person where staff_number = '10001'`) as Promise<[{ id: string }]>);
    const answer = await product.graphql('query ($id: ID!) { person(id: $id) { name } }', { id }, await product.signIn('10003'));
    expect(answer).toEqual({ data: { person: null } });
  });

  it('stay hidden by row-level security even where a query forgets its scope', async () => {
    const actor = { accountId: '00000000-0000-7000-8000-000000000000', personId: null, unitPath: null, name: 'x', grants: [{ role: 'hr' as const, unitId: south.id, path: south.path }] };
    const rows = await product.database.asActor(actor, 'person.read', (tx) => tx.query('select name from directory.person') as Promise<{ name: string }[]>);
    expect(rows).toEqual([{ name: '陈静' }]);
  });

  it('are refused to staff, and to anybody who is not signed in', async () => {
    const staff = await product.graphql(people, {}, await product.signIn('10001'));
    expect(staff.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await product.graphql(people)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('have their telephone number open for HR and hidden for a trainer', async () => {
    const hr = await product.graphql(people, { filter: { search: '王' } }, await product.signIn('10002'));
    expect(hr.data).toMatchObject({ people: { nodes: [{ phone: '10000001234', unit: { name: '东湖营业厅' }, hasAccount: true }] } });
    await product.addPerson('10005', north, ['trainer']);
    const trainer = await product.graphql(people, { filter: { search: '王' } }, await product.signIn('10005'));
    expect(trainer.data).toMatchObject({ people: { nodes: [{ phone: '100****1234' }] } });
  });
});

describe('people filtered by account', () => {
  it('are those who can sign in, or those who cannot yet', async () => {
    await product.arrange((tx) => tx.query(`insert into directory.person (id, staff_number, name, unit_id, unit_path) select gen_random_uuid(), '10009', '孙平', id, path from directory.unit where code = 'C01-X1'`));
    const session = await product.signIn('10002');
    const without = await product.graphql(people, { filter: { hasAccount: false } }, session);
    expect(without.data).toMatchObject({ people: { totalCount: 1, nodes: [{ name: '孙平', hasAccount: false }] } });
    const having = (await product.graphql(people, { filter: { hasAccount: true } }, session)).data as { people: { nodes: { hasAccount: boolean }[] } };
    expect(having.people.nodes.length).toBeGreaterThan(0);
    expect(having.people.nodes.every(({ hasAccount }) => hasAccount)).toBe(true);
  });
});

describe('roles', () => {
  const grant = 'mutation ($personId: ID!, $role: Role!, $unitId: ID!) { grantRole(personId: $personId, role: $role, unitId: $unitId) { __typename ... on UserError { code message } } }';
  const idOf = (number: string) => product.arrange(async (tx) => ((await tx.query('select id from directory.person where staff_number = $1', [number])) as [{ id: string }])[0].id);

  it('are granted inside the subtree, once, and written into the audit log', async () => {
    const session = await product.signIn('10002');
    const variables = { personId: await idOf('10001'), role: 'trainer', unitId: north.id };
    expect(await product.graphql(grant, variables, session)).toMatchObject({ data: { grantRole: { __typename: 'GrantRoleSuccess' } } });
    expect(await product.graphql(grant, variables, session)).toMatchObject({ data: { grantRole: { code: 'ROLE_ALREADY_GRANTED', message: '此人在该单位已经有这个角色。' } } });
    const log = await product.arrange((tx) => tx.query(`select details from platform.audit_entry where action = 'role.granted'`) as Promise<{ details: object }[]>);
    expect(log).toEqual([{ details: { role: 'trainer', unit: 'C01-X1', staffNumber: '10001' } }]);
  });

  it('cannot be granted beyond what the granter holds', async () => {
    const session = await product.signIn('10002');
    const personId = await idOf('10002');
    for (const [role, unitId] of [['administrator', north.id], ['hr', city.id], ['hr', south.id]])
      expect(await product.graphql(grant, { personId, role, unitId }, session)).toMatchObject({ data: { grantRole: { __typename: 'NotFoundError' } } });
  });
});

describe('units', () => {
  it('and people with an id that is none are not there, as others that are not there', async () => {
    const session = await product.signIn('10002');
    expect(await product.graphql('{ unit(id: "none") { name } person(id: "") { name } people(filter: { unitId: "none" }) { totalCount } byPost: people(filter: { postId: "none" }) { totalCount } }', {}, session)).toEqual({
      data: { unit: null, person: null, people: { totalCount: 0 }, byPost: { totalCount: 0 } },
    });
  });

  it('show the tree with few statements however many units it has', async () => {
    const answer = await product.graphql('{ myUnits { name hallCount peopleCount children { name ancestors { name } children { name } } } }', {}, await product.signIn('10004'));
    expect(answer.data).toMatchObject({ myUnits: [{ name: '临江市供电公司', hallCount: 1, children: [{ name: '江北县供电公司', ancestors: [{ name: '临江市供电公司' }], children: [{ name: '东湖营业厅' }] }, { name: '江南区供电公司' }] }] });
  });
});
