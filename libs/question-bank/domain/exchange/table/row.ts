import { trackNames } from '@skillhall/directory/domain';
import { optionKeys } from '../../question.js';
import { linesOf } from '../../plain.js';
import type { ExchangeQuestion, Loss, ReadingProblem } from '../exchange-question.js';
import { Collector } from '../zh-text/collect.js';
import { Draft } from '../zh-text/draft.js';
import type { FieldName } from '../zh-text/fields.js';
import { finish } from '../zh-text/finish.js';
import { lineOf } from '../zh-text/lines.js';
import { comparable, saidOf, titleOf } from '../zh-text/said.js';
import { loseInTexts, partLines } from '../zh-text/write-zh-text.js';
import { writeEach } from '../writing.js';
import { sectionTypeOf } from '../words.js';

/** The fields of a row of a question list besides the options; the first ones are those of our oldest template. */
export const rowFields = ['number', 'type', 'stem', 'answer', 'explanation', 'track', 'competency', 'difficulty', 'clause', 'category', 'rule', 'rubric', 'variables', 'formula', 'parts', 'media'] as const;
export type RowField = (typeof rowFields)[number];

/** The texts of the cells of one row; null where a cell is blank or there is no such column. */
export type RowTexts = Readonly<Record<RowField, string | null>> & { readonly options: readonly (string | null)[] };

const said: readonly FieldName[] = ['number', 'answer', 'explanation', 'track', 'competency', 'difficulty', 'clause', 'category', 'rule', 'rubric', 'variables', 'formula', 'media'];

/** Reads a row. Cells are understood as the lines of a plain text are; the questions of a case stand in a cell of their own. */
export function readRow(row: RowTexts, line: number, problems: ReadingProblem[]): ExchangeQuestion | undefined {
  const type = row.type === null ? null : sectionTypeOf(row.type);
  if (type === undefined) problems.push({ line, code: 'unknown-type', values: { text: row.type! } });
  const draft = new Draft(line, null, null, type ?? null, 0);
  const linesIn = (text: string) => linesOf(text).map((each) => lineOf(each, line)).filter(({ raw }) => raw !== '');
  for (const each of linesIn(row.stem ?? '')) draft.addText(each);
  for (const [index, text] of row.options.entries()) if (text?.trim()) draft.options.push({ letter: optionKeys[index]!, text: text.trim(), line, strong: false });
  for (const name of said) for (const each of linesIn(row[name as RowField] ?? '')) draft.add(name, each);
  if (row.parts !== null) draft.parts.push(...partsIn(row.parts, line));
  if (draft.text === '' && !draft.options.length && !draft.parts.length) return undefined;
  return finish(draft, problems);
}

/** The lines of the questions of a case, read as they would be in a plain text. */
function partsIn(text: string, line: number): readonly Draft[] {
  const lines = ['一、案例分析题', '1、案例', ...linesOf(text)].map((each) => lineOf(each, line));
  return new Collector(lines).collect().drafts[0]?.parts ?? [];
}

function rowOf(question: ExchangeQuestion): RowTexts | null {
  const texts = saidOf(question);
  const parts = partLines(question);
  if (!texts || !parts) return null;
  const { number, explanation, track, competency, difficulty, clause, category, media } = question;
  return {
    ...texts,
    ...{ number, explanation, competency, clause, category, type: titleOf(question) },
    track: track && trackNames[track]['zh-CN'],
    difficulty: difficulty === null ? null : String(difficulty),
    parts: parts.length ? parts.join('\n') : null,
    media: media.map(({ name }) => name).join('；') || null,
  };
}

/** Whether the cells are understood as the question that they are of. */
function readsSo(question: ExchangeQuestion, row: RowTexts): boolean {
  const problems: ReadingProblem[] = [];
  const back = readRow(row, question.line, problems);
  return back !== undefined && problems.length === 0 && JSON.stringify(comparable(back)) === JSON.stringify(comparable(question));
}

export interface WrittenRows {
  readonly rows: readonly RowTexts[];
  readonly losses: readonly Loss[];
}

/** Questions as rows of a question list. */
export function writeRows(questions: readonly ExchangeQuestion[]): WrittenRows {
  const rows: RowTexts[] = [];
  const { losses } = writeEach(questions, (question, lose) => {
    const row = rowOf(question);
    if (!row) return null;
    loseInTexts(question, lose);
    if (!readsSo(question, row)) lose('reads-otherwise');
    rows.push(row);
    return '';
  });
  return { rows, losses };
}
