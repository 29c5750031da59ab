import type { QueryRunner } from 'typeorm';
import { appRole } from './data-source.js';

/** Runs the statements one after another. */
export async function runAll(queries: QueryRunner, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await queries.query(statement);
}

/** A schema of one capability, open to the product's role; tables narrow that by row-level security. */
export const createSchema = (schema: string): string[] => [
  `create schema ${schema}`,
  `grant usage on schema ${schema} to ${appRole}`,
  `alter default privileges in schema ${schema} grant select, insert, update, delete on tables to ${appRole}`,
  `alter default privileges in schema ${schema} grant usage, select on sequences to ${appRole}`,
];

export const dropSchema = (schema: string): string[] => [`drop schema ${schema} cascade`];

/** Rows are visible and writable only where `condition` holds; the owner of the table is not bound. */
export const protect = (table: string, condition: string): string[] => [
  `alter table ${table} enable row level security`,
  `create policy scope on ${table} using (${condition}) with check (${condition})`,
];
