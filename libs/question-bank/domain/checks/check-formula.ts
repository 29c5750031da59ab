import type { FormulaBlank, QuestionKey, Variable } from '../key.js';
import type { Exact } from '../grading/exact.js';
import { evaluate } from '../grading/evaluate.js';
import { type Formula, functionNames, parseFormula } from '../grading/formula.js';
import type { FormulaProblem } from '../grading/formula-problem.js';
import { countOf, valueAt } from '../grading/variables.js';
import type { QuestionPart } from '../question.js';
import { contentProblem, type ContentProblem } from './content-problem.js';

type FormulaKey = Extract<QuestionKey, { kind: 'formula' }>;

const mostVariables = 10;
const mostValues = 1_000_000;
const mostDecimals = 6;
/** Combinations of values that a formula is tried with: all of them where there are no more than these. */
const mostTrials = 4096;

const nameForm = /^[\p{L}_][\p{L}\p{N}_]{0,29}$/u;

/** Names that a stem shows: `{{kwh}}`. */
export const shownNames = (stem: string): string[] => [...stem.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(([, name]) => name!);

function variableProblems(variables: readonly Variable[]): ContentProblem[] {
  if (variables.length > mostVariables) return [contentProblem('key.variables', 'too-many-variables', { most: mostVariables })];
  return variables.flatMap(({ name, least, most, step }, index) => {
    const field = `key.variables.${index}`;
    const isFree = !functionNames.some((each) => each === name.toLowerCase()) && variables.findIndex((other) => other.name === name) === index;
    if (!nameForm.test(name) || !isFree) return [contentProblem(field, 'bad-variable-name', { text: name })];
    const isSound = [least, most, step].every(Number.isFinite) && least <= most && step > 0 && (most - least) / step < mostValues;
    return isSound ? [] : [contentProblem(field, 'bad-variable-range', { text: name })];
  });
}

/** The ends, the middle, and what lies beside the ends. */
function samples(variable: Variable, every: boolean): Exact[] {
  const count = countOf(variable);
  const places = every ? Array.from({ length: count }, (_, index) => index) : [0, 1, Math.floor(count / 2), count - 2, count - 1].filter((index) => index >= 0 && index < count);
  return [...new Set(places)].map((index) => valueAt(variable, index));
}

/** Values to try a formula with: the whole grid where it is small, else its ends and some between. */
function* trials(variables: readonly Variable[]): Generator<ReadonlyMap<string, Exact>> {
  const grid = variables.reduce((product, variable) => product * countOf(variable), 1);
  const lists = variables.map((variable): [string, Exact[]] => [variable.name, samples(variable, grid <= mostTrials)]);
  const all = lists.reduce((product, [, values]) => product * values.length, 1);
  const ends = all <= mostTrials ? lists : lists.map(([name, values]): [string, Exact[]] => [name, [values[0]!, values.at(-1)!]]);
  const total = ends.reduce((product, [, values]) => product * values.length, 1);
  for (let number = 0; number < total; number++) {
    let rest = number;
    yield new Map(
      ends.map(([name, values]): [string, Exact] => {
        const value = values[rest % values.length]!;
        rest = Math.floor(rest / values.length);
        return [name, value];
      }),
    );
  }
}

const said = (field: string, { code, at, text }: FormulaProblem): ContentProblem => contentProblem(field, code, { at: at + 1, text });

function firstFault(formula: Formula, variables: readonly Variable[], field: string): ContentProblem[] {
  for (const values of trials(variables)) {
    const result = evaluate(formula, values);
    if (!result.ok) return [said(field, result.error)];
  }
  return [];
}

function blankProblems(blank: FormulaBlank, index: number, { variables }: FormulaKey, unit: string | null): ContentProblem[] {
  const field = `key.blanks.${index}`;
  const { formula, tolerance, decimals } = blank;
  if (blank.unit !== unit) return [contentProblem(field, 'blank-of-other-kind', { blank: index + 1 })];
  if (!(Number.isFinite(tolerance) && tolerance >= 0)) return [contentProblem(field, 'bad-tolerance', { blank: index + 1 })];
  if (!(Number.isInteger(decimals) && decimals >= 0 && decimals <= mostDecimals)) return [contentProblem(field, 'bad-decimals', { most: mostDecimals })];
  const parsed = parseFormula(formula, new Set(variables.map(({ name }) => name)));
  return parsed.ok ? firstFault(parsed.value, variables, `${field}.formula`) : [said(`${field}.formula`, parsed.error)];
}

/** A key of formulas: each can be read and computed with whatever may be drawn, and all it needs stands in the question. */
export function formulaProblems({ stem, blanks: face }: QuestionPart, key: FormulaKey): ContentProblem[] {
  if (key.blanks.length !== face.length) return [contentProblem('key.blanks', 'blanks-and-keys', { blanks: face.length, keys: key.blanks.length })];
  const variables = variableProblems(key.variables);
  if (variables.length) return variables;
  const names = key.variables.map(({ name }) => name);
  const shown = shownNames(stem);
  return [
    ...shown.filter((name) => !names.includes(name)).map((text) => contentProblem('stem', 'unknown-variable', { text })),
    ...names.filter((name) => !shown.includes(name)).map((text) => contentProblem('stem', 'variable-not-shown', { text })),
    ...key.blanks.flatMap((blank, index) => blankProblems(blank, index, key, face[index]!.unit)),
  ];
}
