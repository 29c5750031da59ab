import { csvText, tableWorkbook } from '@skillhall/platform/tabular';
import { type ExchangeQuestion, type Loss, optionKeys, rowFields, type RowTexts, writeRows } from '../../domain/index.js';
import { questionColumns } from '../import-questions/question-columns.js';

type Column = keyof typeof questionColumns;

/** Columns of the first template are always there, others only where a question needs them. */
const usual: readonly Column[] = ['number', 'type', 'stem', 'optionA', 'optionB', 'optionC', 'optionD', 'optionE', 'optionF', 'answer', 'explanation', 'track', 'competency', 'difficulty', 'clause'];

function cellOf(row: RowTexts, column: Column): string {
  const field = rowFields.find((each) => each === column);
  return (field ? row[field] : row.options[optionKeys.findIndex((key) => column === `option${key}`)]) ?? '';
}

function tableOf(questions: readonly ExchangeQuestion[]): { header: string[]; cells: string[][]; losses: readonly Loss[] } {
  const { rows, losses } = writeRows(questions);
  const columns = (Object.keys(questionColumns) as Column[]).filter((column) => usual.includes(column) || rows.some((row) => cellOf(row, column) !== ''));
  return { header: columns.map((column) => questionColumns[column].titles[0]), cells: rows.map((row) => columns.map((column) => cellOf(row, column))), losses };
}

/** Questions as CSV. */
export function tableText(questions: readonly ExchangeQuestion[]): { content: string; losses: readonly Loss[] } {
  const { header, cells, losses } = tableOf(questions);
  return { content: csvText([header, ...cells]), losses };
}

/** Questions as a workbook. */
export async function tableBytes(questions: readonly ExchangeQuestion[]): Promise<{ content: Buffer; losses: readonly Loss[] }> {
  const { header, cells, losses } = tableOf(questions);
  return { content: await tableWorkbook('题目', header, cells), losses };
}
