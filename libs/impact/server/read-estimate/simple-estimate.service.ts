import { type Actor, isId, type Locale, scopeOf } from '@skillhall/kernel';
import { MonthRepository, TaxonomyRepository } from '@skillhall/complaints/server';
import { UnitRepository } from '@skillhall/directory/server';
import { LearningRecords } from '@skillhall/learning/server';
import { CONFIG, type Config } from '@skillhall/platform/config';
import { Database } from '@skillhall/platform/database';
import { Inject, Injectable } from '@nestjs/common';
import { buildPanel, doubts, estimateSentence, estimateSimple, reasonSentence } from '../../domain/index.js';
import { SimpleEstimate } from './simple-estimate.types.js';

@Injectable()
export class SimpleEstimateService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitRepository,
    private readonly months: MonthRepository,
    private readonly taxonomy: TaxonomyRepository,
    private readonly records: LearningRecords,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Null for a unit outside the actor's subtrees. */
  async estimate(actor: Actor, unitId: string, courseId: string, locale: Locale): Promise<SimpleEstimate | null> {
    const scope = scopeOf(actor, 'impact.read');
    const found = await this.database.asActor(actor, 'impact.read', async (tx) => {
      const unit = isId(unitId) ? await this.units.findInScope(tx, scope, unitId) : null;
      return unit && { path: unit.path, cells: await this.months.panel(tx, scope, unit.path), changes: await this.taxonomy.at(tx, unit.path) };
    });
    if (!found) return null;
    const training = await this.database.asActor(actor, 'learning-record.read', (tx) => this.records.firstTrainingMonthByHall(tx, courseId, [found.path], this.config.TIME_ZONE));
    const result = estimateSimple(buildPanel(found.cells, new Map(training.map((hall) => [hall.unitId, hall.month]))));
    const [first, last] = [found.cells.reduce((least, { month }) => (month < least ? month : least), '9999'), found.cells.reduce((most, { month }) => (month > most ? month : most), '')];
    const changes = found.changes.filter(({ date }) => date >= `${first}-01` && date <= `${last}-31`);
    const { halls, trainedHalls, months, complaints, beforeRate, afterRate, effect } = result;
    return Object.assign(new SimpleEstimate(), {
      ...{ courseId, halls, trainedHalls, months, complaints, beforeRate, afterRate },
      rateRatio: effect?.ratio ?? null,
      low: effect?.low ?? null,
      high: effect?.high ?? null,
      sentence: estimateSentence(result, locale),
      cannotExclude: doubts(result, changes, locale),
      reason: reasonSentence(result, locale),
    });
  }
}
