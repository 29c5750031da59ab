import type { Command } from 'commander';
import { CommandFailure } from './failure.js';
import { withDatabase } from './product.js';

interface Options {
  readonly json?: boolean;
}

export function addDatabaseCommands(program: Command): void {
  const db = program.command('db').description('The database.');
  db.command('migrate')
    .description('Brings the database up to date. Every other command and the servers do so by themselves.')
    .option('--json', 'print { upToDate }')
    .action(async ({ json }: Options) => {
      await withDatabase(async () => {});
      console.log(json ? JSON.stringify({ upToDate: true }) : 'The database is up to date.');
    });
  db.command('backup')
    .description('Writes all tables, from one moment, and all files into a new folder. Servers may go on working.')
    .argument('<folder>')
    .option('--json', 'print { folder, tables, rows, files, audit }')
    .action(backup);
  db.command('restore')
    .description('Restores a backup into an empty database. Stop the servers first.')
    .argument('<folder>')
    .option('--json', 'print { folder, tables, rows, files, audit }')
    .action(restoreFrom);
}

async function tools() {
  const [backups, { fileStoreFor }, { parseConfig }, { databaseParts }] = await Promise.all([
    import('@skillhall/platform/backup'),
    import('@skillhall/platform/files'),
    import('@skillhall/platform/config'),
    import('@skillhall/api/composition'),
  ]);
  return { ...backups, store: fileStoreFor(parseConfig(process.env)), databaseParts };
}

type Manifest = Awaited<ReturnType<Awaited<ReturnType<typeof tools>>['backUp']>>;

function report(did: string, folder: string, { tables, files, audit }: Manifest, { json }: Options): void {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const answer = { folder, tables: tables.length, rows, files: files.length, audit };
  console.log(json ? JSON.stringify(answer) : `${did} ${rows} rows of ${tables.length} tables and ${files.length} files; audit head ${audit.entries}:${audit.head ?? ''}`);
}

async function backup(folder: string, options: Options): Promise<void> {
  const { backUp, BackupError, store } = await tools();
  const manifest = await withDatabase(({ url }) => backUp(url, store, folder)).catch((error: unknown) => {
    throw error instanceof BackupError ? new CommandFailure(error.message) : error;
  });
  report('saved', folder, manifest, options);
}

async function restoreFrom(folder: string, options: Options): Promise<void> {
  const { restore, BackupError, databaseParts, store } = await tools();
  const manifest = await withDatabase(({ url }) => restore(databaseParts, url, store, folder), { migrated: false }).catch((error: unknown) => {
    throw error instanceof BackupError ? new CommandFailure(error.message) : error;
  });
  report('restored', folder, manifest, options);
}
