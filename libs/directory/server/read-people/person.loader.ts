import type { Role } from '@skillhall/kernel';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Injectable } from '@nestjs/common';
import { PersonRepository, type PersonRow } from '../data/person.repository.js';
import type { Post } from '../read-units/unit.types.js';

const keys = { byId: {}, posts: {}, employments: {}, grants: {}, accounts: {} };

/** People of one request, fetched together; row-level security leaves out whom the viewer may not see. */
@Injectable()
export class PersonLoader {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
  ) {}

  byId(context: RequestContext, id: string): Promise<PersonRow | null> {
    return context.loader(keys.byId, (ids: readonly string[]) => this.database.asActor(context.actor!, 'person.read', (tx) => this.people.byIds(tx, ids))).load(id);
  }

  post(context: RequestContext, id: string): Promise<Post | null> {
    const read = (ids: readonly string[]) =>
      this.database.asActor(context.actor!, 'unit.read', async (tx) => {
        const rows = (await tx.query('select id, code, name, counter from directory.post where id = any($1)', [ids])) as Post[];
        return ids.map((wanted) => rows.find((row) => row.id === wanted) ?? null);
      });
    return context.loader(keys.posts, read).load(id);
  }

  employments(context: RequestContext, id: string): Promise<{ unitId: string; postId: string | null; from: string; until: string | null }[]> {
    return context.loader(keys.employments, (ids: readonly string[]) => this.database.asActor(context.actor!, 'person.read', (tx) => this.people.employmentsOf(tx, ids))).load(id);
  }

  grants(context: RequestContext, id: string): Promise<{ id: string; role: Role; unitId: string }[]> {
    return context.loader(keys.grants, (ids: readonly string[]) => this.database.asActor(context.actor!, 'person.read', (tx) => this.people.grantsOf(tx, ids))).load(id);
  }

  hasAccount(context: RequestContext, id: string): Promise<boolean> {
    const read = (ids: readonly string[]) =>
      this.database.asSystem('tells only whether people already shown have an account', async (tx) => {
        const rows = (await tx.query('select person_id as id from platform.account where person_id = any($1)', [ids])) as { id: string }[];
        const known = new Set(rows.map((row) => row.id));
        return ids.map((wanted) => known.has(wanted));
      });
    return context.loader(keys.accounts, read).load(id);
  }
}
