import { findCompetency, type Track } from '@skillhall/directory/domain';
import { err, ok, type PhraseValues, type Result } from '@skillhall/kernel';
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

export const longestText = 4000;
const usualDifficulty = 3;

const problem = (field: string, code: QuestionImportCode, values?: PhraseValues): QuestionProblem => ({ field, code, ...(values && { values }) });

/** Judges a row as a whole: the content of a question, or everything that is wrong with it. */
export function checkQuestion(row: QuestionRow): Result<QuestionContent, QuestionProblem[]> {
  const options = row.type === 'trueFalse' ? trueFalseOptions : optionsOf(row);
  const problems = [...(row.type === 'trueFalse' ? [] : optionProblems(row, options)), ...lengthProblems(row)];
  const correctKeys = readAnswer(row.type, row.answer, row.options) ?? [];
  problems.push(...keyProblems(row, options, correctKeys));
  const track = trackOf(row, problems);
  if (problems.length || !track) return err(problems);
  const { type, stem, explanation, competency, clause } = row;
  const key = { kind: 'choice', correct: correctKeys, rule: 'allOrNothing', credits: null } as const;
  return ok({ ...bareFace, type, stem, options, key, parts: [], explanation, track, competency, difficulty: row.difficulty ?? usualDifficulty, clause });
}

const optionsOf = ({ options }: QuestionRow): QuestionOption[] =>
  optionKeys.flatMap((key, index) => (options[index] ? [{ key, text: options[index] }] : []));

function optionProblems({ options: cells }: QuestionRow, options: readonly QuestionOption[]): QuestionProblem[] {
  const problems: QuestionProblem[] = [];
  if (options.length < 2) problems.push(problem('optionB', 'too-few-options'));
  const gap = options.findIndex(({ key }, index) => key !== optionKeys[index]);
  if (options.length >= 2 && gap >= 0) problems.push(problem(`option${optionKeys[gap]}`, 'option-missing', { option: optionKeys[gap]! }));
  for (const [index, { key, text }] of options.entries()) {
    const same = options.slice(0, index).find((other) => other.text === text);
    if (same) problems.push(problem(`option${key}`, 'options-equal', { option: key, other: same.key }));
  }
  if (cells.length > optionKeys.length) problems.push(problem('optionF', 'too-many-options'));
  return problems;
}

function lengthProblems({ stem, explanation, options }: QuestionRow): QuestionProblem[] {
  const named: [string, string | null][] = [['stem', stem], ['explanation', explanation], ...options.map((text, i): [string, string | null] => [`option${optionKeys[i]}`, text])];
  return named.filter(([, text]) => (text?.length ?? 0) > longestText).map(([field]) => problem(field, 'text-too-long', { most: longestText }));
}

function keyProblems({ type, answer }: QuestionRow, options: readonly QuestionOption[], keys: readonly string[]): QuestionProblem[] {
  if (keys.length === 0) return [problem('answer', type === 'trueFalse' ? 'answer-not-true-or-false' : 'answer-not-letters', { text: answer })];
  const stray = keys.filter((key) => !options.some((option) => option.key === key));
  if (stray.length) return [problem('answer', 'key-not-an-option', { text: stray.join('、') })];
  if (type === 'single' && keys.length > 1) return [problem('answer', 'single-needs-one-key', { text: keys.join('') })];
  if (type === 'multiple' && keys.length < 2) return [problem('answer', 'multiple-needs-two-keys', { text: keys.join('') })];
  return [];
}

/** The track as written, or that of the competency; the two must agree. */
function trackOf({ track, competency }: QuestionRow, problems: QuestionProblem[]): Track | null {
  const found = competency === null ? undefined : findCompetency(competency);
  if (competency !== null && !found) problems.push(problem('competency', 'unknown-competency', { text: competency }));
  if (track && found && found.track !== track) problems.push(problem('competency', 'competency-of-other-track', { text: competency! }));
  if (!track && competency === null) problems.push(problem('track', 'missing-track'));
  return track ?? found?.track ?? null;
}
