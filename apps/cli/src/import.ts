import { type Command, Option } from 'commander';
import { locales, type Locale } from '@skillhall/kernel';
import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { CommandFailure } from './failure.js';
import { withProduct } from './product.js';

interface Options {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly map?: Readonly<Record<string, string | null>>;
  readonly lang: Locale;
}

const kinds = ['units', 'people', 'volumes', 'complaints', 'questions', 'course'];

function addMapping(entry: string, so: Record<string, string | null> = {}): Record<string, string | null> {
  const at = entry.indexOf('=');
  if (at < 1) throw new CommandFailure(`--map wants FIELD=COLUMN, not "${entry}"`, 2);
  return { ...so, [entry.slice(0, at)]: entry.slice(at + 1) || null };
}

export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('Takes a file in: XLSX or CSV, or a course file. Rows that cannot be taken in are named, the others are written together.')
    .argument('<kind>', `one of ${kinds.join(', ')}`)
    .argument('<file>')
    .option('--dry-run', 'only say what would happen')
    .option('--json', 'print { accepted, rejected: [{ row, field, code, message }], … }')
    .option('--map <field=column>', 'which column holds a field: its title or its letter; repeat for more', addMapping)
    .addOption(new Option('--lang <locale>', 'language of the messages').choices([...locales]).default('zh-CN'))
    .action(async (kind: string, file: string, options: Options) => {
      if (!kinds.includes(kind)) throw new CommandFailure(`There is no import of "${kind}"; there is ${kinds.join(', ')}.`, 2);
      await access(file).catch(() => {
        throw new CommandFailure(`The file ${file} cannot be read.`);
      });
      await run(kind, file, options);
    });
}

async function run(kind: string, path: string, { dryRun = false, json = false, map, lang }: Options): Promise<void> {
  const { ImportRunner } = await import('@skillhall/platform/imports');
  const tell = !json && process.stderr.isTTY;
  const outcome = await withProduct((app) =>
    app.get(ImportRunner).run({
      ...{ kind, path, fileName: basename(path), dryRun, mapping: map, actor: null, locale: lang },
      ...(tell && { onProgress: ({ rowsRead }) => process.stderr.write(`\r${rowsRead} `) }),
    }),
  );
  const { accepted, rejected, counts, skipped, failure, recognition, encoding, sheetName } = outcome;
  if (json) {
    const header = failure && recognition ? { recognition } : {};
    console.log(JSON.stringify({ accepted, rejected, ...counts, skipped, dryRun, encoding, sheetName, failure, ...header }, null, 2));
  } else {
    for (const { row, field, code, message } of rejected) console.log(`${row}\t${field}\t${code}\t${message}`);
    if (!failure) console.log(`${dryRun ? 'would accept' : 'accepted'} ${accepted} (new ${counts.created}, changed ${counts.updated}, unchanged ${counts.unchanged}), rejected ${new Set(rejected.map(({ row }) => row)).size}`);
  }
  if (failure) throw new CommandFailure(`${basename(path)}: ${failure.message} (${failure.code})`);
}
