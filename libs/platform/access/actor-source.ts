import type { Actor } from '@skillhall/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { Account } from '../database/entities.js';
import { GRANT_SOURCE, type GrantSource } from './grant-source.js';

/** Who an account is at this moment, for work done later in its name. */
@Injectable()
export class ActorSource {
  constructor(
    private readonly database: Database,
    @Inject(GRANT_SOURCE) private readonly grants: GrantSource,
  ) {}

  /** Null where the account is gone or disabled. */
  actorOf(accountId: string): Promise<Actor | null> {
    return this.database.asSystem('who acts is found before any scope is known', async (tx) => {
      const account = await tx.findOneBy(Account, { id: accountId });
      if (!account || account.disabledAt) return null;
      const { personId, name } = account;
      return { accountId, personId, name, ...(await this.grants.standingOf(tx, { accountId, personId })) };
    });
  }
}
