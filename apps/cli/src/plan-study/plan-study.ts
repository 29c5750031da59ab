import type { Command } from 'commander';
import { number, saying, type Said, wholeNumber } from '../options.js';
import { withTypedErrors } from '../typed-errors.js';

export interface PlanOptions extends Said {
  readonly halls?: number;
  readonly rate?: number;
  readonly panel?: string;
  readonly unit: string;
  readonly time: string;
  readonly count: string;
  readonly exposure: string;
  readonly firstTreated?: string;
  readonly pre: number;
  readonly post: number;
  readonly decisionWindow: number;
  readonly trainedShare: number;
  readonly fall: number;
  readonly power: number;
  readonly alpha: number;
  readonly shockSd?: number;
  readonly shockCorrelation?: number;
  readonly rollout: readonly string[];
  readonly longest: number;
  readonly runs: number;
  readonly seed: number;
}

const collect = (plan: string, plans: readonly string[]): readonly string[] => [...plans, plan];

export function addPlanStudyCommand(program: Command): void {
  const command = program
    .command('plan-study')
    .description('How many halls and months does an answer need, and in which order should halls be trained? Needs no database.')
    .option('--halls <n>', 'halls at hand, trained and untrained together (default: those of --panel)', wholeNumber(2, 1_000_000))
    .option('--rate <n>', 'complaints per hall and month without training (default: that of --panel)', number(1e-6, 1e6))
    .option('--panel <file>', 'history of your own, CSV or XLSX with one row for each hall and month: its rate, its shocks, and a simulation on it')
    .option('--unit <column>', 'in the history: the hall', 'hall')
    .option('--time <column>', 'in the history: the month as a running number', 'month_index')
    .option('--count <column>', 'in the history: complaints that training can move', 'complaints')
    .option('--exposure <column>', 'in the history: counter transactions', 'counter_tx')
    .option('--first-treated <column>', 'in the history: first month of training, 0 = never; months from it on are left out')
    .option('--pre <months>', 'clean months before', wholeNumber(1, 120), 12)
    .option('--post <months>', 'averaged months after the phase-in of two', wholeNumber(1, 120), 10)
    .option('--decision-window <months>', 'months that the choice of halls will look at; 0 when a lottery decides', wholeNumber(0, 12), 3)
    .option('--trained-share <share>', 'share of halls to be trained', number(0.01, 0.99), 0.5)
    .option('--fall <share>', 'the fall worth finding', number(0.01, 0.95), 0.2)
    .option('--power <share>', 'how surely it should be found', number(0.5, 0.999), 0.8)
    .option('--alpha <share>', 'two-sided level', number(0.0001, 0.5), 0.05)
    .option('--shock-sd <n>', 'standard deviation of the log-rate shocks of a hall (default: of the history, or 0.35)', number(0, 5))
    .option('--shock-correlation <n>', 'their correlation from month to month (default: of the history, or 0.6)', number(0, 0.99))
    .option('--rollout <plan>', 'an order of training, MONTH:HALLS,…, months counted from 1, as in 1:100,5:100; repeat to compare', collect, [])
    .option('--longest <months>', 'how far ahead orders are looked at', wholeNumber(3, 120), 36)
    .option('--runs <n>', 'runs of the simulation on the history; 0 = none', wholeNumber(0, 100_000), 200)
    .option('--seed <n>', 'of the simulation', wholeNumber(0, 2 ** 31), 1);
  saying(command).action((options: PlanOptions) => withTypedErrors(options, options.panel, () => run(options)));
}

async function run(options: PlanOptions): Promise<void> {
  const [{ studyPlan }, { readHistory }, { printPlan }] = await Promise.all([import('./plan.js'), import('./history.js'), import('./print-plan.js')]);
  const plan = studyPlan(options, options.panel === undefined ? undefined : await readHistory(options.panel, options));
  if (options.json) console.log(JSON.stringify(plan, null, 2));
  else printPlan(plan, options.lang);
}
