import { same } from './moments.js';

/** 27 % at either end separate best what two tails of a normal curve can. Source: Kelley 1939, J. Educ. Psychol. 30, 17–24. */
export const groupShare = 0.27;

/** How far each attempt belongs to the best and to the weakest group: 1, 0, or a part of 1 where scores tie at the edge. */
export interface ScoreGroups {
  readonly size: number;
  readonly upper: Float64Array;
  readonly lower: Float64Array;
}

/**
 * The best and the weakest 27 % by score (rounded, at least one). Attempts that tie at the edge share the places left,
 * so that the order of attempts decides nothing. Null where there are no two attempts or all scores are the same.
 */
export function scoreGroups(scores: Float64Array): ScoreGroups | null {
  const count = scores.length;
  const sorted = scores.slice().sort();
  if (count < 2 || same(sorted[0]!, sorted[count - 1]!)) return null;
  const size = Math.max(1, Math.round(groupShare * count));
  return { size, upper: tail(scores, sorted[count - size]!, size, 1), lower: tail(scores, sorted[size - 1]!, size, -1) };
}

function tail(scores: Float64Array, edge: number, size: number, side: 1 | -1): Float64Array {
  const weights = new Float64Array(scores.length);
  let [beyond, tied] = [0, 0];
  for (let i = 0; i < scores.length; i++)
    if (same(scores[i]!, edge)) tied++;
    else if ((scores[i]! - edge) * side > 0) {
      weights[i] = 1;
      beyond++;
    }
  const part = (size - beyond) / tied;
  for (let i = 0; i < scores.length; i++) if (same(scores[i]!, edge)) weights[i] = part;
  return weights;
}

/** Σ weight·value. */
export function weighted(weights: Float64Array, values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * values[i]!;
  return sum;
}

/**
 * D = (mean of the upper group − mean of the lower group)/maximum, −1 to 1 for marks from 0 to the maximum.
 * Null without groups or a maximum. Source: Kelley 1939; Ebel & Frisbie, Essentials of Educational Measurement, 1991.
 */
export function upperLower(marks: Float64Array, groups: ScoreGroups | null, maximum: number): number | null {
  if (!groups || maximum === 0) return null;
  return (weighted(groups.upper, marks) - weighted(groups.lower, marks)) / (groups.size * maximum);
}
