import { type Actor, type Grant, type Locale, newId } from '@skillhall/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { CONFIG, type Config } from '../config/index.js';
import { Database, Gathered, KeptConnections, type Prepared, type Transaction } from '../database/index.js';
import { ACCOUNT_STANDING } from './account-standing.js';

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
  /** Place of the token among those asked about. */
  readonly n: number;
  readonly sessionId: string;
  readonly accountId: string;
  readonly personId: string | null;
  readonly name: string;
  readonly locale: Locale | null;
  readonly mustChangePassword: boolean;
  readonly unitPath: string | null;
  readonly grants: readonly Grant[];
  readonly stale: boolean;
}

const find = (standing: string): Prepared => ({
  name: 'session.find',
  text: `select asked.n::int as n, s.id as "sessionId", a.id as "accountId", a.person_id as "personId", a.name, a.locale,
      a.must_change_password as "mustChangePassword", standing.unit_path as "unitPath", standing.grants,
      s.last_seen_at < now() - interval '1 minute' as stale
    from unnest($1::bytea[]) with ordinality as asked (token_hash, n)
    join platform.session s on s.token_hash = asked.token_hash
    join platform.account a on a.id = s.account_id
    cross join lateral (${standing}) as standing
    where s.expires_at > now() and s.last_seen_at > now() - $2 * interval '1 minute' and a.disabled_at is null`,
});

const touch: Prepared = { name: 'session.touch', text: 'update platform.session set last_seen_at = now() where id = any($1)' };

const limits = { mostTogether: 200, mostInFlight: 2 };

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Sessions live in the database; a cookie holds only a random token, the database only its digest. */
@Injectable()
export class Sessions {
  private readonly find: Prepared;
  /** Every request asks anew, so that a role taken away or a session ended counts at once; those of one moment ask together. */
  private readonly asked = new Gathered((tokens: readonly string[]) => this.findAll(tokens), limits);

  constructor(
    private readonly database: Database,
    private readonly kept: KeptConnections,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(ACCOUNT_STANDING) standing: string,
  ) {
    this.find = find(standing);
  }

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
    return this.asked.ask(token);
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

  private async findAll(tokens: readonly string[]): Promise<(OpenSession | null)[]> {
    const rows = await this.kept.run<Found>('who asks is found before any scope is known', this.find, [tokens.map(digest), this.config.SESSION_IDLE_MINUTES]);
    const stale = rows.filter((row) => row.stale).map(({ sessionId }) => sessionId);
    if (stale.length) await this.kept.run('only sessions just found are touched', touch, [stale]);
    const sessions = tokens.map((): OpenSession | null => null);
    for (const { n, sessionId, locale, mustChangePassword, accountId, personId, name, unitPath, grants } of rows)
      sessions[n - 1] = { sessionId, locale, mustChangePassword, actor: { accountId, personId, name, unitPath, grants } };
    return sessions;
  }
}
