import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Injectable } from '@nestjs/common';
import { UnitRepository, type UnitRow } from '../data/unit.repository.js';

const keys = { byId: {}, children: {}, ancestors: {}, counts: {} };

/** Units of one request, fetched together. */
@Injectable()
export class UnitLoader {
  constructor(
    private readonly database: Database,
    private readonly units: UnitRepository,
  ) {}

  byId(context: RequestContext, id: string): Promise<UnitRow | null> {
    return context.loader(keys.byId, (ids: readonly string[]) => this.database.asActor(context.actor!, 'unit.read', (tx) => this.units.byIds(tx, ids))).load(id);
  }

  children(context: RequestContext, id: string): Promise<UnitRow[]> {
    return context.loader(keys.children, (ids: readonly string[]) => this.database.asActor(context.actor!, 'unit.read', (tx) => this.units.childrenOf(tx, ids))).load(id);
  }

  ancestors(context: RequestContext, path: string): Promise<UnitRow[]> {
    return context.loader(keys.ancestors, (paths: readonly string[]) => this.database.asActor(context.actor!, 'unit.read', (tx) => this.units.ancestorsOf(tx, paths))).load(path);
  }

  counts(context: RequestContext, path: string): Promise<{ halls: number; people: number }> {
    return context.loader(keys.counts, (paths: readonly string[]) => this.database.asActor(context.actor!, 'unit.read', (tx) => this.units.countsOf(tx, paths))).load(path);
  }
}
