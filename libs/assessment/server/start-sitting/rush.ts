import { Gathered, KeptConnections, type Prepared, type RunPrepared, togetherOrAlone } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { graceSeconds } from '../../domain/index.js';
import { attemptColumns, attemptParts, type AttemptRow } from '../data/attempt.repository.js';
import { type ExamineeSittingRow, ownSittings } from '../data/examinee-sitting.repository.js';

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

/** Who asks for which sitting. */
type Asked = Pick<NewSittingAttempt, 'personId' | 'sittingId'>;

interface Look {
  readonly sitting: ExamineeSittingRow | null;
  readonly open: AttemptRow | null;
}

const reason = 'the person stands in every statement; papers drawn ahead are handed to whom they were drawn for';
const limits = { mostTogether: 50, mostInFlight: 2 };

const sittings: Prepared = { name: 'start.sittings', text: ownSittings };

/**
 * Looked for one by one by their key (`offset 0` keeps it so): a plan made while the table was small would read all
 * attempts of everybody when thousands begin.
 */
const open: Prepared = {
  name: 'start.open',
  text: `select i.n::int as n, ${attemptColumns} from unnest($2::uuid[], $3::uuid[]) with ordinality as i (person_id, sitting_id, n)
    cross join lateral (select * from assessment.attempt t where t.sitting_id = i.sitting_id and t.person_id = i.person_id and t.state <> 'submitted' offset 0) a ${attemptParts}`,
};

const handOut: Prepared = {
  name: 'start.hand-out',
  text: `with begun as (
      insert into assessment.attempt (id, sitting_id, number, person_id, unit_id, unit_path, state, started_at, deadline, paper, device_id, device_label)
      select i.id, d.sitting_id, d.number, p.id, p.unit_id, p.unit_path, 'open', i.started_at, i.deadline, d.paper, i.device_id, i.device_label
      from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::timestamptz[], $7::timestamptz[], $8::text[], $9::text[])
        as i (id, sitting_id, person_id, number, started_at, deadline, device_id, device_label)
      join assessment.prepared_paper d on d.sitting_id = i.sitting_id and d.person_id = i.person_id and d.number = i.number
      join directory.person p on p.id = i.person_id
      order by i.person_id
      on conflict do nothing returning *),
    noted as (
      insert into assessment.attempt_event (attempt_id, kind, device_id, detail)
      select id, 'begun', device_id, jsonb_build_object('label', device_label, 'from', null) from begun)
    select ${attemptColumns} from begun a ${attemptParts}`,
};

/** In the order of the statement. */
const handedOut = ['id', 'sittingId', 'personId', 'number', 'startedAt', 'deadline', 'deviceId', 'deviceLabel'] as const satisfies readonly (keyof NewSittingAttempt)[];

type Numbered<T> = T & { readonly n: number };

const byNumber = <T>(rows: readonly Numbered<T>[]): Map<number, T> => new Map(rows.map((row) => [row.n, row]));
const column = <T, K extends keyof T>(rows: readonly T[], key: K): T[K][] => rows.map((row) => row[key]);
const keysOf = (asked: readonly Asked[]): string[][] => [column(asked, 'personId'), column(asked, 'sittingId')];

/** By number, from 1, of who asks. */
const openOf = async (run: RunPrepared, asked: readonly Asked[]): Promise<Map<number, AttemptRow>> => byNumber(await run<Numbered<AttemptRow>>(open, [graceSeconds, ...keysOf(asked)]));

/**
 * What everybody asks at once when a sitting opens: asked together, in statements planned once, each a transaction of
 * its own. What fails for a row is tried one by one, so that it harms no other.
 */
@Injectable()
export class StartRush {
  private readonly looked = new Gathered((batch: readonly Asked[]) => togetherOrAlone(batch, (asked) => this.lookAll(asked)), limits);
  private readonly begun = new Gathered((batch: readonly NewSittingAttempt[]) => togetherOrAlone(batch, (attempts) => this.beginAll(attempts)), limits);

  constructor(private readonly kept: KeptConnections) {}

  /** The sitting as the person has it before them, with the attempt that they have open there. */
  look(personId: string, sittingId: string): Promise<Look> {
    return this.looked.ask({ personId, sittingId });
  }

  /**
   * Hands out the paper that was drawn for this attempt to a device. Answers the attempt that is open then, which is
   * another device's where that was faster by a moment; null where no paper was drawn.
   */
  begin(attempt: NewSittingAttempt): Promise<AttemptRow | null> {
    return this.begun.ask(attempt);
  }

  private lookAll(asked: readonly Asked[]): Promise<Look[]> {
    return this.kept.use(reason, async (run) => {
      const found = byNumber(await run<Numbered<ExamineeSittingRow>>(sittings, keysOf(asked)));
      const attempts = await openOf(run, asked);
      return asked.map((_, index) => ({ sitting: found.get(index + 1) ?? null, open: attempts.get(index + 1) ?? null }));
    });
  }

  private beginAll(attempts: readonly NewSittingAttempt[]): Promise<(AttemptRow | null)[]> {
    const values = handedOut.map((key) => column(attempts, key));
    return this.kept.use(reason, async (run) => {
      const begun = new Map((await run<AttemptRow>(handOut, [graceSeconds, ...values])).map((row) => [row.id, row]));
      const others = attempts.filter(({ id }) => !begun.has(id));
      const theirs = others.length ? await openOf(run, others) : null;
      return attempts.map((attempt) => begun.get(attempt.id) ?? theirs?.get(others.indexOf(attempt) + 1) ?? null);
    });
  }
}
