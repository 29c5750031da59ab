import { type Command, InvalidArgumentError, Option } from 'commander';
import { number, saying, type Said, wholeNumber } from '../options.js';
import { withTypedErrors } from '../typed-errors.js';

export interface EstimateOptions extends Said {
  readonly panel: string;
  readonly unit: string;
  readonly time: string;
  readonly count: string;
  readonly exposure: string;
  readonly firstTreated: string;
  readonly treated?: string;
  readonly cluster?: string;
  readonly negativeControl?: string;
  readonly decisionWindow: number;
  readonly method: 'stacked' | 'twfe' | 'etwfe' | 'cs';
  readonly smallSample: 'clusters' | 'clusters-and-columns' | 'none';
  readonly permutations: number;
  readonly sharpSensitivity?: boolean;
  readonly wantedFall: number;
  readonly seed: number;
}

/** Fewer re-draws than 19 cannot give a p-value of 5 %. */
function redraws(text: string): number {
  const value = wholeNumber(0, 99_999)(text);
  if (value > 0 && value < 19) throw new InvalidArgumentError('0, or at least 19, is wanted.');
  return value;
}

export function addEstimateCommand(program: Command): void {
  const command = program
    .command('estimate')
    .description('Did the training lower complaints? Reads any table with one row for each hall and month. Needs no database.')
    .requiredOption('--panel <file>', 'CSV or XLSX')
    .option('--unit <column>', 'the hall', 'hall')
    .option('--time <column>', 'the month as a running number', 'month_index')
    .option('--count <column>', 'complaints that training can move', 'complaints')
    .option('--exposure <column>', 'counter transactions', 'counter_tx')
    .option('--first-treated <column>', 'first month of training, 0 = never', 'first_trained_index')
    .option('--treated <column>', 'in its place: 1 from the first month of training on, 0 before')
    .option('--cluster <column>', 'level at which training was assigned, if not the hall')
    .option('--negative-control <column>', 'complaints that training cannot move')
    .option('--decision-window <months>', 'months looked at when halls were chosen', wholeNumber(0, 12), 3)
    .addOption(new Option('--method <method>', 'the default stands on its own; the others are for comparison').choices(['stacked', 'twfe', 'etwfe', 'cs']).default('stacked'))
    .addOption(new Option('--small-sample <factor>', 'on clustered variances: G/(G−1), that times (n−1)/(n−K), or none').choices(['clusters', 'clusters-and-columns', 'none']).default('clusters'))
    .option('--permutations <n>', 'p-value and interval by re-drawing who was trained, beside the default interval', redraws, 0)
    .option('--sharp-sensitivity', 'drift that would undo the answer by the conditional test instead of the conservative band; takes seconds')
    .option('--wanted-fall <share>', 'the fall named beforehand as worth finding', number(0.01, 0.99), 0.2)
    .option('--seed <n>', 'of the re-draws', wholeNumber(0, 2 ** 31), 1);
  saying(command).action((options: EstimateOptions) => withTypedErrors(options, options.panel, () => run(options)));
}

async function run(options: EstimateOptions): Promise<void> {
  const [{ readPanel }, { createRandomSource, effectStudy }, { estimateReport }, { printReport }] = await Promise.all([
    import('../tables/panel-file.js'),
    import('@skillhall/statistics'),
    import('./report.js'),
    import('./print-report.js'),
  ]);
  const { unit, time, count, exposure, firstTreated, treated, cluster, negativeControl: control } = options;
  const panel = await readPanel(options.panel, { unit, time, count, exposure, ...(treated ? { treated } : { firstTreated }), cluster, control });
  const study = effectStudy({
    ...panel,
    ...{ method: options.method, decisionWindow: options.decisionWindow, wantedFall: options.wantedFall },
    correction: options.smallSample === 'clusters-and-columns' ? { kind: options.smallSample, extraColumns: 1 } : { kind: options.smallSample },
    ...{ permutations: options.permutations, random: createRandomSource(options.seed), sharp: options.sharpSensitivity ?? false },
  });
  const report = estimateReport(study, options);
  if (options.json) console.log(JSON.stringify(report, null, 2));
  else printReport(report, options.lang);
}
