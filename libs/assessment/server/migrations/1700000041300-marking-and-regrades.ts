import { appRole, runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const toMark = [
  // What people have to mark, written down with the result itself. `id` is all that a marker learns of whose it is.
  `create table assessment.answer_to_mark (
    attempt_id uuid not null references assessment.attempt,
    question_id uuid not null references question_bank.question_version,
    id uuid not null default gen_random_uuid() unique,
    exam_id uuid not null references assessment.exam,
    max_marks numeric(8, 2) not null check (max_marks > 0),
    -- How many marks it has: kept beside them, so that a queue of thousands is counted and not read.
    given smallint not null default 0 check (given between 0 and 3),
    settled_at timestamptz,
    primary key (attempt_id, question_id))`,
  `create index answer_to_mark_open on assessment.answer_to_mark (exam_id, question_id, given) where settled_at is null`,
  `create index answer_to_mark_exam on assessment.answer_to_mark (exam_id, question_id)`,
  `create index answer_to_mark_question on assessment.answer_to_mark (question_id)`,
  `create function assessment.note_what_people_mark() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
   begin
     insert into assessment.answer_to_mark (attempt_id, question_id, exam_id, max_marks)
     select new.attempt_id, (e ->> 'questionId')::uuid, s.exam_id, (e ->> 'maxMarks')::numeric
     from assessment.attempt a join assessment.sitting s on s.id = a.sitting_id cross join jsonb_array_elements(new.answers) as e
     where a.id = new.attempt_id and e -> 'marks' = 'null'::jsonb
     on conflict do nothing;
     return null;
   end $$`,
  ...['attempt_result', 'later_result'].map(
    (table) => `create trigger to_mark after insert on assessment.${table} for each row when (new.pending > 0) execute function assessment.note_what_people_mark()`,
  ),
  `insert into assessment.answer_to_mark (attempt_id, question_id, exam_id, max_marks)
   select r.attempt_id, (e ->> 'questionId')::uuid, s.exam_id, (e ->> 'maxMarks')::numeric
   from assessment.attempt_result r join assessment.attempt a on a.id = r.attempt_id join assessment.sitting s on s.id = a.sitting_id
   cross join jsonb_array_elements(r.answers) as e where r.pending > 0 and e -> 'marks' = 'null'::jsonb`,
];

const regrades = [
  // A question that was void in one exam gives everybody its mark; a corrected key counts wherever the question was asked.
  `alter table assessment.regrade
    add kind text not null default 'key' check (kind in ('key', 'void')),
    add exam_id uuid references assessment.exam,
    add changed integer not null default 0,
    alter key_revision drop not null,
    add check ((kind = 'key') = (key_revision is not null)),
    add check (kind = 'key' or exam_id is not null)`,
  `create unique index regrade_void on assessment.regrade (exam_id, question_id) where kind = 'void'`,
  `create index regrade_exam on assessment.regrade (exam_id)`,
  // The revisions of the keys that the grade rests on, in the order of its answers, as in the first result.
  `alter table assessment.later_result
    add key_revisions integer[] not null default '{}',
    add constraint later_result_verdict check ((pending = 0) = (passed is not null))`,
  `alter table assessment.later_result alter key_revisions drop default`,
];

/** Marking is blind, so what waits for marks is the system's alone. */
const walls = [`alter table assessment.answer_to_mark enable row level security`, `revoke all on assessment.answer_to_mark from ${appRole}`];

export class MarkingAndRegrades1700000041300 implements MigrationInterface {
  name = 'MarkingAndRegrades1700000041300';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [...toMark, ...regrades, ...walls]);
  }

  /** Regrades of void questions have no key to name, and go with the results that rest on them. */
  async down(queries: QueryRunner): Promise<void> {
    const changing = (table: string, statement: string): string[] => [
      `alter table assessment.${table} disable trigger keep`,
      statement,
      `alter table assessment.${table} enable trigger keep`,
    ];
    await runAll(queries, [
      ...['attempt_result', 'later_result'].map((table) => `drop trigger to_mark on assessment.${table}`),
      `drop function assessment.note_what_people_mark()`,
      `drop table assessment.answer_to_mark`,
      ...changing('later_result', `delete from assessment.later_result where regrade_id in (select id from assessment.regrade where kind = 'void')`),
      ...changing('regrade', `delete from assessment.regrade where kind = 'void'`),
      `alter table assessment.later_result drop constraint later_result_verdict, drop key_revisions`,
      `alter table assessment.regrade drop kind, drop exam_id, drop changed, alter key_revision set not null`,
    ]);
  }
}
