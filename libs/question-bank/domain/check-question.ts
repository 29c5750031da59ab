import { findCompetency, type Track } from '@skillhall/directory/domain';
import { err, ok, type PhraseValues, type Result } from '@skillhall/kernel';
import { checkContent } from './checks/check-content.js';
import type { ContentProblem } from './checks/content-problem.js';
import type { QuestionImportCode } from './errors.js';
import { bareFace, optionKeys, trueFalseOptions, type QuestionContent, type QuestionOption, type QuestionType } from './question.js';
import { readAnswer } from './read-answer.js';

/** One row of a question list, its cells read but not yet judged together. */
export interface QuestionRow {
  readonly type: QuestionType;
  readonly stem: string;
  /** Texts of the options A to F; null where the cell is blank. */
  readonly options: readonly (string | null)[];
  readonly answer: string;
  readonly explanation: string | null;
  readonly track: Track | null;
  readonly competency: string | null;
  readonly difficulty: number | null;
  readonly clause: string | null;
}

export interface QuestionProblem {
  readonly field: string;
  readonly code: QuestionImportCode;
  readonly values?: PhraseValues;
}

const usualDifficulty = 3;

/** Judges a row as a whole: the content of a question, or everything that is wrong with it. */
export function checkQuestion(row: QuestionRow): Result<QuestionContent, QuestionProblem[]> {
  const { type, stem, explanation, competency, clause, answer } = row;
  const correct = readAnswer(type, answer, row.options);
  const track = row.track ?? (competency === null ? undefined : findCompetency(competency)?.track);
  const key = { kind: 'choice', correct: correct ?? [], rule: 'allOrNothing', credits: null } as const;
  // A row without a track is refused below; that its competency belongs to another is then not said as well.
  const content: QuestionContent = { ...bareFace, type, stem, options: optionsOf(row), key, parts: [], explanation, track: track ?? 'business', competency, difficulty: row.difficulty ?? usualDifficulty, clause };
  const problems: QuestionProblem[] = checkContent(content).filter(({ field }) => correct || field !== 'key').map((problem) => inRow(problem, content));
  if (!correct) problems.push({ field: 'answer', code: type === 'trueFalse' ? 'answer-not-true-or-false' : 'answer-not-letters', values: { text: answer } });
  if (!track && competency === null) problems.push({ field: 'track', code: 'missing-track' });
  return problems.length ? err(problems) : ok(content);
}

const optionsOf = ({ type, options }: QuestionRow): readonly QuestionOption[] =>
  type === 'trueFalse' ? trueFalseOptions : optionKeys.flatMap((key, index) => (options[index] ? [{ key, text: options[index] }] : []));

/** The problem with the name of its column. */
function inRow({ field, code, values }: ContentProblem, { options }: QuestionContent): QuestionProblem {
  const index = /^options\.(\d+)$/.exec(field)?.[1];
  const column = field === 'key' ? 'answer' : index === undefined ? field : `option${code === 'option-missing' ? values!['option'] : (options[Number(index)]?.key ?? optionKeys[Number(index)])}`;
  return { field: column, code, ...(values && { values }) };
}
