import { type CivilDate, type Locale, say } from '@skillhall/kernel';
import { doubtPhrases, estimatePhrases, reasonPhrases } from './estimate-phrases.js';
import { sayPercent, sayRate, sayRatio } from './say-numbers.js';
import { manyHalls, type SimpleEstimateResult } from './simple-estimate.js';

/** Why there is no number and what is missing, or null where there is one. */
export const reasonSentence = ({ reason }: SimpleEstimateResult, locale: Locale): string | null =>
  reason && say(reasonPhrases[reason], locale);

/** The estimate in plain words, always with its interval; a ratio whose interval holds 1 claims nothing. */
export function estimateSentence(result: SimpleEstimateResult, locale: Locale): string {
  const { effect, beforeRate, afterRate } = result;
  if (!effect) return say(estimatePhrases.none, locale, { reason: reasonSentence(result, locale) ?? '' });
  const { ratio, low, high } = effect;
  const raw = beforeRate !== null && afterRate !== null ? say(estimatePhrases.raw, locale, { before: sayRate(beforeRate, afterRate), after: sayRate(afterRate, beforeRate) }) : '';
  const phrase = high < 1 ? estimatePhrases.fell : low > 1 ? estimatePhrases.rose : estimatePhrases.open;
  return raw + say(phrase, locale, { ratio: sayRatio(ratio), low: sayRatio(low), high: sayRatio(high), change: sayPercent(Math.abs(ratio - 1)) });
}

/** A rise of a tenth before training is worth naming. */
const spike = 1.1;

/** What the estimate cannot rule out, worst first; empty where there is no estimate. */
export function doubts(result: SimpleEstimateResult, ruleChanges: readonly { readonly date: CivilDate; readonly note: string }[], locale: Locale): string[] {
  const { effect, lastMonthsBefore, trainedHalls: trained, untrainedHalls: untrained, earlyHalls: early } = result;
  if (!effect) return [];
  const spiked = lastMonthsBefore !== null && lastMonthsBefore.recent > spike * lastMonthsBefore.earlier;
  const said = [
    spiked
      ? say(doubtPhrases.spike, locale, { recent: sayRate(lastMonthsBefore.recent), earlier: sayRate(lastMonthsBefore.earlier) })
      : say(doubtPhrases.regression, locale),
    say(doubtPhrases.otherChanges, locale),
    ...(ruleChanges.length ? ruleChanges.map(({ date, note }) => say(doubtPhrases.ruleChange, locale, { date, note })) : [say(doubtPhrases.rules, locale)]),
  ];
  if (Math.min(trained, untrained) < manyHalls) said.push(say(doubtPhrases.fewHalls, locale, { trained, untrained }));
  if (early > 0) said.push(say(doubtPhrases.earlyHalls, locale, { early }));
  return [...said, say(doubtPhrases.moving, locale)];
}
