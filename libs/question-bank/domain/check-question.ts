import { findCompetency, type Track } from '@skillhall/directory/domain';
import { err, ok, type PhraseValues, type Result } from '@skillhall/kernel';
import { checkContent } from './checks/check-content.js';
import type { ContentProblem } from './checks/content-problem.js';
import type { QuestionImportCode } from './errors.js';
import { optionsWith } from './exchange/choices.js';
import { toContent } from './exchange/content/to-content.js';
import type { ReadingCode } from './exchange/errors.js';
import type { ReadingProblem } from './exchange/exchange-question.js';
import { isHarmless } from './exchange/judge.js';
import { readRow } from './exchange/table/row.js';
import { choiceRules, type QuestionKey, type ScoringRule } from './key.js';
import { bareFace, optionKeys, trueFalseOptions, type QuestionContent, type QuestionOption, type QuestionType } from './question.js';
import { readAnswer } from './read-answer.js';

/** One row of a question list, its cells read but not yet judged together. */
export interface QuestionRow {
  readonly type: QuestionType;
  readonly stem: string;
  /** Texts of the options A, B …; null where the cell is blank. */
  readonly options: readonly (string | null)[];
  readonly answer: string | null;
  readonly explanation: string | null;
  readonly track: Track | null;
  readonly competency: string | null;
  readonly difficulty: number | null;
  readonly clause: string | null;
  readonly rule?: ScoringRule | null;
  readonly rubric?: string | null;
  readonly variables?: string | null;
  readonly formula?: string | null;
  readonly parts?: string | null;
}

export interface QuestionProblem {
  readonly field: string;
  readonly code: QuestionImportCode | ReadingCode;
  readonly values?: PhraseValues;
}

const usualDifficulty = 3;
const choosing: readonly QuestionType[] = ['single', 'multiple', 'trueFalse'];
const withoutAnswer: readonly QuestionType[] = ['shortAnswer', 'calculation', 'case'];

/** Judges a row as a whole: the content of a question, or everything that is wrong with it. */
export function checkQuestion(row: QuestionRow): Result<QuestionContent, QuestionProblem[]> {
  if (row.answer === null && !withoutAnswer.includes(row.type)) return err([{ field: 'answer', code: 'missing-answer' }]);
  return choosing.includes(row.type) ? checkChoice(row) : checkOther(row);
}

/** A choice is taken letter by letter: nothing in it is guessed. */
function checkChoice(row: QuestionRow): Result<QuestionContent, QuestionProblem[]> {
  const { type, stem, explanation, competency, clause } = row;
  const answer = row.answer ?? '';
  const correct = readAnswer(type, answer, row.options);
  const track = row.track ?? (competency === null ? undefined : findCompetency(competency)?.track);
  const options = optionsOf(row);
  // A row without a track is refused below; that its competency belongs to another is then not said as well.
  const content: QuestionContent = { ...bareFace, type, stem, options, key: keyOf(row, options, correct ?? []), parts: [], explanation, track: track ?? 'business', competency, difficulty: row.difficulty ?? usualDifficulty, clause };
  const problems: QuestionProblem[] = checkContent(content).filter(({ field }) => correct || field !== 'key').map((problem) => inRow(problem, content));
  if (!correct) problems.push({ field: 'answer', code: type === 'trueFalse' ? 'answer-not-true-or-false' : 'answer-not-letters', values: { text: answer } });
  if (!track && competency === null) problems.push({ field: 'track', code: 'missing-track' });
  return problems.length ? err(problems) : ok(content);
}

function keyOf({ type, rule: said }: QuestionRow, options: readonly QuestionOption[], correct: readonly string[]): QuestionKey {
  const rule = (type === 'multiple' && choiceRules.find((each) => each === said)) || 'allOrNothing';
  if (rule !== 'perOption') return { kind: 'choice', correct, rule, credits: null };
  const shares = optionsWith(options.map(({ key }) => key), (index) => correct.includes(options[index]!.key));
  return { kind: 'choice', correct, rule, credits: Object.fromEntries(shares.map(({ text, credit }) => [text, credit])) };
}

const optionsOf = ({ type, options }: QuestionRow): readonly QuestionOption[] =>
  type === 'trueFalse' ? trueFalseOptions : optionKeys.flatMap((key, index) => (options[index] ? [{ key, text: options[index] }] : []));

/** Other questions are read as in a plain text, but where that would be a guess the row is refused. */
function checkOther(row: QuestionRow): Result<QuestionContent, QuestionProblem[]> {
  const { options, answer, explanation, track, competency, difficulty, clause, rule = null, rubric = null, variables = null, formula = null, parts = null } = row;
  const texts = { number: null, type: row.type, stem: row.stem, answer, explanation, track: null, competency, difficulty: null, clause, category: null, rule: null, rubric, variables, formula, parts, media: null, options };
  const odd: ReadingProblem[] = [];
  const question = readRow(texts, 1, odd);
  if (!question) return err([{ field: 'stem', code: 'missing-stem' }]);
  const content = toContent({ ...question, track, difficulty, rule }, { track: null });
  const told = odd.filter((problem) => !isHarmless(problem)).map(({ code, values }): QuestionProblem => ({ field: 'answer', code, ...(values && { values }) }));
  if (content.ok) return told.length ? err(told) : content;
  return err([...told, ...content.error.map((problem) => (problem.code === 'missing-track' ? { field: 'track', code: problem.code } : inRow(problem, { options: [] })))]);
}

const columns: readonly (readonly [RegExp, string])[] = [
  [/^parts/, 'parts'],
  [/^key\.criteria/, 'rubric'],
  [/^key\.variables/, 'variables'],
  [/^key\.blanks\.\d+\.formula/, 'formula'],
  [/^key/, 'answer'],
  [/^(?:stem|blanks|prompts|media)/, 'stem'],
];

/** The problem with the name of its column. */
function inRow({ field, code, values }: ContentProblem, { options }: Pick<QuestionContent, 'options'>): QuestionProblem {
  const index = /^options\.(\d+)$/.exec(field)?.[1];
  const letter = code === 'option-missing' ? values!['option'] : (options[Number(index)]?.key ?? optionKeys[Number(index)]);
  const column = index === undefined ? (columns.find(([sign]) => sign.test(field))?.[1] ?? field) : `option${letter}`;
  return { field: column, code, ...(values && { values }) };
}
