import type { Actor, CivilMonth } from '@skillhall/kernel';
import { type HallCompletions, LearningRecords } from '@skillhall/learning/server';
import { CONFIG, type Config } from '@skillhall/platform/config';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Inject, Injectable } from '@nestjs/common';
import { coverageAt } from '../../domain/index.js';

const key = {};

/** Share of today's counter staff below a node who had completed a course by the end of a month. */
@Injectable()
export class TrainingCoverage {
  constructor(
    private readonly database: Database,
    private readonly records: LearningRecords,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async at(context: RequestContext, path: string, month: CivilMonth): Promise<number | null> {
    const actor = context.actor!;
    const rows = await context.loader(key, (paths: readonly string[]) => this.completions(actor, paths)).load(path);
    return coverageAt(rows, month);
  }

  /** All nodes of a request in one query, then each node's halls. */
  private async completions(actor: Actor, paths: readonly string[]): Promise<HallCompletions[][]> {
    const tops = paths.filter((path) => !paths.some((other) => other !== path && path.startsWith(other)));
    const rows = await this.database.asActor(actor, 'learning-record.read', (tx) => this.records.completionsByHallAndMonth(tx, null, tops, this.config.TIME_ZONE));
    const byHall = new Map<string, HallCompletions[]>();
    for (const row of rows) byHall.set(row.unitPath, [...(byHall.get(row.unitPath) ?? []), row]);
    return paths.map((path) => byHall.get(path) ?? rows.filter(({ unitPath }) => unitPath.startsWith(path)));
  }
}
