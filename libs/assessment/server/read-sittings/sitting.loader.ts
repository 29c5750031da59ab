import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Injectable } from '@nestjs/common';
import { type CandidateCounts, CandidateRepository } from '../data/candidate.repository.js';
import { type SittingRow, SittingRepository } from '../data/sitting.repository.js';

const keys = { rules: {}, counts: {}, byId: {}, people: {} };
const found = 'the sitting was found to be one that the viewer runs or invigilates';

export interface InvigilatorName {
  readonly id: string;
  readonly name: string;
}

/** Parts of sittings of one request, fetched together. */
@Injectable()
export class SittingLoader {
  constructor(
    private readonly database: Database,
    private readonly sittings: SittingRepository,
    private readonly candidates: CandidateRepository,
  ) {}

  rules(context: RequestContext, id: string): Promise<{ unitIds: string[]; postIds: string[]; invigilatorIds: string[] }> {
    return context.loader(keys.rules, (ids: readonly string[]) => this.database.asSystem(found, (tx) => this.sittings.rulesOf(tx, ids))).load(id);
  }

  counts(context: RequestContext, id: string): Promise<CandidateCounts> {
    const read = (ids: readonly string[]) => this.database.asSystem(found, (tx) => this.candidates.countsOf(tx, ids));
    return context.loader(keys.counts, read).load(id);
  }

  /** Names of people who invigilate, for whoever may see the sitting. */
  invigilator(context: RequestContext, id: string): Promise<InvigilatorName | null> {
    const read = (ids: readonly string[]) =>
      this.database.asSystem(found, async (tx) => {
        const rows = (await tx.query('select id, name from directory.person where id = any($1)', [ids])) as InvigilatorName[];
        return ids.map((wanted) => rows.find((row) => row.id === wanted) ?? null);
      });
    return context.loader(keys.people, read).load(id);
  }

  byId(context: RequestContext, id: string): Promise<SittingRow | null> {
    return context.loader(keys.byId, (ids: readonly string[]) => this.database.asActor(context.actor!, 'exam.invigilate', (tx) => this.sittings.byIds(tx, ids))).load(id);
  }
}
