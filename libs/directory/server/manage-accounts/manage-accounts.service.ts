import { type Actor, err, failure, type Failure, type Grant, inScope, newId, ok, type Result, rolePermissions, scopeOf } from '@skillhall/kernel';
import { Accounts, hashPassword, temporaryPassword } from '@skillhall/platform/access';
import { AuditLog } from '@skillhall/platform/audit';
import { Database } from '@skillhall/platform/database';
import { Files } from '@skillhall/platform/files';
import { csvText } from '@skillhall/platform/tabular';
import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { accountStanding } from '../data/account-standing.js';
import { PersonRepository } from '../data/person.repository.js';
import { UnitRepository } from '../data/unit.repository.js';
import { CreateAccountsSuccess, ResetPasswordSuccess } from './manage-accounts.types.js';

const withoutAccount = `select p.id, p.staff_number as "staffNumber", p.name from directory.person p
  where p.left_on is null and p.unit_path >= $1 and p.unit_path < $1 || '~'
    and not exists (select from platform.account a where a.person_id = p.id or a.login = lower(p.staff_number))
  order by p.unit_path, p.staff_number limit 2000`;

const insert = `insert into platform.account (id, login, name, password_hash, must_change_password, person_id)
  select id, lower(login), name, hash, true, person
  from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[]) as t(id, login, name, hash, person)`;

const accountOf = `select a.id, standing.grants from platform.account a cross join lateral (${accountStanding}) as standing where a.person_id = $1`;

@Injectable()
export class ManageAccountsService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitRepository,
    private readonly people: PersonRepository,
    private readonly accounts: Accounts,
    private readonly files: Files,
    private readonly audit: AuditLog,
  ) {}

  /** Gives an account to everybody below the unit who has none, at most 2,000 at a time. */
  async createAll(actor: Actor, unitId: string): Promise<Result<CreateAccountsSuccess, Failure>> {
    const unit = await this.database.asActor(actor, 'account.manage', (tx) => this.units.findInScope(tx, scopeOf(actor, 'account.manage'), unitId));
    if (!unit) return err(failure('NOT_FOUND'));
    const people = await this.database.asSystem('the unit was checked; accounts belong to no unit', (tx) => tx.query(withoutAccount, [unit.path]) as Promise<{ id: string; staffNumber: string; name: string }[]>);
    if (!people.length) return ok(Object.assign(new CreateAccountsSuccess(), { created: 0, passwordsFileId: null }));
    const passwords = people.map(() => temporaryPassword());
    const hashes = await Promise.all(passwords.map(hashPassword));
    await this.database.asSystem('the unit was checked; accounts belong to no unit', async (tx) => {
      await tx.query(insert, [people.map(() => newId()), people.map((p) => p.staffNumber), people.map((p) => p.name), hashes, people.map((p) => p.id)]);
      await this.audit.record(tx, actor, { action: 'accounts.created', subjectType: 'unit', subjectId: unit.id, details: { unit: unit.code, count: people.length } });
    });
    const rows = [['工号', '姓名', '初始密码'], ...people.map((person, index) => [person.staffNumber, person.name, passwords[index]!])];
    const content = Readable.from([Buffer.from(csvText(rows))]);
    const file = await this.files.save({ name: `初始密码-${unit.name}.csv`, mediaType: 'text/csv', content, owner: actor, once: true });
    return ok(Object.assign(new CreateAccountsSuccess(), { created: people.length, passwordsFileId: file.id }));
  }

  /** A new first password for one person, unless that person may do what the actor may not. */
  async reset(actor: Actor, personId: string): Promise<Result<ResetPasswordSuccess, Failure>> {
    const person = await this.database.asActor(actor, 'account.manage', (tx) => this.people.findInScope(tx, scopeOf(actor, 'account.manage'), personId));
    if (!person) return err(failure('NOT_FOUND'));
    return this.database.asSystem('the person was checked; accounts belong to no unit', async (tx) => {
      const [account] = (await tx.query(accountOf, [personId])) as [{ id: string; grants: readonly Grant[] }?];
      if (!account) return err(failure('NOT_FOUND'));
      const above = account.grants.some(({ role, path }) => rolePermissions[role].some((permission) => !inScope(scopeOf(actor, permission), path)));
      if (above) return err(failure('NOT_FOUND'));
      const password = temporaryPassword();
      await this.accounts.setPassword(tx, account.id, password, true, null);
      await this.audit.record(tx, actor, { action: 'password.reset', subjectType: 'person', subjectId: personId, details: { staffNumber: person.staffNumber } });
      return ok(Object.assign(new ResetPasswordSuccess(), { temporaryPassword: password }));
    });
  }
}
