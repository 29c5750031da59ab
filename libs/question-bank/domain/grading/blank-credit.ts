import type { BlankKey, FormulaBlank } from '../key.js';
import { bestAssignment } from './assign.js';
import { type Choice, isBlank } from './choice-shape.js';
import { compare, type Exact, exactOf, magnitude, rounded, subtract } from './exact.js';
import { evaluate, type Values } from './evaluate.js';
import { parseFormula } from './formula.js';
import { plainText } from './plain-text.js';
import { readQuantity } from './read-quantity.js';

/** Credits are counted in millionths while they are added up, so that thirds and tenths add up to one. */
export const whole = 1_000_000;
export const inMillionths = (credit: number): number => Math.round(credit * whole);

const isNear = (answer: Exact, right: Exact, tolerance: number): boolean => compare(magnitude(subtract(answer, right)), exactOf(tolerance)) <= 0;

/** What one written answer earns in one blank: the best of what is accepted. */
export function blankCredit(key: BlankKey, written: string): number {
  if (isBlank(written)) return 0;
  if (key.kind === 'text') {
    const answer = plainText(written, key.matchCase);
    return Math.max(0, ...key.accepted.map(({ text, credit }) => (plainText(text, key.matchCase) === answer ? inMillionths(credit) : 0)));
  }
  const amount = readQuantity(written, key.unit);
  if (!amount) return 0;
  return Math.max(0, ...key.accepted.map(({ value, tolerance, credit }) => (isNear(amount, exactOf(value), tolerance) ? inMillionths(credit) : 0)));
}

/** The same answer in two blanks counts once. */
function withoutRepeats(keys: readonly BlankKey[], choice: Choice): string[] {
  const seen = new Set<string>();
  return choice.map((written, index) => {
    const key = keys[index]!;
    const amount = key.kind === 'number' ? readQuantity(written, key.unit) : undefined;
    const name = amount ? `${amount.n}/${amount.d}` : plainText(written, key.kind === 'text' && key.matchCase);
    return seen.has(name) ? '' : (seen.add(name), written);
  });
}

/** Millionths of all blanks together. In any order: whatever assignment of answers to blanks earns most. */
export function blanksCredit(keys: readonly BlankKey[], anyOrder: boolean, choice: Choice): number {
  const sum = anyOrder
    ? bestAssignment(withoutRepeats(keys, choice).map((written) => keys.map((key) => blankCredit(key, written))))
    : keys.reduce((total, key, index) => total + blankCredit(key, choice[index] ?? ''), 0);
  return Math.round(sum / keys.length);
}

/** The right answer of a formula with the values of an attempt; undefined where it cannot be computed. */
export function formulaValue({ formula, decimals }: FormulaBlank, values: Values): Exact | undefined {
  const parsed = parseFormula(formula);
  const result = parsed.ok ? evaluate(parsed.value, values) : parsed;
  return result.ok ? rounded(result.value, decimals) : undefined;
}

/** Undefined where a formula cannot be computed: people then have to decide. */
export function formulasCredit(blanks: readonly FormulaBlank[], choice: Choice, values: Values): number | undefined {
  let right = 0;
  for (const [index, blank] of blanks.entries()) {
    const value = formulaValue(blank, values);
    if (!value) return undefined;
    const amount = readQuantity(choice[index] ?? '', blank.unit);
    if (amount && isNear(amount, value, blank.tolerance)) right++;
  }
  return Math.round((right * whole) / blanks.length);
}
