import type { Actor } from '@skillhall/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { ACCOUNT_STANDING } from './account-standing.js';

/** Who an account is at this moment, for work done later in its name. */
@Injectable()
export class ActorSource {
  constructor(
    private readonly database: Database,
    @Inject(ACCOUNT_STANDING) private readonly standing: string,
  ) {}

  /** Null where the account is gone or disabled. */
  actorOf(accountId: string): Promise<Actor | null> {
    return this.database.asSystem('who acts is found before any scope is known', async (tx) => {
      const [actor] = (await tx.query(
        `select a.id as "accountId", a.person_id as "personId", a.name, standing.unit_path as "unitPath", standing.grants
         from platform.account a cross join lateral (${this.standing}) as standing where a.id = $1 and a.disabled_at is null`,
        [accountId],
      )) as [Actor?];
      return actor ?? null;
    });
  }
}
