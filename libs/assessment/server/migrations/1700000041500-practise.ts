import { appRole, protect, runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const modes = (...more: string[]): string[] => [
  `alter table assessment.practice drop constraint practice_mode_check,
    add constraint practice_mode_check check (mode in (${['ordered', 'random', 'chapter', 'weak-point', ...more].map((mode) => `'${mode}'`).join(', ')}))`,
];

const rounds = [
  ...modes('mock', 'wrong'),
  // A second tap, or another device, comes to the same round.
  `create unique index practice_one_open on assessment.practice (person_id, mode, (coalesce(settings ->> 'chapterId', ''))) where ended_at is null`,
  // What somebody said of their own short answer beside the model answer; they may think again.
  `create table assessment.practice_judgement (
    practice_id uuid not null,
    position integer not null,
    verdict text not null check (verdict in ('good', 'partly', 'missed')),
    at timestamptz not null default clock_timestamp(),
    primary key (practice_id, position),
    foreign key (practice_id, position) references assessment.practice_answer)`,
  ...protect('assessment.practice_judgement', 'exists (select from assessment.practice p where p.id = practice_id)'),
  `revoke insert, update, delete on assessment.practice_judgement from ${appRole}`,
];

// A mock is an attempt like any other, at an exam instead of a sitting: saved at once, timed, handed in, reviewed.
const mocks = [
  `alter table assessment.exam add open_to_practice boolean not null default false`,
  `create index exam_practised on assessment.exam (unit_path) where open_to_practice and state = 'published'`,
  `alter table assessment.attempt
    add mock_exam_id uuid references assessment.exam,
    drop constraint attempt_of_quiz_or_sitting,
    add constraint attempt_of_one_kind check (num_nonnulls(quiz_id, sitting_id, mock_exam_id) = 1)`,
  `create unique index attempt_one_open_mock on assessment.attempt (person_id, mock_exam_id) where state = 'open'`,
  `create index attempt_mock on assessment.attempt (mock_exam_id) where mock_exam_id is not null`,
  // Who practises is watched by nobody, whatever else they may read.
  `create policy mock_is_private on assessment.attempt as restrictive for select using (mock_exam_id is null or person_id = platform.current_person())`,
  // Read beside the attempt: title, time and pass mark, also after the exam was closed to practice again.
  `create policy mocked on assessment.exam for select
    using (exists (select from assessment.attempt a where a.mock_exam_id = exam.id and a.person_id = platform.current_person()))`,
];

export class Practise1700000041500 implements MigrationInterface {
  name = 'Practise1700000041500';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [...rounds, ...mocks]);
  }

  /** Mocks go, and rounds of what was missed; nothing else is made of them. */
  async down(queries: QueryRunner): Promise<void> {
    const ofMock = 'attempt_id in (select id from assessment.attempt where mock_exam_id is not null)';
    const wrong = `practice_id in (select id from assessment.practice where mode = 'wrong')`;
    const kept = ['answer_log', 'attempt_event', 'later_result', 'attempt_result'];
    await runAll(queries, [
      ...kept.flatMap((table) => [
        `alter table assessment.${table} disable trigger keep`,
        `delete from assessment.${table} where ${ofMock}`,
        `alter table assessment.${table} enable trigger keep`,
      ]),
      `drop policy mocked on assessment.exam`,
      `drop policy mock_is_private on assessment.attempt`,
      `delete from assessment.attempt where mock_exam_id is not null`,
      `alter table assessment.attempt drop constraint attempt_of_one_kind, drop mock_exam_id,
        add constraint attempt_of_quiz_or_sitting check (num_nonnulls(quiz_id, sitting_id) = 1)`,
      `drop index assessment.exam_practised`,
      `alter table assessment.exam drop open_to_practice`,
      `drop table assessment.practice_judgement`,
      `alter table assessment.practice_answer disable trigger keep`,
      `delete from assessment.practice_answer where ${wrong}`,
      `alter table assessment.practice_answer enable trigger keep`,
      `delete from assessment.practice where mode = 'wrong'`,
      `drop index assessment.practice_one_open`,
      ...modes('mock'),
    ]);
  }
}
