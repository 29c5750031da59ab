import { PassThrough, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate as pause } from 'node:timers/promises';
import { defaultLocale, locales, say, type Locale } from '@skillhall/kernel';
import { sheetWords } from './phrases.js';

export interface FailedRow {
  readonly row: number;
  /** The cells as they stood in the file. */
  readonly cells: readonly string[];
  readonly reasons: readonly string[];
}

type Rows<T> = Iterable<T> | AsyncIterable<T>;

/** A sheet of failed rows that comes back has our two columns already: they are written anew, not twice. */
const ours = new Set(locales.flatMap((locale) => [say(sheetWords.rowNumber, locale), say(sheetWords.reasons, locale)]));

/**
 * The failed rows as a workbook that can be put right and imported again: the columns as they were, then
 * 原行号 and 原因. Every cell is text, so `=1+1` is shown and not calculated, and 00123 keeps its zeros.
 */
export function failedRowsStream(
  header: readonly string[],
  rows: Rows<FailedRow>,
  locale: Locale = defaultLocale,
): Readable {
  const out = new PassThrough();
  writeFailed(out, header, rows, locale).catch((error: unknown) => out.destroy(error as Error));
  return out;
}

async function writeFailed(out: PassThrough, header: readonly string[], rows: Rows<FailedRow>, locale: Locale) {
  const { default: ExcelJS } = await import('exceljs'); // loaded only where something is written
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(say(sheetWords.failedRows, locale), { views: [{ state: 'frozen', ySplit: 1 }] });
  const kept = [...header.keys()].filter((column) => !ours.has(header[column]!));
  const titles = kept.map((column) => header[column]!);
  sheet.columns = [...titles, '', ''].map((title, index) => ({
    width: index === kept.length + 1 ? 60 : Math.max(12, title.length * 2 + 4),
    style: { numFmt: '@' },
  }));
  const first = sheet.addRow([...titles, say(sheetWords.rowNumber, locale), say(sheetWords.reasons, locale)]);
  first.font = { bold: true };
  first.commit();
  for await (const { row, cells, reasons } of rows) {
    sheet.addRow([...kept.map((column) => cells[column] ?? ''), row, reasons.join('；')]).commit();
  }
  sheet.commit();
  await book.commit();
}

/** The same in memory, for a few rows. */
export const writeFailedRows = (header: readonly string[], rows: Rows<FailedRow>, locale?: Locale): Promise<Buffer> =>
  buffer(failedRowsStream(header, rows, locale));

/** A table as a workbook of one sheet. Every cell is text, so that nothing is calculated and codes keep their zeros. */
export const tableWorkbook = (sheetName: string, header: readonly string[], rows: Rows<readonly string[]>): Promise<Buffer> => sheetsWorkbook([{ title: sheetName, header, rows }]);

export interface WrittenSheet {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: Rows<readonly (string | number | null)[]>;
}

/** A workbook of several sheets. Texts are never calculated and keep their zeros; numbers are numbers. */
export async function sheetsWorkbook(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs'); // loaded only where something is written
  const out = new PassThrough();
  const written = buffer(out);
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  for (const { title, header, rows } of sheets) {
    const sheet = book.addWorksheet(sheetTitle(title), { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = header.map((one) => ({ width: Math.max(12, one.length * 2 + 4) }));
    const first = sheet.addRow([...header]);
    first.font = { bold: true };
    first.commit();
    for await (const cells of rows) {
      const row = sheet.addRow([...cells]);
      cells.forEach((cell, at) => {
        if (typeof cell === 'string') row.getCell(at + 1).numFmt = '@';
      });
      row.commit();
      // Whoever writes a large sheet has other things to do besides, and gives signs of life.
      if (row.number % 500 === 0) await pause();
    }
    sheet.commit();
  }
  await book.commit();
  return written;
}

/** What a spreadsheet program takes as the name of a sheet: 31 characters at most, and none of these signs. */
const sheetTitle = (title: string): string => title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

const formulaStart = /^[=+\-@\t\r]/;

function csvCell(cell: string): string {
  // A spreadsheet program would run it as a formula; the apostrophe says text, and our own reader takes it off.
  const safe = formulaStart.test(cell) ? `'${cell}` : cell;
  return /[",\r\n\t;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** CSV that Excel opens as it is meant: UTF-8 with its mark, no cell runs as a formula. */
export function csvText(rows: Iterable<readonly string[]>): string {
  let text = '\ufeff';
  for (const row of rows) text += `${row.map(csvCell).join(',')}\r\n`;
  return text;
}
