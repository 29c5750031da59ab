import type { Command } from 'commander';
import { CommandFailure } from './failure.js';
import { withProduct } from './product.js';

function expectedHead(text: string): { entries: number; head: string } {
  const parts = /^(\d+):([0-9a-f]{64})$/.exec(text);
  if (!parts) throw new CommandFailure('--expect wants ENTRIES:HEAD as an earlier run printed it.', 2);
  return { entries: Number(parts[1]), head: parts[2]! };
}

export function addAuditCommands(program: Command): void {
  const audit = program.command('audit').description('The audit log.');
  audit
    .command('verify')
    .description('Computes the chain of hashes anew and says whether an entry was changed or taken out. Keep the head it prints elsewhere: with --expect it proves later that the end was not cut off.')
    .option('--expect <entries:head>', 'a head that an earlier run printed', expectedHead)
    .option('--json', 'print { intact, entries, head, brokenAt, headFound }')
    .action(async ({ expect, json }: { expect?: { entries: number; head: string }; json?: boolean }) => {
      const [{ verifyAuditLog }, { Database }] = await Promise.all([import('@skillhall/platform/audit'), import('@skillhall/platform/database')]);
      const result = await withProduct((app) => app.get(Database).asSystem('the whole log is verified', (tx) => verifyAuditLog(tx, expect)));
      const broken = result.brokenAt === null ? 'the expected head is not there' : `broken at entry ${result.brokenAt}`;
      console.log(json ? JSON.stringify(result) : result.intact ? `intact: ${result.entries} entries, head ${result.entries}:${result.head ?? ''}` : broken);
      if (!result.intact) throw new CommandFailure(`The audit log is not intact: ${broken}.`, 1, !json);
    });
}
