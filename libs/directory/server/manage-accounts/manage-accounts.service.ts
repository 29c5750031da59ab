import { type Actor, err, failure, type Failure, newId, ok, type Result, type Role, scopeOf } from '@skillhall/kernel';
import { Accounts, hashPassword, temporaryPassword } from '@skillhall/platform/access';
import { AuditLog } from '@skillhall/platform/audit';
import { Database } from '@skillhall/platform/database';
import { Files } from '@skillhall/platform/files';
import { csvText } from '@skillhall/platform/tabular';
import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { PersonRepository } from '../data/person.repository.js';
import { UnitRepository } from '../data/unit.repository.js';
import { holdsAll } from '../manage-roles/manage-roles.service.js';
import { CreateAccountsSuccess, ResetPasswordSuccess } from './manage-accounts.types.js';

/** What was granted, also to somebody who is marked as having left: they may come back, and their roles with them. */
const granted = (holder: string): string => `(select coalesce(json_agg(json_build_object('role', g.role, 'path', g.unit_path)), '[]') from directory.role_grant g where ${holder})`;

const withoutAccount = `select p.id, p.staff_number as "staffNumber", p.name, ${granted('g.person_id = p.id')} as granted from directory.person p
  where p.left_on is null and p.unit_path >= $1 and p.unit_path < $1 || '~'
    and not exists (select from platform.account a where a.person_id = p.id or a.login = lower(p.staff_number))
  order by p.unit_path, p.staff_number limit 2000`;

const insert = `insert into platform.account (id, login, name, password_hash, must_change_password, person_id)
  select id, lower(login), name, hash, true, person
  from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[]) as t(id, login, name, hash, person)`;

const accountOf = `select a.id, ${granted('g.person_id = a.person_id or g.account_id = a.id')} as granted from platform.account a where a.person_id = $1`;

interface Granted {
  readonly granted: readonly { readonly role: Role; readonly path: string }[];
}

/** Whoever hands out a password could use it: so nobody gets one from somebody who may do less. */
const above = (actor: Actor, { granted: roles }: Granted): boolean => roles.some(({ role, path }) => !holdsAll(actor, role, path));

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

  /** Gives an account to everybody below the unit who has none and may do nothing that the actor may not, at most 2,000 at a time. */
  async createAll(actor: Actor, unitId: string): Promise<Result<CreateAccountsSuccess, Failure>> {
    const unit = await this.database.asActor(actor, 'account.manage', (tx) => this.units.findInScope(tx, scopeOf(actor, 'account.manage'), unitId));
    if (!unit) return err(failure('NOT_FOUND'));
    const found = await this.database.asSystem('the unit was checked; accounts belong to no unit', (tx) => tx.query(withoutAccount, [unit.path]) as Promise<({ id: string; staffNumber: string; name: string } & Granted)[]>);
    const people = found.filter((person) => !above(actor, person));
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
      const [account] = (await tx.query(accountOf, [personId])) as [({ id: string } & Granted)?];
      if (!account || above(actor, account)) return err(failure('NOT_FOUND'));
      const password = temporaryPassword();
      await this.accounts.setPassword(tx, account.id, password, true, null);
      await this.audit.record(tx, actor, { action: 'password.reset', subjectType: 'person', subjectId: personId, details: { staffNumber: person.staffNumber } });
      return ok(Object.assign(new ResetPasswordSuccess(), { temporaryPassword: password }));
    });
  }
}
