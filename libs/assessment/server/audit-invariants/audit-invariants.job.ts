import { Database } from '@skillhall/platform/database';
import { defineJob, type JobHandler } from '@skillhall/platform/jobs';
import { Metrics } from '@skillhall/platform/observability';
import { Injectable, Logger } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { z } from 'zod';
import { graceSeconds, mostCreditedSeconds } from '../../domain/index.js';
import { assessmentInvariants } from '../data/invariants.js';
import { recentOnly } from './recent.js';

const payload = z.object({});
const reason = 'invariants are about all attempts, and recompute grades from keys';

/** Long enough for a weekend on which nobody looked. */
const days = 8;
/** The job that hands in runs each minute; beyond this it does not run. */
const overdueSeconds = graceSeconds + 300;
const mostNamed = 5;

type Name = keyof typeof assessmentInvariants;
/** What was acknowledged is known to devices alone; at night it is asked of what was graded. */
const atNight = (Object.keys(assessmentInvariants) as Name[]).filter((name) => name !== 'I1_acknowledgedAnswersAreInTheLog');
const parameters: Partial<Record<Name, readonly number[]>> = { I2_noAnswerAfterTheEnd: [mostCreditedSeconds], I5_noAttemptOpenLongAfterItsDeadline: [overdueSeconds] };

export interface Breach {
  readonly invariant: string;
  readonly rows: number;
}

/**
 * Each night: what must always hold for attempts is asked of the last days. A breach is an error in the log and a number
 * above 0 in `skillhall_invariant_breaches`; it changes nothing, for what to do about it people decide.
 */
@Injectable()
export class AuditInvariantsJob implements JobHandler<z.infer<typeof payload>> {
  readonly job = defineJob({ name: 'assessment.audit-invariants', payload, cron: '53 2 * * *' });
  private readonly logger = new Logger('assessment.audit-invariants');
  private readonly breaches: Gauge<'invariant'>;

  constructor(
    private readonly database: Database,
    metrics: Metrics,
  ) {
    this.breaches = new Gauge({ name: 'skillhall_invariant_breaches', help: 'Rows that break what must always hold, as of the last nightly audit by this process.', labelNames: ['invariant'], registers: [metrics.registry] });
  }

  async run(): Promise<void> {
    await this.audit();
  }

  /** What is broken; nothing where everything holds. */
  async audit(): Promise<Breach[]> {
    const broken: Breach[] = [];
    for (const invariant of atNight) {
      const rows = await this.database.asSystem(reason, (tx) => tx.query(recentOnly(assessmentInvariants[invariant], days), [...(parameters[invariant] ?? [])]) as Promise<unknown[]>);
      this.breaches.set({ invariant }, rows.length);
      if (!rows.length) continue;
      broken.push({ invariant, rows: rows.length });
      this.logger.error(`${invariant}: ${rows.length} rows break it, for example ${JSON.stringify(rows.slice(0, mostNamed))}`);
    }
    return broken;
  }
}
