import { StatisticsError } from '@skillhall/statistics';
import { CommandFailure } from './failure.js';

/**
 * Runs an offline computation. What goes wrong is said in a sentence; with `--json` it is printed as
 * `{ error: { code, message, … } }` as well.
 */
export async function withTypedErrors(json: boolean | undefined, file: string | undefined, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const failure = failureOf(error, file);
    if (!failure) throw error;
    if (json) console.log(JSON.stringify({ error: { ...failure.facts, message: failure.message } }, null, 2));
    throw failure;
  }
}

function failureOf(error: unknown, file: string | undefined): CommandFailure | undefined {
  if (error instanceof CommandFailure) return error;
  if (!(error instanceof StatisticsError)) return undefined;
  return new CommandFailure(`${file === undefined ? '' : `${file}: `}${error.message} (${error.code})`, 1, false, { ...error.details, code: error.code });
}
