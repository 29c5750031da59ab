import { KeptConnections, type Prepared } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { graceSeconds } from '../../domain/index.js';
import { type AttemptRow, openAtSitting } from '../data/attempt.repository.js';
import { type ExamineeSittingRow, ownSitting } from '../data/examinee-sitting.repository.js';

export interface NewSittingAttempt {
  readonly id: string;
  readonly sittingId: string;
  readonly personId: string;
  readonly number: number;
  readonly startedAt: Date;
  readonly deadline: Date;
  readonly deviceId: string;
  readonly deviceLabel: string;
}

const reason = 'the person stands in every statement; papers drawn ahead are handed to whom they were drawn for';

const sitting: Prepared = { name: 'start.sitting', text: ownSitting };
const open: Prepared = { name: 'start.open', text: openAtSitting };
const handOut: Prepared = {
  name: 'start.hand-out',
  text: `with begun as (
      insert into assessment.attempt (id, sitting_id, number, person_id, unit_id, unit_path, state, started_at, deadline, paper, device_id, device_label)
      select $1, d.sitting_id, d.number, p.id, p.unit_id, p.unit_path, 'open', $5, $6, d.paper, $7, $8
      from assessment.prepared_paper d join directory.person p on p.id = d.person_id
      where d.sitting_id = $2 and d.person_id = $3 and d.number = $4
      on conflict do nothing returning id)
    insert into assessment.attempt_event (attempt_id, kind, device_id, detail)
    select id, 'begun', $7, jsonb_build_object('label', $8::text, 'from', null) from begun`,
};

/** What everybody asks at once when a sitting opens: statements planned once, each a transaction of its own. */
@Injectable()
export class StartRush {
  constructor(private readonly kept: KeptConnections) {}

  /** The sitting as the person has it before them, with the attempt that they have open there. */
  async look(personId: string, sittingId: string): Promise<{ sitting: ExamineeSittingRow | null; open: AttemptRow | null }> {
    const [[found], [attempt]] = await this.kept.use(reason, (run) =>
      Promise.all([run<ExamineeSittingRow>(sitting, [personId, sittingId]), run<AttemptRow>(open, [graceSeconds, personId, sittingId])]),
    );
    return { sitting: found ?? null, open: attempt ?? null };
  }

  /**
   * Hands out the paper that was drawn for this attempt to a device. Answers the attempt that is open then, which is
   * another device's where that was faster by a moment; null where no paper was drawn.
   */
  async begin(attempt: NewSittingAttempt): Promise<AttemptRow | null> {
    const { id, sittingId, personId, number, startedAt, deadline, deviceId, deviceLabel } = attempt;
    const [, [row]] = await this.kept.use(reason, (run) =>
      Promise.all([run(handOut, [id, sittingId, personId, number, startedAt, deadline, deviceId, deviceLabel]), run<AttemptRow>(open, [graceSeconds, personId, sittingId])]),
    );
    return row ?? null;
  }
}
