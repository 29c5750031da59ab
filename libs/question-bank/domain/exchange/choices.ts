import { trueFalseOptions } from '../question.js';
import { tidyCredit } from '../plain.js';
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
