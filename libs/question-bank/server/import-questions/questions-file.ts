import { newId, say } from '@skillhall/kernel';
import { FileRefused, type ImportContext, type LeftFile } from '@skillhall/platform/imports';
import { setImmediate as pause } from 'node:timers/promises';
import { categoryNames, type ExchangeQuestion, type FileFormat, judge, type Judged, type Judgement, plainQuestion, readingErrors, type ReadingProblem } from '../../domain/index.js';
import { contentRow } from '../data/content-rows.js';
import { QuestionFileError, questionFileErrors, readQuestionFile, writeQuestionFile } from '../exchange/question-file.js';
import { importOptions } from './import-options.js';
import type { StagedQuestion } from './staged-questions.js';

const batch = 500;
/** So many questions are handed back to be looked at; of more the file itself is put right. */
const mostShown = 2000;

const longestNumber = 40;

export interface ReadFile {
  readonly format: FileFormat;
  readonly judgement: Judgement;
}

/** Reads a file of any format and judges what is in it. */
export async function readFile({ options }: ImportContext, path: string): Promise<ReadFile> {
  const { format, track } = importOptions(options);
  const reading = await readQuestionFile(format!, path).catch((error: unknown) => {
    throw error instanceof QuestionFileError ? new FileRefused(error.code, questionFileErrors[error.code]) : error;
  });
  return { format: format!, judgement: judge(reading, { track }) };
}

function keptOut({ question, content, odd, doubtful }: Judged, takeDoubtful: boolean): { field: string; code: string; values?: ReadingProblem['values'] }[] {
  const problems: { field: string; code: string; values?: ReadingProblem['values'] }[] = content.ok ? [] : [...content.error];
  if (doubtful && !takeDoubtful) problems.push(...odd.map(({ code, values }) => ({ field: 'text', code, values })));
  if (question.number !== null && question.number.length > longestNumber) problems.push({ field: 'number', code: 'number-too-long' });
  if (question.category !== null && !categoryNames(question.category)) problems.push({ field: 'category', code: 'category-too-deep', values: { text: question.category } });
  return problems;
}

/** Hands on what can be taken in, batch by batch; names what cannot. */
export async function stageJudged(context: ImportContext, { judgement: { judged, others } }: ReadFile, stage: (rows: StagedQuestion[]) => Promise<void>): Promise<void> {
  const { doubtful } = importOptions(context.options);
  for (const { line, code, values } of others) context.reject(line, 'text', code, values);
  for (let from = 0; from < judged.length; from += batch) {
    const rows = judged.slice(from, from + batch).flatMap((each): StagedQuestion[] => {
      const { question, content } = each;
      const problems = keptOut(each, doubtful);
      for (const { field, code, values } of problems) context.reject(question.line, field, code, values);
      if (problems.length || !content.ok) return [];
      return [{ row: question.line, id: newId(), code: question.number, category: question.category, ...contentRow(content.value) }];
    });
    await stage(rows);
    context.progress(Math.min(from + batch, judged.length - 1), judged.length);
    // A worker has other things to do besides.
    await pause();
  }
  context.progress(judged.length, judged.length);
}

const told = ({ line, of, code, values }: ReadingProblem, { locale }: ImportContext): object => ({ line, ...(of !== undefined && { of }), code, ...(values && { values }), message: say(readingErrors[code], locale, values) });

/** What was read, for the page that shows it: the same object that reading JSON takes. */
export function whatWasRead(context: ImportContext, { format, judgement: { judged, others } }: ReadFile): LeftFile {
  const shown = judged.slice(0, mostShown);
  const problems = [...shown.flatMap(({ odd }) => odd), ...others.slice(0, mostShown)].sort((a, b) => a.line - b.line);
  const content = JSON.stringify({ format, total: judged.length, questions: shown.map(({ question }) => plainQuestion(question)), problems: problems.map((problem) => told(problem, context)) });
  return { kind: 'read', name: 'questions.json', mediaType: 'application/json', content };
}

const written = { 'zh-text': ['zh-text', 'txt'], docx: ['zh-text', 'txt'], gift: ['gift', 'gift'], 'moodle-xml': ['moodle-xml', 'xml'], aiken: ['aiken', 'txt'], json: ['json', 'json'], csv: ['csv', 'csv'], xlsx: ['xlsx', 'xlsx'] } as const satisfies Record<FileFormat, readonly string[]>;

/** The questions that were left out, in the format they came in, to be put right and brought again. */
export async function leftOut(questions: readonly ExchangeQuestion[], format: FileFormat, fileName: string): Promise<LeftFile | null> {
  if (!questions.length) return null;
  const [to, ending] = written[format];
  const { content } = await writeQuestionFile(to, questions);
  return { kind: 'rejected', name: `${fileName.replace(/\.\w+$/, '')}-未导入.${ending}`, mediaType: 'application/octet-stream', content };
}
