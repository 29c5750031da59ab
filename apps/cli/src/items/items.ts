import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Said, saying, wholeNumber } from '../options.js';
import { withTypedErrors } from '../typed-errors.js';
import type { ReadOptions } from './responses.js';

interface Options extends Said, ReadOptions {
  readonly responses: string;
  readonly compare: 'marks' | 'share';
}

function maxMarks(text: string): number[] {
  const maxima = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (!maxima.every((value) => value >= 0 && value < Infinity)) throw new InvalidArgumentError('numbers from 0 on are wanted, separated by commas.');
  return maxima;
}

const help = `
The file: one row for each attempt and one column for each item, with item names in the header. The first column may tell
attempts apart. A first row named "max" (满分) holds the maximum marks. An empty cell: the item was not asked.
Or one row for each response: attempt, item, mark and, if you have them, max, choice, key, options (several options: AC or A;C).

The numbers follow Moodle's published formulas (docs.moodle.org: Quiz statistics calculations), all with divisor n − 1.
  fractions  facility, randomGuessScore, cronbachAlpha (100 times it is Moodle's coefficient of internal consistency),
             pointBiserial (item against the rest of the paper), itemTotal, upperLower (best and weakest 27 %), exposure
  percent    discriminationIndex, discriminativeEfficiency, intendedWeight, effectiveWeight, errorRatio, and all …Percent
  marks      mean, median, standardDeviation and standardError; Moodle shows them in percent of the maximum: see …Percent
What cannot be said is null.`;

export function addItemCommands(program: Command): void {
  const items = program.command('items').description('Item analysis. Needs no database.');
  const analyse = items
    .command('analyse')
    .description('How good were the questions, and how far can the test be trusted?')
    .requiredOption('--responses <file>', 'CSV or XLSX')
    .option('--max-marks <numbers>', 'maximum marks: one for all items, or one for each, separated by commas', maxMarks)
    .option('--id-column <title>', 'the column that tells attempts apart, or none')
    .option('--ignore <title>', 'a column that is no item; repeat for more', (title: string, so: string[]) => [...so, title], [])
    .addOption(new Option('--blank <meaning>', 'what an empty cell means').choices(['not-seen', 'zero']).default('not-seen'))
    .addOption(new Option('--compare <by>', 'compare attempts by marks, or by share of their paper’s maximum').choices(['marks', 'share']).default('marks'))
    .option('--options <n>', 'options of a single-choice item, for the random guess score', wholeNumber(2, 32))
    .addHelpText('after', help);
  saying(analyse).action((options: Options) => withTypedErrors(options, options.responses, () => run(options)));
}

async function run(options: Options): Promise<void> {
  const [{ readResponses }, { itemReport }, { printReport }] = await Promise.all([import('./read-responses.js'), import('./report.js'), import('./print-report.js')]);
  const report = itemReport(await readResponses(options.responses, options), options.compare, options.lang);
  if (options.json) console.log(JSON.stringify(report, null, 2));
  else printReport(report, options.lang);
}
