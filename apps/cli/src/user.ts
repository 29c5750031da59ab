import type { Command } from 'commander';
import { newId } from '@skillhall/kernel';
import { CommandFailure } from './failure.js';
import { withProduct } from './product.js';

interface Options {
  readonly login: string;
  readonly name?: string;
  readonly password?: string;
  readonly json?: boolean;
}

export function addUserCommands(program: Command): void {
  const user = program.command('user').description('Accounts.');
  user
    .command('create-admin')
    .description('Makes an administrator of the whole organisation: the way in on the first day.')
    .requiredOption('--login <name>', 'the name to sign in with')
    .option('--name <name>', 'the name to show')
    .option('--password <password>', 'a first password; without it one is made and printed (SKILLHALL_PASSWORD is read too)')
    .option('--json', 'print { login, password }')
    .action(createAdmin);
}

async function createAdmin({ login, name = login, password: given = process.env['SKILLHALL_PASSWORD'], json }: Options): Promise<void> {
  const [{ Accounts, passwordWeakness, temporaryPassword }, { AuditLog }, { Database }] = await Promise.all([import('@skillhall/platform/access'), import('@skillhall/platform/audit'), import('@skillhall/platform/database')]);
  const weakness = given === undefined ? null : passwordWeakness(given, [login, name]);
  if (weakness) throw new CommandFailure(`This password is too weak (${weakness}): at least 8 characters, none of the common ones, without the name.`);
  const password = given ?? temporaryPassword();
  await withProduct(async (app) => {
    const accounts = app.get(Accounts);
    if (await accounts.find(login)) throw new CommandFailure(`There is an account "${login}" already.`);
    await app.get(Database).asSystem('whoever may run commands on this machine may do everything', async (tx) => {
      const accountId = await accounts.create(tx, { login, name, personId: null, password, mustChangePassword: given === undefined });
      await tx.query(`insert into directory.role_grant (id, account_id, role) values ($1, $2, 'administrator')`, [newId(), accountId]);
      await app.get(AuditLog).record(tx, null, { action: 'admin.created', subjectType: 'account', subjectId: accountId, details: { login } });
    });
  });
  console.log(json ? JSON.stringify({ login, password }) : `Administrator "${login}" was made. Password: ${password}${given === undefined ? ' (to be changed at the first sign-in)' : ''}`);
}
