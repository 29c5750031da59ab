import { runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const offered = `create function assessment.offered(path text) returns boolean
language sql stable parallel safe as $$
  select exists (select from directory.person p where p.id = platform.current_person() and starts_with(p.unit_path, path))
$$`;

/** Quizzes of attempts that the acting person may see: their own, and those of a subtree. */
const attempted = `create function assessment.attempted_quizzes() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select a.quiz_id from assessment.attempt a where a.person_id = platform.current_person() and a.quiz_id is not null
  union
  select a.quiz_id from assessment.attempt a where platform.in_scope(a.unit_path) and a.quiz_id is not null
$$`;

/** The wall of quizzes asks once for a statement what it asked for every row; attempts are looked at last, and seldom. */
export class QuizzesSeen1700000041250 implements MigrationInterface {
  name = 'QuizzesSeen1700000041250';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [
      attempted,
      ...['offered', 'taken'].map((policy) => `drop policy ${policy} on assessment.quiz`),
      `drop function assessment.offered(text)`,
      `create policy seen on assessment.quiz for select
       using (unit_path in (select directory.own_places()) or id in (select assessment.attempted_quizzes()))`,
    ]);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, [
      `drop policy seen on assessment.quiz`,
      `drop function assessment.attempted_quizzes()`,
      offered,
      `create policy offered on assessment.quiz for select using (assessment.offered(unit_path))`,
      `create policy taken on assessment.quiz for select using (exists (select from assessment.attempt a where a.quiz_id = quiz.id))`,
    ]);
  }
}
