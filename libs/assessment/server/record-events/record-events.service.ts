import { type Actor, err, failure, type Failure, isId, ok, type Result } from '@skillhall/kernel';
import { Database } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { isTold, mostEvents, mostToldAtOnce } from '../../domain/index.js';
import { type RecordEventsInput, RecordEventsSuccess } from './record-events.types.js';

const invalid = (field: string): Result<never, Failure> => err(failure('INVALID_INPUT', { field }, field));
const longest = 7 * 24 * 3600;

const insert = `insert into assessment.attempt_event (attempt_id, kind, device_id, detail, told_as)
  select a.id, e.kind, $3, case when e.seconds is null then '{}' else jsonb_build_object('seconds', e.seconds) end, e.told_as
  from assessment.attempt a
  cross join unnest($4::text[], $5::int[], $6::uuid[]) with ordinality as e (kind, seconds, told_as, n)
  where a.id = $1 and a.person_id = $2 and a.sitting_id is not null
    and e.n + (select count(*) from assessment.attempt_event k where k.attempt_id = a.id) <= ${mostEvents}
  order by e.n on conflict do nothing returning id`;

/** Writes down what a browser tells of around the answers of its own attempt. */
@Injectable()
export class RecordEvents {
  constructor(private readonly database: Database) {}

  async record({ personId }: Actor, { attemptId, deviceId, events }: RecordEventsInput): Promise<Result<RecordEventsSuccess, Failure>> {
    if (!personId || !isId(attemptId)) return err(failure('NOT_FOUND'));
    if (!deviceId || deviceId.length > 100) return invalid('deviceId');
    if (events.length > mostToldAtOnce || !events.every(({ kind }) => isTold(kind))) return invalid('events');
    if (!events.every(({ seconds }) => seconds == null || (seconds >= 0 && seconds <= longest))) return invalid('events');
    if (!events.every(({ id }) => id == null || isId(id))) return invalid('events');
    return this.database.asSystem('the statement names attempt and person', async (tx) => {
      const rows = (await tx.query(insert, [attemptId, personId, deviceId, events.map(({ kind }) => kind), events.map(({ seconds }) => seconds ?? null), events.map(({ id }) => id ?? null)])) as unknown[];
      return ok(Object.assign(new RecordEventsSuccess(), { recorded: rows.length }));
    });
  }
}
