import { say } from '@skillhall/kernel';
import { type Command, Option } from 'commander';
import { CommandFailure } from '../failure.js';
import { type Said, saying } from '../options.js';
import { sentences } from './phrases.js';
import { withTypedErrors } from '../typed-errors.js';

export interface ConvertOptions extends Said {
  readonly from: string;
  readonly to: string;
  readonly out?: string;
}

/** The formats themselves are known where they are read and written; the program starts faster without that. */
const readable = ['gift', 'moodle-xml', 'aiken', 'zh-text', 'docx', 'csv', 'xlsx', 'json'];
const writable = ['json', 'gift', 'moodle-xml', 'aiken', 'zh-text', 'csv', 'xlsx'];

const help = `
Prints the questions in the other format, or writes them to the file of --out. JSON is { questions, problems }:
  questions  type (single, multiple, trueFalse, fillIn, numeric, ordering, matching, shortAnswer, calculation, case), stem,
             options { text, credit }, answers { blank, text | value, tolerance | formula, credit }, line, …
             A blank in a stem is _____. Credit: 1 for the right option of one, shares of several, 0 or less for wrong ones.
  problems   { line, code, message }; a question is kept as it was most likely meant. Lines of tables are rows, of Word paragraphs.
Problems, and what the new format has no place for, are told on the error output. With --json one object is printed:
the questions' number, problems, losses, and the text unless it went to a file.`;

export function addQuestionCommands(program: Command): void {
  const questions = program.command('questions').description('Questions in files. Needs no database.');
  const convert = questions
    .command('convert')
    .description('Reads questions from a file of one format and writes them in another.')
    .argument('<file>')
    .addOption(new Option('--from <format>', 'format of the file').choices(readable).makeOptionMandatory())
    .addOption(new Option('--to <format>', 'format wanted').choices(writable).makeOptionMandatory())
    .option('--out <file>', 'where to write; xlsx needs it')
    .addHelpText('after', help);
  saying(convert).action(async (file: string, options: ConvertOptions) => {
    if (options.to === 'xlsx' && options.out === undefined) throw new CommandFailure('A workbook needs --out.', 2, false, { code: 'out-missing' });
    let found = false;
    await withTypedErrors(options, file, async () => {
      found = await (await import('./convert.js')).convert(file, options);
    });
    // The report has been printed; that nothing was in it shows in the exit code.
    if (!found) throw new CommandFailure(say(sentences.nothing, options.lang, { file }), 1, false, { code: 'no-questions' });
  });
}
