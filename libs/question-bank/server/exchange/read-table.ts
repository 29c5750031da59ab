import { ok } from '@skillhall/kernel';
import { openTable, type Parser, readRecords, shown } from '@skillhall/platform/tabular';
import { type ExchangeQuestion, optionKeys, type Reading, type ReadingProblem, readRow, rowFields, type RowField } from '../../domain/index.js';
import { questionColumns } from '../import-questions/question-columns.js';

type Fields = RowField | `option${(typeof optionKeys)[number]}`;

const asShown: Parser<string> = (cell) => ok(shown(cell).trim());

/** The columns of a question list without a duty to fill them in: what a cell means is judged together with its row. */
const looseColumns = Object.fromEntries(
  ([...rowFields, ...optionKeys.map((key) => `option${key}` as const)] as const).map((field) => [field, { titles: questionColumns[field].titles, required: false, needed: field === 'stem', parse: asShown }]),
) as Record<Fields, { readonly titles: readonly string[]; readonly required: false; readonly needed: boolean; readonly parse: Parser<string> }>;

/** Reads the questions of a CSV or XLSX file; `line` is the number of the row. */
export async function readTable(path: string): Promise<Reading> {
  const questions: ExchangeQuestion[] = [];
  const problems: ReadingProblem[] = [];
  for await (const { records } of readRecords(await openTable(path), looseColumns))
    for (const { row, values } of records) {
      const question = readRow({ ...values, options: optionKeys.map((key) => values[`option${key}`]) }, row, problems);
      if (question) questions.push(question);
    }
  return { questions, problems };
}
