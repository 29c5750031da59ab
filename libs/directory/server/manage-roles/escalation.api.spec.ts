import { TestApp } from '@skillhall/api/testing';
import type { Role } from '@skillhall/kernel';
import { ImportRunner } from '@skillhall/platform/imports';
import { ActorSource } from '@skillhall/platform/access';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let product: TestApp;
let folder: string;
let county: { id: string; path: string };
let hall: { id: string; path: string };
let hr: string;

const rows = (sql: string, values: unknown[] = []) => product.arrange((tx) => tx.query(sql, values) as Promise<Record<string, unknown>[]>);
const idOf = async (number: string): Promise<string> => (await rows('select id from directory.person where staff_number = $1', [number]))[0]!['id'] as string;
const ask = async (query: string, variables: Record<string, unknown>, session = hr) => {
  const answer = await product.graphql(query, variables, session);
  return answer.errors ? answer.errors[0]!.extensions.code : (Object.values(answer.data!)[0] as { __typename: string }).__typename;
};
const reset = (personId: string) => ask('mutation ($personId: ID!) { resetPassword(personId: $personId) { __typename } }', { personId });
const revoke = (grantId: string, session = hr) => ask('mutation ($grantId: ID!) { revokeRole(grantId: $grantId) { __typename } }', { grantId }, session);
const grantsOf = (personId: string) => rows('select id, role from directory.role_grant where person_id = $1 order by role', [personId]);
const grant = (personId: string, role: Role, unit: { id: string; path: string } | null) =>
  rows('insert into directory.role_grant (id, person_id, role, unit_id, unit_path) values (gen_random_uuid(), $1, $2, $3, $4)', [personId, role, unit?.id ?? null, unit?.path ?? '']);

/** What an HR officer of the county brings in through the pages. */
async function importPeople(...lines: string[]): Promise<void> {
  const path = join(folder, 'people.csv');
  await writeFile(path, ['工号,姓名,单位编码,离职日期', ...lines].join('\n'));
  const [account] = await rows(`select id from platform.account where login = 'hr-1'`);
  const actor = await product.app.get(ActorSource).actorOf(account!['id'] as string);
  expect(await product.app.get(ImportRunner).run({ kind: 'people', path, fileName: 'people.csv', dryRun: false, actor, locale: 'zh-CN' })).toMatchObject({ failure: null, rejected: [] });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skillhall-escalation-'));
  product = await TestApp.start();
  const city = await product.addUnit('C', 'city');
  county = await product.addUnit('X1', 'county', city);
  hall = await product.addUnit('X1-Y1', 'hall', county);
  await product.addPerson('hr-1', county, ['hr']);
  for (const number of ['chief', 'manager', 'staff-1']) await product.addPerson(number, hall);
  await grant(await idOf('chief'), 'administrator', null);
  await grant(await idOf('manager'), 'manager', hall);
  await grant(await idOf('staff-1'), 'trainer', hall);
  hr = await product.signIn('hr-1');
});
afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('an HR officer, who holds less than an administrator at the same place', () => {
  it('gets no password of theirs, not even by marking them as having left and bringing them back', async () => {
    const chief = await idOf('chief');
    expect(await reset(chief)).toBe('NotFoundError');
    await importPeople('chief,首长,X1-Y1,2026-01-01');
    expect(await reset(chief)).toBe('NotFoundError');
    await importPeople('chief,首长,X1-Y1,');
    expect(await reset(chief)).toBe('NotFoundError');
    expect(await reset(await idOf('manager'))).toBe('NotFoundError');
    expect(await reset(await idOf('staff-1'))).toBe('ResetPasswordSuccess');
  });

  it('gets no first password of somebody who may do more, when accounts are made for a whole hall', async () => {
    await importPeople('boss,老板,X1-Y1,', 'plain,职员,X1-Y1,');
    await grant(await idOf('boss'), 'manager', hall);
    const created = await product.graphql('mutation ($unitId: ID!) { createAccounts(unitId: $unitId) { ... on CreateAccountsSuccess { created passwordsFileId } } }', { unitId: county.id }, hr);
    const { created: count, passwordsFileId } = (created.data as { createAccounts: { created: number; passwordsFileId: string } }).createAccounts;
    const passwords = (await product.inject('GET', `/files/${passwordsFileId}`, hr)).body;
    expect([count, passwords.includes('plain'), passwords.includes('boss')]).toEqual([1, true, false]);
    expect(await rows(`select login from platform.account where login in ('boss', 'plain')`)).toEqual([{ login: 'plain' }]);
    expect((await product.inject('GET', `/files/${passwordsFileId}`, hr)).statusCode).toBe(404);
  });

  it('takes no role away that is above them, and those that are not', async () => {
    const [[chiefs], [managers], [trainers]] = [await grantsOf(await idOf('chief')), await grantsOf(await idOf('manager')), await grantsOf(await idOf('staff-1'))];
    for (const held of [chiefs, managers]) expect(await revoke(held!['id'] as string)).toBe('NotFoundError');
    expect(await revoke(trainers!['id'] as string)).toBe('GrantRoleSuccess');
    expect(await grantsOf(await idOf('manager'))).toHaveLength(1);
  });

  it('gives nobody a role over more than their own subtree, nor one that may do more', async () => {
    const grantRole = (role: Role, unitId: string, personId: string) => ask('mutation ($personId: ID!, $role: Role!, $unitId: ID!) { grantRole(personId: $personId, role: $role, unitId: $unitId) { __typename } }', { personId, role, unitId });
    const [self, above] = [await idOf('hr-1'), (await rows(`select id from directory.unit where code = 'C'`))[0]!['id'] as string];
    for (const role of ['manager', 'administrator'] as const) expect(await grantRole(role, hall.id, self)).toBe('NotFoundError');
    expect(await grantRole('hr', above, self)).toBe('NotFoundError');
  });
});
