import { Command, CommanderError } from 'commander';
import { addAuditCommands } from './audit.js';
import { addChartCommand } from './chart/chart.js';
import { addDatabaseCommands } from './db.js';
import { addEstimateCommand } from './estimate/estimate.js';
import { addImportCommand } from './import.js';
import { addItemCommands } from './items/items.js';
import { addPlanStudyCommand } from './plan-study/plan-study.js';
import { addQuestionCommands } from './questions/questions.js';
import { CommandFailure } from './failure.js';
import { addUserCommands } from './user.js';

/** Exit codes: 0 done, 1 the command could not do its work, 2 it was called wrongly. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('skillhall')
    .description('Administration and offline computations of Skillhall.')
    .showHelpAfterError('(add --help to see how it is called)')
    .configureOutput({ outputError: (text, write) => write(text) })
    .exitOverride();
  for (const add of [addImportCommand, addEstimateCommand, addItemCommands, addQuestionCommands, addPlanStudyCommand, addChartCommand, addUserCommands, addAuditCommands, addDatabaseCommands]) add(program);
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  // Help and version end here too, with exit code 0; commander has printed what there is to say.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof CommandFailure) {
    if (!error.said) console.error(error.message);
    return error.exitCode;
  }
  console.error(error instanceof Error && !process.env['DEBUG'] ? error.message : error);
  return 1;
}
