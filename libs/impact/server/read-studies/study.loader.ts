import { benjaminiHochberg } from '@skillhall/statistics';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Injectable } from '@nestjs/common';
import { scopeOf } from '@skillhall/kernel';
import { type RunRow, RunRepository, type SnapshotRow } from '../data/run.repository.js';
import { type StudyRow, StudyRepository } from '../data/study.repository.js';

const keys = { byId: {}, runs: {}, snapshots: {}, adjusted: {} };
const permission = 'impact.read';

/** Parts of studies of one request, fetched together, within the walls of the reader. */
@Injectable()
export class StudyLoader {
  constructor(
    private readonly database: Database,
    private readonly studies: StudyRepository,
    private readonly runsOf: RunRepository,
  ) {}

  byId(context: RequestContext, id: string): Promise<StudyRow | null> {
    return context.loader(keys.byId, (ids: readonly string[]) => this.database.asActor(context.actor!, permission, (tx) => this.studies.byIds(tx, ids))).load(id);
  }

  /** The newest first. */
  runs(context: RequestContext, studyId: string): Promise<RunRow[]> {
    const read = (ids: readonly string[]) =>
      this.database.asActor(context.actor!, permission, async (tx) => {
        const rows = await this.runsOf.ofStudies(tx, ids);
        return ids.map((id) => rows.filter((row) => row.studyId === id));
      });
    return context.loader(keys.runs, read).load(studyId);
  }

  snapshot(context: RequestContext, id: string): Promise<SnapshotRow | null> {
    return context.loader(keys.snapshots, (ids: readonly string[]) => this.database.asActor(context.actor!, permission, (tx) => this.runsOf.snapshots(tx, ids))).load(id);
  }

  /**
   * P-values over all locked studies of the same node together (Benjamini and Hochberg 1995): who tests twenty courses
   * finds one that "worked" by chance.
   */
  adjusted(context: RequestContext, study: StudyRow): Promise<number | null> {
    const read = (unitIds: readonly string[]) =>
      this.database.asActor(context.actor!, permission, async (tx) => {
        const rows = await this.studies.lockedAt(tx, scopeOf(context.actor!, permission), unitIds);
        const latest = new Map((await this.runsOf.latestResults(tx, rows.map(({ id }) => id))).map(({ studyId, pValue }) => [studyId, pValue]));
        return unitIds.map((unitId) => adjust(rows.filter((row) => row.unitId === unitId).map(({ id }) => id), latest));
      });
    return context.loader(keys.adjusted, read).load(study.unitId).then((found) => found.get(study.id) ?? null);
  }
}

function adjust(ids: readonly string[], latest: ReadonlyMap<string, number | null>): Map<string, number> {
  const tested = ids.filter((id) => typeof latest.get(id) === 'number');
  const values = benjaminiHochberg(Float64Array.from(tested, (id) => latest.get(id)!));
  return new Map(tested.map((id, at) => [id, values[at]!]));
}
