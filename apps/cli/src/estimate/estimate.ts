import { type Locale, locales } from '@skillhall/kernel';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { CommandFailure } from '../failure.js';

interface Options {
  readonly panel: string;
  readonly unit: string;
  readonly time: string;
  readonly count: string;
  readonly exposure: string;
  readonly firstTreated: string;
  readonly cluster?: string;
  readonly negativeControl?: string;
  readonly decisionWindow: number;
  readonly method: string;
  readonly permutations: number;
  readonly wantedFall: number;
  readonly seed: number;
  readonly json?: boolean;
  readonly lang: Locale;
}

const within = (least: number, most: number, whole: boolean) => (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !(value >= least && value <= most) || (whole && !Number.isInteger(value))) throw new InvalidArgumentError(`a ${whole ? 'whole ' : ''}number from ${least} to ${most} is wanted.`);
  return value;
};

export function addEstimateCommand(program: Command): void {
  program
    .command('estimate')
    .description('Did the training lower complaints? Reads any table with one row for each hall and month. Needs no database.')
    .requiredOption('--panel <file>', 'CSV or XLSX')
    .option('--unit <column>', 'the hall', 'hall')
    .option('--time <column>', 'the month as a running number', 'month_index')
    .option('--count <column>', 'complaints that training can move', 'complaints')
    .option('--exposure <column>', 'counter transactions', 'counter_tx')
    .option('--first-treated <column>', 'first month of training, 0 = never', 'first_trained_index')
    .option('--cluster <column>', 'level at which training was assigned, if not the hall')
    .option('--negative-control <column>', 'complaints that training cannot move')
    .option('--decision-window <months>', 'months looked at when halls were chosen', within(0, 12, true), 3)
    .addOption(new Option('--method <method>', 'the default stands on its own; the others are for comparison').choices(['stacked', 'twfe', 'etwfe', 'cs']).default('stacked'))
    .option('--permutations <n>', 'p-value and interval by permutation', within(0, 99_999, true), 0)
    .option('--wanted-fall <share>', 'the fall named beforehand as worth finding', within(0.01, 0.99, false), 0.2)
    .option('--seed <n>', 'of the permutations', within(0, 2 ** 31, true), 1)
    .option('--json', 'print one object')
    .addOption(new Option('--lang <locale>', 'language of the sentence').choices([...locales]).default('zh-CN'))
    .action(run);
}

async function run(options: Options): Promise<void> {
  const [{ readPanel }, { estimateReport, printReport }, { StatisticsError }] = await Promise.all([import('./panel-file.js'), import('./report.js'), import('@skillhall/statistics')]);
  const { unit, time, count, exposure, firstTreated, cluster, negativeControl: control } = options;
  const panel = await readPanel(options.panel, { unit, time, count, exposure, firstTreated, cluster, control });
  try {
    const report = estimateReport(panel, options);
    if (options.json) console.log(JSON.stringify(report, null, 2));
    else printReport(report);
  } catch (error) {
    if (error instanceof StatisticsError) throw new CommandFailure(`${options.panel}: ${error.message} (${error.code})`);
    throw error;
  }
}
