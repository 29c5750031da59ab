import { runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a browser tells carries a name of its own: told again because the answer was lost, it is not written down twice. */
export class EventsToldOnce1700000041600 implements MigrationInterface {
  name = 'EventsToldOnce1700000041600';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [
      `alter table assessment.attempt_event add told_as uuid`,
      `create unique index attempt_event_told_once on assessment.attempt_event (attempt_id, told_as) where told_as is not null`,
    ]);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, [`alter table assessment.attempt_event drop told_as`]);
  }
}
