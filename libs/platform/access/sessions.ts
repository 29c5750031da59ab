import { type Actor, type Locale, newId } from '@skillhall/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { CONFIG, type Config } from '../config/index.js';
import { Database, type Transaction } from '../database/index.js';
import { GRANT_SOURCE, type GrantSource } from './grant-source.js';

export interface OpenSession {
  readonly sessionId: string;
  readonly actor: Actor;
  readonly locale: Locale | null;
  /** A first password that others know still has to be replaced; until then nothing else is done. */
  readonly mustChangePassword: boolean;
}

export interface SessionRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly userAgent: string | null;
  readonly ip: string | null;
}

interface Found {
  readonly sessionId: string;
  readonly accountId: string;
  readonly personId: string | null;
  readonly name: string;
  readonly locale: Locale | null;
  readonly mustChangePassword: boolean;
  readonly stale: boolean;
}

const find = `select s.id as "sessionId", a.id as "accountId", a.person_id as "personId", a.name, a.locale,
    a.must_change_password as "mustChangePassword",
    s.last_seen_at < now() - interval '1 minute' as stale
  from platform.session s join platform.account a on a.id = s.account_id
  where s.token_hash = $1 and s.expires_at > now() and s.last_seen_at > now() - $2 * interval '1 minute'
    and a.disabled_at is null`;

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Sessions live in the database; a cookie holds only a random token, the database only its digest. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(GRANT_SOURCE) private readonly grants: GrantSource,
  ) {}

  /** Opens a session and answers its token. */
  async open(tx: Transaction, accountId: string, origin: { userAgent?: string; ip?: string }): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await tx.query(
      `insert into platform.session (id, token_hash, account_id, user_agent, ip, expires_at)
       values ($1, $2, $3, $4, $5, now() + $6 * interval '1 day')`,
      [newId(), digest(token), accountId, origin.userAgent?.slice(0, 300) ?? null, origin.ip ?? null, this.config.SESSION_DAYS],
    );
    return token;
  }

  /** Who holds `token`, with the roles of this very moment. */
  resolve(token: string): Promise<OpenSession | null> {
    return this.database.asSystem('who asks is found before any scope is known', async (tx) => {
      const [found] = (await tx.query(find, [digest(token), this.config.SESSION_IDLE_MINUTES])) as [Found?];
      if (!found) return null;
      if (found.stale) await tx.query('update platform.session set last_seen_at = now() where id = $1', [found.sessionId]);
      const { sessionId, accountId, personId, name, locale, mustChangePassword } = found;
      const standing = await this.grants.standingOf(tx, { accountId, personId });
      return { sessionId, locale, mustChangePassword, actor: { accountId, personId, name, ...standing } };
    });
  }

  list(accountId: string): Promise<SessionRow[]> {
    return this.database.asSystem('own sessions only, by account id', (tx) =>
      tx.query(
        `select id, created_at as "createdAt", last_seen_at as "lastSeenAt", user_agent as "userAgent", ip
         from platform.session where account_id = $1 and expires_at > now() order by last_seen_at desc`,
        [accountId],
      ),
    );
  }

  /** Ends one session of the account; false when there is no such session. */
  end(accountId: string, sessionId: string): Promise<boolean> {
    return this.database.asSystem('own sessions only, by account id', async (tx) => {
      const [, count] = (await tx.query('delete from platform.session where account_id = $1 and id = $2', [accountId, sessionId])) as [unknown, number];
      return count > 0;
    });
  }

  /** Ends the sessions of an account, except one. */
  async endOthers(tx: Transaction, accountId: string, keep: string | null): Promise<void> {
    await tx.query('delete from platform.session where account_id = $1 and id is distinct from $2', [accountId, keep]);
  }
}
