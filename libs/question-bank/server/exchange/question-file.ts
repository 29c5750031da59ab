import { defineErrors, type Locale, say } from '@skillhall/kernel';
import { decodedText, defaultLimits, readHead, TableError, textEncoding } from '@skillhall/platform/tabular';
import { type ExchangeQuestion, type Loss, lossPhrases, readingErrors, readQuestions, type Reading, type ReadingProblem, textFormats, type TextFormat, writeQuestions } from '../../domain/index.js';
import { readDocx } from './docx/read-docx.js';
import { readTable } from './read-table.js';
import { tableBytes, tableText } from './write-table.js';

export const readableFormats = [...textFormats, 'docx', 'csv', 'xlsx'] as const;
export type ReadableFormat = (typeof readableFormats)[number];
export const writableFormats = [...textFormats, 'csv', 'xlsx'] as const;
export type WritableFormat = (typeof writableFormats)[number];

/** Why a file could not be read as questions, besides what may be wrong with tables. */
export const questionFileErrors = defineErrors({
  'old-word': { 'zh-CN': '这是旧版 Word 文件（.doc），请另存为 .docx 后再导入', 'zh-TW': '這是舊版 Word 檔案（.doc），請另存為 .docx 後再匯入', en: 'This is an old Word file (.doc); please save it as .docx first' },
  'not-text': { 'zh-CN': '这不是文本文件', 'zh-TW': '這不是文字檔', en: 'This is not a text file' },
});

/** The file is no text, document or table that questions can be read from; tables and zip files have errors of their own. */
export class QuestionFileError extends Error {
  override readonly name = 'QuestionFileError';

  constructor(readonly code: keyof typeof questionFileErrors) {
    super(code);
  }
}

const limits = { ...defaultLimits, fileBytes: 64 * 2 ** 20 };
const isText = (format: ReadableFormat): format is TextFormat => textFormats.some((each) => each === format);

/** Text in whatever encoding it is in; a file of another kind is named as what it is. */
async function textIn(path: string, head: Buffer): Promise<string> {
  const marked = head.subarray(0, 2).toString('hex');
  if (head.includes(0) && marked !== 'fffe' && marked !== 'feff') throw new QuestionFileError('not-text');
  let text = '';
  for await (const piece of decodedText(path, await textEncoding(path, head))) text += piece;
  return text;
}

/**
 * Reads the questions of a file. A Word document given as plain text, and a plain text given as a Word document, are
 * read as what they are. Throws QuestionFileError or TableError where the file as a whole cannot be read.
 */
export async function readQuestionFile(format: ReadableFormat, path: string): Promise<Reading> {
  const head = await readHead(path, limits);
  if (head.length === 0) throw new TableError('file-empty');
  if (format === 'csv' || format === 'xlsx') return readTable(path);
  const kind = head.subarray(0, 8).toString('hex');
  if (kind.startsWith('504b0304') && (format === 'docx' || format === 'zh-text')) return readDocx(path);
  if (kind.startsWith('d0cf11e0a1b11ae1')) throw new QuestionFileError('old-word');
  return readQuestions(isText(format) ? format : 'zh-text', await textIn(path, head));
}

export interface WrittenFile {
  readonly content: string | Buffer;
  readonly losses: readonly Loss[];
}

/** The questions as a file of a format, and what of them it does not hold. */
export async function writeQuestionFile(format: WritableFormat, questions: readonly ExchangeQuestion[]): Promise<WrittenFile> {
  if (format === 'csv') return tableText(questions);
  if (format === 'xlsx') return tableBytes(questions);
  const { text, losses } = writeQuestions(format, questions);
  return { content: text, losses };
}

export const readingSentence = ({ code, values }: ReadingProblem, locale: Locale): string => say(readingErrors[code], locale, values);
export const lossSentence = ({ code, values }: Loss, locale: Locale): string => say(lossPhrases[code], locale, values);
