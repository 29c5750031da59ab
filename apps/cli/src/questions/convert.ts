import { say, type Locale } from '@skillhall/kernel';
import { TableError, tableErrors } from '@skillhall/platform/tabular';
import { type ExchangeQuestion, jsonText, type Loss, plainQuestion, type ReadingProblem } from '@skillhall/question-bank/domain';
import { lossSentence, QuestionFileError, questionFileErrors, type ReadableFormat, readingSentence, readQuestionFile, type WritableFormat, writeQuestionFile } from '@skillhall/question-bank/server';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { CommandFailure } from '../failure.js';
import { sentences } from './phrases.js';
import type { ConvertOptions } from './questions.js';

type Told<T> = T & { readonly message: string };

function unreadable(error: unknown, file: string, lang: Locale): unknown {
  if (error instanceof TableError) return new CommandFailure(`${basename(file)}: ${say(tableErrors[error.code], lang, error.values)}`, 1, false, { code: error.code });
  if (error instanceof QuestionFileError) return new CommandFailure(`${basename(file)}: ${say(questionFileErrors[error.code], lang)}`, 1, false, { code: error.code });
  const system = (error as NodeJS.ErrnoException).code;
  return system === undefined || !/^E[A-Z]+$/.test(system) ? error : new CommandFailure(say(sentences.unreadable, lang, { file }), 1, false, { code: 'file-unreadable', system });
}

async function put(out: string, content: string | Buffer, lang: Locale): Promise<void> {
  await writeFile(out, content).catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure(say(sentences.unwritable, lang, { file: out }), 1, false, { code: 'file-unwritable', system: error.code ?? '' });
  });
}

/** JSON tells the problems beside the questions; other formats have no place for them. */
async function written(to: WritableFormat, questions: readonly ExchangeQuestion[], problems: readonly Told<ReadingProblem>[]): Promise<{ content: string | Buffer; losses: readonly Loss[] }> {
  return to === 'json' ? { content: jsonText(questions, problems), losses: [] } : writeQuestionFile(to, questions);
}

interface Outcome {
  readonly questions: readonly ExchangeQuestion[];
  readonly problems: readonly Told<ReadingProblem>[];
  readonly losses: readonly Told<Loss>[];
  readonly content: string | Buffer;
}

/** For programs: everything in one object, with the text where no file was asked for. */
function report({ questions, problems, losses, content }: Outcome, { to, out }: ConvertOptions): object {
  const text = out === undefined && to !== 'json' ? { text: content } : {};
  return { questions: to === 'json' && out === undefined ? questions.map(plainQuestion) : questions.length, problems, losses, ...(out !== undefined && { out }), ...text };
}

function tell(file: string, { questions, problems, losses }: Outcome, lang: Locale): void {
  const name = basename(file);
  for (const { line, code, message } of problems) console.error(say(sentences.problem, lang, { file: name, line, code, message }));
  for (const { number, code, message } of losses) console.error(say(sentences.loss, lang, { file: name, number, code, message }));
  console.error(say(sentences.done, lang, { file: name, questions: questions.length, problems: problems.length, losses: losses.length }));
}

/** Answers whether any question was read. */
export async function convert(file: string, options: ConvertOptions): Promise<boolean> {
  const { lang, out, json } = options;
  const read = await readQuestionFile(options.from as ReadableFormat, file).catch((error: unknown) => {
    throw unreadable(error, file, lang);
  });
  const problems = read.problems.map((problem) => ({ ...problem, message: readingSentence(problem, lang) }));
  const { content, losses } = await written(options.to as WritableFormat, read.questions, problems);
  const outcome: Outcome = { questions: read.questions, problems, content, losses: losses.map((loss) => ({ ...loss, message: lossSentence(loss, lang) })) };
  if (out !== undefined) await put(out, content, lang);
  tell(file, outcome, lang);
  if (json) console.log(JSON.stringify(report(outcome, options), null, 2));
  else if (out === undefined) process.stdout.write(content);
  return read.questions.length > 0;
}
