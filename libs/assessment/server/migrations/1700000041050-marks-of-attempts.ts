import { runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const types = `'single', 'multiple', 'trueFalse', 'fillIn', 'numeric', 'ordering', 'matching', 'shortAnswer', 'calculation', 'case'`;

/** Results and answers are only ever added; what their columns mean changes here, for all of them. */
const changing = (table: string, statements: readonly string[]): string[] => [
  `alter table assessment.${table} disable trigger keep`,
  ...statements,
  `alter table assessment.${table} enable trigger keep`,
];

// Until now every question weighed the same, was right or wrong, and the key as first written decided.
const marks = changing('attempt_result', [
  `alter table assessment.attempt_result
    add marks numeric(8, 2),
    add max_marks numeric(8, 2),
    add pending integer not null default 0 check (pending >= 0),
    add key_revisions integer[],
    alter passed drop not null`,
  `update assessment.attempt_result set max_marks = total, key_revisions = array_fill(0, array[total]),
    marks = (select count(*) from jsonb_array_elements(answers) as answer where (answer ->> 'correct')::boolean)`,
  `alter table assessment.attempt_result
    alter marks set not null,
    alter max_marks set not null,
    alter key_revisions set not null,
    add constraint attempt_result_marks check (max_marks > 0 and marks between 0 and max_marks),
    -- Nobody has passed or failed while people have still to mark something.
    add constraint attempt_result_verdict check ((pending = 0) = (passed is not null))`,
]);

const questions = [
  `alter table assessment.quiz_question
    drop constraint quiz_question_type_check,
    drop constraint quiz_question_option_keys_check,
    add constraint quiz_question_type_check check (type in (${types})),
    add constraint quiz_question_option_keys_check
      check (cardinality(option_keys) > 1 or type in ('fillIn', 'numeric', 'shortAnswer', 'calculation', 'case'))`,
];

export class MarksOfAttempts1700000041050 implements MigrationInterface {
  name = 'MarksOfAttempts1700000041050';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [...marks, ...questions]);
  }

  /** Whose paper people had still to mark counts as not passed; questions of other types leave their quizzes. */
  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, [
      `delete from assessment.quiz_question where type not in ('single', 'multiple', 'trueFalse')`,
      `alter table assessment.quiz_question
        drop constraint quiz_question_type_check,
        drop constraint quiz_question_option_keys_check,
        add constraint quiz_question_type_check check (type in ('single', 'multiple', 'trueFalse')),
        add constraint quiz_question_option_keys_check check (cardinality(option_keys) > 1)`,
      ...changing('attempt_result', [
        `alter table assessment.attempt_result drop constraint attempt_result_verdict`,
        `update assessment.attempt_result set passed = false where passed is null`,
        `alter table assessment.attempt_result
          drop constraint attempt_result_marks,
          drop marks, drop max_marks, drop pending, drop key_revisions,
          alter passed set not null`,
      ]),
    ]);
  }
}
