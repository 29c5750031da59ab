import { studyFailures } from '@skillhall/impact/domain';
import { say } from '@skillhall/kernel';
import { StatisticsError } from '@skillhall/statistics';
import { CommandFailure } from './failure.js';
import type { Said } from './options.js';

/**
 * Runs an offline computation. What goes wrong is said in a sentence; with `--json` it is printed as
 * `{ error: { code, message, … } }` as well.
 */
export async function withTypedErrors({ json, lang }: Said, file: string | undefined, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const failure = error instanceof StatisticsError ? failureOf(error, file, lang) : error;
    if (json && failure instanceof CommandFailure) console.log(JSON.stringify({ error: { ...failure.facts, message: failure.message } }, null, 2));
    throw failure;
  }
}

function failureOf({ code, details }: StatisticsError, file: string | undefined, lang: Said['lang']): CommandFailure {
  const phrase = code in studyFailures ? studyFailures[code as keyof typeof studyFailures] : studyFailures.other;
  const reasons = details['reasons'] ? `(${String(details['reasons'])})` : '';
  const sentence = say(phrase, lang, { reasons }).trim();
  return new CommandFailure(`${file === undefined ? '' : `${file}: `}${sentence}`, 1, false, { code, ...(reasons && { reasons: String(details['reasons']) }) });
}
