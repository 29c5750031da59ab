import { err, failure, type Failure, type Locale, newId, ok, type Result } from '@skillhall/kernel';
import { Injectable } from '@nestjs/common';
import { Account } from '../database/entities.js';
import { Database, KeptConnections, type Prepared, type Transaction } from '../database/index.js';
import { hashPassword, passwordMatches, passwordWeakness } from './password.js';
import { RateLimit } from './rate-limit.js';
import { Sessions } from './sessions.js';

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly personId: string | null;
  readonly password: string;
  readonly mustChangePassword: boolean;
}

const weaknessCode = { short: 'PASSWORD_SHORT', long: 'PASSWORD_LONG', common: 'PASSWORD_COMMON', context: 'PASSWORD_CONTEXT' } as const;
/** The plainest form of a sign-in name; what no name holds goes, since PostgreSQL takes no NUL. */
const normal = (login: string): string => login.normalize('NFKC').replaceAll('\0', '').trim().toLowerCase();

/** Wrong ones of one address in five minutes; right ones do not count, since a whole house may stand behind one address. */
const mostWrong = 300;

/** Planned once: when an examination begins everybody signs in. */
const byLogin: Prepared = {
  name: 'account.by-login',
  text: `select id, login, name, password_hash as "passwordHash", must_change_password as "mustChangePassword", person_id as "personId", locale,
    disabled_at as "disabledAt", created_at as "createdAt" from platform.account where login = $1`,
};

/** Accounts: who may sign in, and with which password. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly kept: KeptConnections,
    private readonly limit: RateLimit,
    private readonly sessions: Sessions,
  ) {}

  async create(tx: Transaction, { login, name, personId, password, mustChangePassword }: NewAccount): Promise<string> {
    const id = newId();
    const passwordHash = await hashPassword(password);
    await tx.insert(Account, { id, login: normal(login), name, personId, passwordHash, mustChangePassword });
    return id;
  }

  /** The account of a right password; a wrong one and an unknown name look the same and take as long. */
  async authenticate(login: string, password: string, ip: string): Promise<Result<Account, Failure>> {
    const name = normal(login).slice(0, 200);
    const address = `sign-in:${ip}`;
    const wait = (await this.limit.spent(address, mostWrong, 300)) ?? (await this.limit.hit(`sign-in:${name}:${ip}`, 10, 300));
    if (wait !== null) return err(failure('TOO_MANY_ATTEMPTS', { retryAfterSeconds: wait }));
    const account = await this.find(name);
    const right = await passwordMatches(account?.passwordHash, password.slice(0, 1000));
    if (!right || !account || account.disabledAt) {
      await this.limit.hit(address, mostWrong, 300);
      return err(failure('WRONG_CREDENTIALS'));
    }
    await this.limit.clear(`sign-in:${name}:${ip}`);
    return ok(account);
  }

  async find(login: string): Promise<Account | null> {
    const [account] = await this.kept.run<Account>('who signs in is known by name only', byLogin, [normal(login)]);
    return account ?? null;
  }

  findById(id: string): Promise<Account | null> {
    return this.database.asSystem('own account only, by the id of the session', (tx) => tx.findOneBy(Account, { id }));
  }

  async changePassword(accountId: string, keepSession: string | null, current: string, next: string): Promise<Result<true, Failure>> {
    const wait = await this.limit.hit(`change-password:${accountId}`, 10, 300);
    if (wait !== null) return err(failure('TOO_MANY_ATTEMPTS', { retryAfterSeconds: wait }));
    const account = await this.findById(accountId);
    if (!account || !(await passwordMatches(account.passwordHash, current))) return err(failure('WRONG_CREDENTIALS'));
    const weakness = passwordWeakness(next, [account.login, account.name]);
    if (weakness) return err(failure(weaknessCode[weakness]));
    await this.database.asSystem('own account only', (tx) => this.setPassword(tx, accountId, next, false, keepSession));
    return ok(true);
  }

  /** Sets a password and ends the account's sessions, except `keepSession`. */
  async setPassword(tx: Transaction, accountId: string, password: string, mustChangePassword: boolean, keepSession: string | null): Promise<void> {
    await tx.update(Account, { id: accountId }, { passwordHash: await hashPassword(password), mustChangePassword });
    await this.sessions.endOthers(tx, accountId, keepSession);
  }

  setLocale(accountId: string, locale: Locale): Promise<unknown> {
    return this.database.asSystem('own account only', (tx) => tx.update(Account, { id: accountId }, { locale }));
  }
}
