import { type Actor, type CivilMonth, isId, type Locale, scopeOf } from '@skillhall/kernel';
import { MonthRepository, UnitMonth } from '@skillhall/complaints/server';
import { UnitRepository } from '@skillhall/directory/server';
import { Database } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { judgeLatestMonth, overviewSentence } from '../../domain/index.js';
import { ImpactOverview } from './overview.types.js';

export interface OverviewRequest {
  readonly unitId: string;
  readonly from: CivilMonth | null;
  readonly until: CivilMonth | null;
}

@Injectable()
export class OverviewService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitRepository,
    private readonly months: MonthRepository,
  ) {}

  /** Null for a unit outside the actor's subtrees. Months before `from` are not shown, but still say what is normal. */
  read(actor: Actor, { unitId, from, until }: OverviewRequest, locale: Locale): Promise<ImpactOverview | null> {
    const scope = scopeOf(actor, 'impact.read');
    return this.database.asActor(actor, 'impact.read', async (tx) => {
      const unit = isId(unitId) ? await this.units.findInScope(tx, scope, unitId) : null;
      if (!unit) return null;
      const rows = await this.months.unitMonths(tx, scope, unit.path, { until });
      const verdict = judgeLatestMonth(rows.map(({ month, ratedComplaints, transactions }) => ({ month, complaints: ratedComplaints, transactions })));
      const months = rows.map((row) => UnitMonth.of(row, unit.path));
      return Object.assign(new ImpactOverview(), {
        unit,
        months: months.filter(({ month }) => from === null || month >= from),
        latest: months.find(({ month }) => month === verdict?.month) ?? null,
        sentence: overviewSentence(unit.name, verdict, locale),
      });
    });
  }
}
