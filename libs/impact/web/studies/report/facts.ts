import type { StudyAnswerFragment } from '@skillhall/ui/gql';
import type { Interval } from '../../charts/ratio-scale.js';
import type { Span } from '../../charts/span.js';

export type Answer = StudyAnswerFragment;

export type Ratio = Interval;

/** All three numbers are there. */
export const whole = (ratio: Ratio | null | undefined): ratio is { readonly ratio: number; readonly low: number; readonly high: number } =>
  Boolean(ratio && ratio.ratio !== null && ratio.low !== null && ratio.high !== null);

/** The interval holds "no change". */
export const holdsOne = ({ low, high }: Ratio): boolean => low === null || high === null || (low <= 1 && high >= 1);

const spanOf = (events: Answer['events'], window: string, name: string): Span[] => {
  const months = events.filter((event) => event.window === window).map(({ relative }) => relative);
  return months.length ? [{ from: Math.min(...months), to: Math.max(...months), name }] : [];
};

/** The months left out, to be shaded and named. */
export const spansOf = (events: Answer['events'], names: { readonly decision: string; readonly phaseIn: string }): Span[] => [...spanOf(events, 'decision', names.decision), ...spanOf(events, 'phaseIn', names.phaseIn)];

/** First and last averaged month. */
export function averaged(events: Answer['events']): { readonly from: number; readonly to: number } | undefined {
  const [span] = spanOf(events, 'after', '');
  return span;
}

/** How high trained halls stood in the months that the decision looked at, in ratios to the clean months; null where they were no peak. */
export function peakOf(events: Answer['events']): number | null {
  const logs = events.flatMap(({ window, ratio }) => (window === 'decision' && ratio !== null && ratio > 0 ? [Math.log(ratio)] : []));
  if (!logs.length) return null;
  const peak = Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
  return peak >= 1.1 ? peak : null;
}
