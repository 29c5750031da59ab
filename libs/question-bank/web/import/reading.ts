import { judge, readQuestions, readingErrors, questionImportErrors, textFormats, type ExchangeQuestion, type FileFormat, type Judged, type Judgement, type Reading, type TextFormat } from '@skillhall/question-bank/domain';
import { say, type Locale } from '@skillhall/kernel';
import type { Settings } from './settings.js';

/** Texts up to here are read on the page while they are written; larger files are read by the server. */
export const mostText = 1_000_000;

export const isTextFormat = (format: FileFormat): format is TextFormat => textFormats.some((each) => each === format);

export const readText = (format: TextFormat, text: string): Reading => {
  try {
    return readQuestions(format, text);
  } catch {
    // A reader that stumbles is a mistake of ours; the page stays, and the server says what it makes of the file.
    return { questions: [], problems: [{ line: 1, code: 'no-questions' }] };
  }
};

export const judged = (reading: Reading, { track }: Pick<Settings, 'track'>): Judgement => judge(reading, { track });

export interface Said {
  readonly line: number;
  readonly text: string;
  /** Keeps the question out. */
  readonly bad: boolean;
}

/** Everything to be said of a question, what keeps it out first. */
export function saidOf({ question, odd, content, doubtful }: Judged, locale: Locale): Said[] {
  const wrong = content.ok ? [] : content.error.map(({ code, values }) => ({ line: question.line, text: say(questionImportErrors[code], locale, values), bad: true }));
  const strange = odd.map(({ line, code, values }) => ({ line, text: say(readingErrors[code], locale, values), bad: false }));
  // A key that is missing is named once.
  return [...new Map([...wrong, ...(doubtful || content.ok ? strange : strange.filter(() => wrong.length === 0))].map((each) => [each.text, each])).values()];
}

export const isOut = ({ content, doubtful }: Judged, takeDoubtful: boolean): boolean => !content.ok || (doubtful && !takeDoubtful);

/** As much of a file as says how it is written. */
export const beginningOf = (file: File): Promise<string> => decoded(file.slice(0, 4096), true);

/** A text in the encoding in which it most likely is; of its `beginning` the last character may be cut in two. */
export async function decoded(file: Blob, beginning = false): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(mark, { fatal: true }).decode(bytes, { stream: beginning });
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

interface ReadFile {
  readonly format: FileFormat;
  /** Questions in the file; those shown may be fewer. */
  readonly total: number;
  readonly reading: Reading;
}

/** What the server read of a file, as the run left it. */
export async function fetchRead(fileId: string): Promise<ReadFile> {
  const response = await fetch(`/files/${fileId}`, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(String(response.status));
  const { format, total, questions, problems } = (await response.json()) as { format: FileFormat; total: number; questions: unknown[]; problems: Reading['problems'] };
  // The reader of JSON fills in what is empty; places in its list are lines of the file.
  const read = readQuestions('json', JSON.stringify(questions)).questions;
  const lines = questions.map((each) => (each as { line: number }).line);
  return { format, total, reading: { questions: read.map((question, at): ExchangeQuestion => ({ ...question, line: lines[at]! })), problems } };
}
