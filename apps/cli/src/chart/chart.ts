import { type Command, Option } from 'commander';
import { writeFile } from 'node:fs/promises';
import { CommandFailure } from '../failure.js';
import { number, saying, type Said, wholeNumber } from '../options.js';
import { withTypedErrors } from '../typed-errors.js';

export interface ChartOptions extends Said {
  readonly kind: 'u' | 'laney' | 'xmr' | 'cusum';
  readonly file: string;
  readonly time: string;
  readonly count: string;
  readonly exposure: string;
  readonly value?: string;
  readonly unit?: string;
  readonly only: readonly string[];
  readonly per: number;
  readonly ratio: number;
  readonly baseline?: number;
  readonly runLength: number;
  readonly threshold?: number;
  readonly svg?: string;
}

const collect = (name: string, names: readonly string[]): readonly string[] => [...names, name];

export function addChartCommand(program: Command): void {
  const command = program
    .command('chart')
    .description('Control charts of one series, or of every hall: points, limits and signals. Needs no database.')
    .addOption(new Option('--kind <kind>', 'u and laney chart rates (laney for many halls together), xmr single values, cusum raises alarms').choices(['u', 'laney', 'xmr', 'cusum']).makeOptionMandatory())
    .requiredOption('--file <file>', 'CSV or XLSX; rows of the same period are added up')
    .option('--time <column>', 'the period; numbers are put in order, other labels stay as they come', 'month_index')
    .option('--count <column>', 'complaints', 'complaints')
    .option('--exposure <column>', 'counter transactions', 'counter_tx')
    .option('--value <column>', 'xmr only: a value to chart as it stands, in place of complaints and transactions')
    .option('--unit <column>', 'one chart for each value of this column')
    .option('--only <name>', 'of these, only the named; repeat for more', collect, [])
    .option('--per <n>', 'rates are shown per so many transactions', number(1e-6, 1e9), 10_000)
    .option('--ratio <n>', 'cusum: the change to be noticed; above 1 a rise, below 1 a fall', number(0.05, 20), 1.5)
    .option('--baseline <n>', 'cusum: the rate expected is that of the first n periods (default: of all)', wholeNumber(1, 10_000))
    .option('--run-length <n>', 'cusum: about one false alarm in so many periods', number(2, 1e6), 100)
    .option('--threshold <n>', 'cusum: alarm above this, in place of --run-length', number(0, 1e6))
    .option('--svg <file>', 'write a drawing as well');
  saying(command).action((options: ChartOptions) => withTypedErrors(options, options.file, () => run(options)));
}

async function run(options: ChartOptions): Promise<void> {
  if (options.value && options.kind !== 'xmr') throw new CommandFailure('--value is for --kind xmr; the others need complaints and transactions.', 2, false, { code: 'value-without-xmr' });
  if (options.ratio === 1) throw new CommandFailure('--ratio 1 is no change to be noticed.', 2, false, { code: 'ratio-is-one' });
  const [{ readSeries }, { chartReport }, { chartLines }] = await Promise.all([import('./series.js'), import('./report.js'), import('./print-chart.js')]);
  const report = chartReport(await readSeries(options), options);
  if (options.svg) {
    const { drawCharts } = await import('./svg.js');
    await writeSvg(options.svg, drawCharts(report, options.lang));
  }
  console.log(options.json ? JSON.stringify(report, null, 2) : chartLines(report, options.lang).join('\n'));
}

async function writeSvg(path: string, svg: string): Promise<void> {
  await writeFile(path, svg).catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure(`The drawing ${path} cannot be written.`, 1, false, { code: 'svg-unwritable', system: error.code ?? null });
  });
}
