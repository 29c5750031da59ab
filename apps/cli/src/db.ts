import type { Command } from 'commander';
import { withDatabase } from './product.js';

export function addDatabaseCommands(program: Command): void {
  const db = program.command('db').description('The database.');
  db.command('migrate')
    .description('Brings the database up to date. Every other command and the servers do so by themselves.')
    .option('--json', 'print { upToDate }')
    .action(async ({ json }: { json?: boolean }) => {
      await withDatabase(async () => {});
      console.log(json ? JSON.stringify({ upToDate: true }) : 'The database is up to date.');
    });
}
