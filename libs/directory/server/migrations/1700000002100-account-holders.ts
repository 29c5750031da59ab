import { runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who can sign in, as a set of people: accounts themselves, with their passwords, stay out of reach of the product's role. */
export class AccountHolders1700000002100 implements MigrationInterface {
  name = 'AccountHolders1700000002100';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [
      `create function directory.account_holders() returns setof uuid
       language sql stable security definer set search_path = '' rows 1000 as
       $$ select person_id from platform.account where person_id is not null $$`,
    ]);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, ['drop function directory.account_holders()']);
  }
}
