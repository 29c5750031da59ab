import { type ChoiceRule } from '../key.js';
import { tidyCredit } from '../plain.js';
import { trueFalseOptions } from '../question.js';
import type { ExchangeOption } from './exchange-question.js';

/** The two options of a true/false question, with what is said to whoever chooses rightly or wrongly. */
export function trueFalse(isTrue: boolean, right = '', wrong = ''): ExchangeOption[] {
  return trueFalseOptions.map(({ key, text }) => {
    const correct = (key === 'T') === isTrue;
    const feedback = correct ? right : wrong;
    return { text, credit: correct ? 1 : 0, ...(feedback !== '' && { feedback }) };
  });
}

/** Options of which some are right: each right one is worth its share. */
export function optionsWith(texts: readonly string[], isRight: (index: number) => boolean): ExchangeOption[] {
  const right = texts.filter((_, index) => isRight(index)).length;
  return texts.map((text, index) => ({ text, credit: isRight(index) ? tidyCredit(1 / right) : 0 }));
}

/**
 * The rule that weights of options say where, as in Moodle, the credits of the chosen ones are added up. Wrong ones
 * that take everything away leave the share of right ones to whoever chose none of them.
 */
export function ruleOfWeights(options: readonly ExchangeOption[]): ChoiceRule {
  const right = options.filter(({ credit }) => credit > 0);
  const wrong = options.filter(({ credit }) => credit <= 0);
  const even = right.every(({ credit }) => Math.abs(credit - 1 / right.length) < 1e-4);
  return even && wrong.length > 0 && wrong.every(({ credit }) => credit <= -1) ? 'missingProportional' : 'perOption';
}

/** Weights with which a program that adds up credits comes nearest to a rule. */
export function weightsOf(options: readonly ExchangeOption[], rule: ChoiceRule): ExchangeOption[] {
  if (rule === 'perOption') return [...options];
  const right = options.filter(({ credit }) => credit > 0).length;
  return options.map((option) => ({ ...option, credit: option.credit > 0 ? tidyCredit(1 / right) : -1 }));
}

/** Whether those weights say the rule again. */
export const keepsRule = (options: readonly ExchangeOption[], rule: ChoiceRule): boolean => rule === 'perOption' || (rule === 'missingProportional' && options.some(({ credit }) => credit <= 0));
