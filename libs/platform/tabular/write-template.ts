import { defaultLocale, say, type Locale } from '@skillhall/kernel';
import type { DataValidation, Workbook, Worksheet } from 'exceljs';
import { date } from './cell-dates.js';
import { number, integer, share } from './cell-numbers.js';
import { columnLetters, type Column, type Columns, type Field } from './columns.js';
import { sheetWords } from './phrases.js';

export interface TemplateOptions<C extends Columns> {
  readonly sheetName?: string;
  /** Titles to show where they differ from the first title of the column. */
  readonly titles?: { readonly [F in Field<C>]?: string };
  /** Shown on the second sheet, so that nobody imports them. */
  readonly examples?: { readonly [F in Field<C>]?: string };
  readonly notes?: readonly string[];
  /** Words for drop-down lists beside those that the parsers know. */
  readonly lists?: { readonly [F in Field<C>]?: readonly string[] };
  readonly locale?: Locale;
}

interface Line {
  readonly title: string;
  readonly column: Column;
  readonly list: readonly string[];
  readonly example: string;
}

const lastRow = 5_000;
/** Excel takes no longer list inside the rule itself. */
const longestInlineList = 255;
const headerFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE6F1F1' } } as const;

function styleHeader(sheet: Worksheet): void {
  const header = sheet.getRow(1);
  header.font = { bold: true };
  header.eachCell((cell) => (cell.fill = headerFill));
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
}

/** Text keeps leading zeros and long numbers whole; numbers and dates stay what they are. */
function formatOf({ parse }: Column): string {
  if (parse === date) return 'yyyy-mm-dd';
  return parse === number || parse === integer || parse === share ? 'General' : '@';
}

/** exceljs keeps a range rule under its address, but its types know rules of single cells only. */
interface WithRules extends Worksheet {
  readonly dataValidations: { add(range: string, rule: DataValidation): void };
}

function addList(book: Workbook, sheet: Worksheet, line: Line, index: number, locale: Locale): void {
  if (line.list.length === 0) return;
  let formula = `"${line.list.join(',')}"`;
  if (formula.length > longestInlineList || line.list.some((word) => /[,"]/.test(word))) {
    const words = say(sheetWords.choices, locale);
    const choices = book.getWorksheet(words) ?? book.addWorksheet(words, { state: 'hidden' });
    line.list.forEach((word, row) => (choices.getCell(row + 1, index + 1).value = word));
    const letters = columnLetters(index);
    formula = `'${words}'!$${letters}$1:$${letters}$${line.list.length}`;
  }
  const letters = columnLetters(index);
  (sheet as WithRules).dataValidations.add(`${letters}2:${letters}${lastRow}`, {
    type: 'list',
    allowBlank: !line.column.required,
    formulae: [formula],
    showErrorMessage: true,
    error: say(sheetWords.pickOne, locale),
  });
}

function addGuide(book: Workbook, lines: readonly Line[], notes: readonly string[], locale: Locale): void {
  const word = (key: keyof typeof sheetWords): string => say(sheetWords[key], locale);
  const guide = book.addWorksheet(word('guide'));
  guide.addRow([word('column'), word('required'), word('note'), word('allowed'), word('example')]);
  for (const { title, column, list, example } of lines) {
    const words = list.slice(0, 50).join('、');
    guide.addRow([title, word(column.required ? 'yes' : 'no'), column.note ?? '', words, example]);
  }
  if (notes.length > 0) guide.addRow([]);
  for (const note of notes) guide.addRow([note]);
  styleHeader(guide);
  guide.columns.forEach((column, index) => (column.width = [18, 8, 44, 36, 20][index]));
}

/** An empty table to fill in, with drop-down lists and a second sheet that explains the columns. */
export async function writeTemplate<C extends Columns>(columns: C, options: TemplateOptions<C> = {}): Promise<Buffer> {
  const { locale = defaultLocale, titles = {}, examples = {}, lists = {} } = options;
  const { default: ExcelJS } = await import('exceljs'); // loaded only where something is written
  const lines = (Object.keys(columns) as Field<C>[]).map((field): Line => {
    const column = columns[field]!;
    return {
      column,
      title: (titles as Partial<Record<string, string>>)[field] ?? column.titles[0] ?? field,
      list: (lists as Partial<Record<string, readonly string[]>>)[field] ?? column.parse.allowed ?? [],
      example: (examples as Partial<Record<string, string>>)[field] ?? column.example ?? '',
    };
  });
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(options.sheetName ?? say(sheetWords.data, locale));
  sheet.columns = lines.map(({ title, column }) => ({
    header: column.required ? `${title}*` : title,
    width: Math.max(12, title.length * 2 + 6),
    style: { numFmt: formatOf(column) },
  }));
  styleHeader(sheet);
  addGuide(book, lines, options.notes ?? [], locale);
  lines.forEach((line, index) => addList(book, sheet, line, index, locale));
  return Buffer.from(await book.xlsx.writeBuffer());
}
