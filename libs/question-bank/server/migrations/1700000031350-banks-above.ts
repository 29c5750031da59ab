import { runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const fromAbove = `create function question_bank.from_above(path text) returns boolean
language sql stable parallel safe as $$
  select exists (
    select from unnest(string_to_array(nullif(current_setting('app.paths', true), ''), ',')) as top
    where starts_with(top, '/' || path))
$$`;

const tables = ['question', 'category'];

/** What is kept above a subtree is found once for a statement, not asked for each of 50,000 questions. */
export class BanksAbove1700000031350 implements MigrationInterface {
  name = 'BanksAbove1700000031350';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [
      ...tables.map((table) => `alter policy from_above on question_bank.${table} using (unit_path in (select platform.scopes_above()))`),
      `drop function question_bank.from_above(text)`,
    ]);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, [fromAbove, ...tables.map((table) => `alter policy from_above on question_bank.${table} using (question_bank.from_above(unit_path))`)]);
  }
}
