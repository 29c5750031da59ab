import type { ChoiceRule, QuestionKey, SequenceRule } from '../key.js';
import { blanksCredit, formulasCredit, formulaValue, inMillionths, whole } from './blank-credit.js';
import { type Choice, type ChoiceShape, isBlank } from './choice-shape.js';
import { decimalText } from './exact.js';
import { type DrawnValues, exactValues } from './variables.js';

/** The share of the mark that an answer earns, or that people have to decide it. */
export type Credit = { readonly credit: number } | { readonly pending: true };

/** The kind of key that each type of question has. */
export const keyKinds = {
  ...{ single: 'choice', multiple: 'choice', trueFalse: 'choice', ordering: 'order', matching: 'match' },
  ...{ fillIn: 'blanks', numeric: 'blanks', calculation: 'formula', shortAnswer: 'rubric', case: 'parts' },
} as const satisfies Readonly<Record<ChoiceShape['type'], QuestionKey['kind']>>;

type ChoiceKey = Extract<QuestionKey, { kind: 'choice' }>;

const worth = (millionths: number): Credit => ({ credit: Math.min(whole, Math.max(0, millionths)) / whole });

const byRule: Readonly<Record<Exclude<ChoiceRule, 'perOption'>, (right: number, of: number) => number>> = {
  allOrNothing: (right, of) => (right === of ? whole : 0),
  missingProportional: (right, of) => Math.round((right * whole) / of),
  missingHalf: (right, of) => (right === of ? whole : right > 0 ? whole / 2 : 0),
};

function choiceCredit({ correct, rule, credits }: ChoiceKey, choice: Choice): number {
  const chosen = [...new Set(choice)];
  // Thirds are kept as decimals and add up to a hair less than 1: who chose just what is right has the whole mark.
  if (chosen.length === correct.length && chosen.every((key) => correct.includes(key))) return whole;
  if (rule === 'perOption') return chosen.reduce((sum, key) => sum + inMillionths(credits?.[key] ?? 0), 0);
  const right = chosen.filter((key) => correct.includes(key)).length;
  return right < chosen.length ? 0 : byRule[rule](right, correct.length);
}

function sequenceCredit(correct: Choice, rule: SequenceRule, choice: Choice): number {
  const right = correct.filter((key, index) => choice[index] === key).length;
  return right === correct.length ? whole : rule === 'perPlace' ? Math.round((right * whole) / correct.length) : 0;
}

/**
 * What a choice is worth. No answer earns nothing, and nobody has to read it. A case is not answered, its parts are;
 * Error where the key is not one of such a question.
 */
export function creditOf({ type }: Pick<ChoiceShape, 'type'>, key: QuestionKey, choice: Choice, values: DrawnValues = {}): Credit {
  if (key.kind === 'parts' || keyKinds[type] !== key.kind) throw new Error(`a question of type ${type} is not answered by a key of kind ${key.kind}`);
  if (choice.every(isBlank)) return worth(0);
  switch (key.kind) {
    case 'choice':
      return worth(choiceCredit(key, choice));
    case 'order':
    case 'match':
      return worth(sequenceCredit(key.correct, key.rule, choice));
    case 'blanks':
      return worth(blanksCredit(key.blanks, key.anyOrder, choice));
    case 'formula': {
      const millionths = formulasCredit(key.blanks, choice, exactValues(values));
      return millionths === undefined ? { pending: true } : worth(millionths);
    }
    case 'rubric':
      return { pending: true };
  }
}

const numberText = (value: number | undefined): string => (value === undefined ? '' : String(value));

/** A right answer in the form of a choice, to be shown; empty where there is none to show. */
export function rightChoice(key: QuestionKey, values: DrawnValues = {}): string[] {
  switch (key.kind) {
    case 'choice':
    case 'order':
    case 'match':
      return [...key.correct];
    case 'blanks':
      return key.blanks.map((blank) => (blank.kind === 'text' ? (blank.accepted.find(({ credit }) => credit === 1)?.text ?? '') : numberText(blank.accepted.find(({ credit }) => credit === 1)?.value)));
    case 'formula':
      return key.blanks.map((blank) => {
        const value = formulaValue(blank, exactValues(values));
        return value ? decimalText(value, blank.decimals) : '';
      });
    case 'rubric':
      return key.modelAnswer === null ? [] : [key.modelAnswer];
    case 'parts':
      return [];
  }
}
