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
  readonly format?: string;
  readonly track?: string;
  readonly state?: string;
  readonly doubtful?: boolean;
}

const kinds = ['units', 'people', 'volumes', 'complaints', 'questions', 'course', 'training', 'paper-results'];
/** Words stand with a stroke between them on the command line. */
const importKind = (kind: string): string => kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const formats = ['zh-text', 'docx', 'xlsx', 'csv', 'gift', 'moodle-xml', 'aiken', 'json'];

const help = `
Questions also come from Word, plain text, GIFT, Moodle XML, Aiken and JSON. Without --format the format is told by the
file; a table is then read by the columns of the template, and every cell must hold what its column wants. With
--format xlsx or csv it is read as other files are: as it was most likely meant. A question without a number is found
again by what it says, so bringing a file twice adds nothing.`;

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
    .addOption(new Option('--format <format>', 'of questions: how the file is written').choices(formats))
    .addOption(new Option('--track <track>', 'of questions whose file names none').choices(['ethics', 'law', 'communication', 'business']))
    .addOption(new Option('--state <state>', 'of questions: how they come to stand in the bank').choices(['draft', 'inReview', 'live']))
    .option('--doubtful', 'take questions in of which something had to be guessed')
    .option('--map <field=column>', 'which column holds a field: its title or its letter; repeat for more', addMapping)
    .addOption(new Option('--lang <locale>', 'language of the messages').choices([...locales]).default('zh-CN'))
    .addHelpText('after', help)
    .action(async (kind: string, file: string, options: Options) => {
      if (!kinds.includes(kind)) throw new CommandFailure(`There is no import of "${kind}"; there is ${kinds.join(', ')}.`, 2);
      await access(file).catch(() => {
        throw new CommandFailure(`The file ${file} cannot be read.`);
      });
      await run(kind, file, options);
    });
}

/** How a text begins, in whatever encoding it is; empty where it is none, which the import itself explains. */
async function beginningOf(path: string): Promise<string> {
  const { decodedText, defaultLimits, readHead, textEncoding } = await import('@skillhall/platform/tabular');
  try {
    const pieces = decodedText(path, await textEncoding(path, await readHead(path, defaultLimits)));
    return (await pieces.next()).value ?? '';
  } catch {
    return '';
  }
}

/** What was chosen of questions. A file that is no table has a format whether it is named or not. */
async function questionOptions(path: string, { format, track, state, doubtful }: Options): Promise<Record<string, string>> {
  const chosen = { ...(format !== undefined && { format }), ...(track !== undefined && { track }), ...(state !== undefined && { state }), ...(doubtful && { doubtful: 'take' }) };
  if (format !== undefined) return chosen;
  const { guessFormat } = await import('@skillhall/question-bank/domain');
  const guessed = guessFormat(basename(path), await beginningOf(path));
  return guessed === 'csv' || guessed === 'xlsx' ? chosen : { ...chosen, format: guessed };
}

async function run(kind: string, path: string, options: Options): Promise<void> {
  const { dryRun = false, json = false, map, lang } = options;
  const { ImportRunner } = await import('@skillhall/platform/imports');
  const chosen = kind === 'questions' ? await questionOptions(path, options) : {};
  const tell = !json && process.stderr.isTTY;
  const outcome = await withProduct((app) =>
    app.get(ImportRunner).run({
      ...{ kind: importKind(kind), path, fileName: basename(path), dryRun, mapping: map, options: chosen, actor: null, locale: lang },
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
