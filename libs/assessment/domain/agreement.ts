/** Points that two markers gave the same answers without seeing each other's, in the same order. */
export interface BlindMarks {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** How far two markers agree; null where the marks cannot say. */
export interface MarkerAgreement {
  readonly answers: number;
  /** Share of answers given exactly the same points, 0 to 1. */
  readonly exact: number | null;
  /** Mean of |first − second|, in points. */
  readonly meanAbsoluteDifference: number | null;
  /** Mean of first − second, in points: above 0 the first marker is the milder one. */
  readonly meanDifference: number | null;
  readonly kappa: number | null;
  readonly weightedKappa: number | null;
  readonly intraclass: number | null;
}

/** 双评一致性. What to do about a gap is decided by people: these figures only show it. */
export function markerAgreement({ first, second }: BlindMarks): MarkerAgreement {
  const answers = pairsOf(first, second);
  const mean = (of: (a: number, b: number) => number): number | null => (answers ? first.reduce((sum, a, at) => sum + of(a, second[at]!), 0) / answers : null);
  return {
    answers,
    exact: mean((a, b) => (a === b ? 1 : 0)),
    meanAbsoluteDifference: mean((a, b) => Math.abs(a - b)),
    meanDifference: mean((a, b) => a - b),
    kappa: cohenKappa(first, second),
    weightedKappa: quadraticKappa(first, second),
    intraclass: intraclassCorrelation(first.map((a, at) => [a, second[at]!])),
  };
}

function pairsOf(first: readonly unknown[], second: readonly unknown[]): number {
  if (first.length !== second.length) throw new RangeError(`${first.length} marks of one marker, ${second.length} of the other`);
  return first.length;
}

/**
 * Cohen's κ = (po − pe)/(1 − pe): agreement on categories beyond what chance would bring (po observed, pe from the
 * markers' own frequencies). Range: 1 for full agreement, 0 for chance, −1 at worst; null without answers, or where both
 * use one and the same category for all. Source: Cohen 1960, Educ. Psychol. Meas. 20, 37–46.
 */
export function cohenKappa<T>(first: readonly T[], second: readonly T[]): number | null {
  const answers = pairsOf(first, second);
  const counts = new Map<T, [number, number]>();
  let agreed = 0;
  for (let at = 0; at < answers; at++) {
    const [a, b] = [first[at]!, second[at]!];
    if (a === b) agreed++;
    for (const [side, category] of [a, b].entries()) {
      const count = counts.get(category) ?? [0, 0];
      count[side]!++;
      counts.set(category, count);
    }
  }
  let chance = 0;
  for (const [a, b] of counts.values()) chance += a * b;
  const room = answers * answers - chance;
  return room > 0 ? (answers * agreed - chance) / room : null;
}

/**
 * κ with weights (x − y)²: 1 − Σ(x − y)² / Σ over all pairs of answers (x − y)²/n. Points count as they are, so that
 * categories need not be named and half points may be given. Range as κ; null where no two points differ.
 * Source: Cohen 1968, Psychol. Bull. 70, 213–220; quadratic weights: Fleiss & Cohen 1973, Educ. Psychol. Meas. 33, 613–619.
 */
export function quadraticKappa(first: readonly number[], second: readonly number[]): number | null {
  const answers = pairsOf(first, second);
  if (!answers) return null;
  const mean = (marks: readonly number[]): number => marks.reduce((sum, mark) => sum + mark, 0) / answers;
  const [meanA, meanB] = [mean(first), mean(second)];
  let [apart, spread] = [0, 0];
  for (let at = 0; at < answers; at++) {
    const [a, b] = [first[at]!, second[at]!];
    apart += (a - b) ** 2;
    spread += (a - meanA) ** 2 + (b - meanB) ** 2;
  }
  // Over all pairs the mean of (x − y)² is V(x) + V(y) + (x̄ − ȳ)², with divisor n.
  const expected = spread + answers * (meanA - meanB) ** 2;
  return expected > 0 ? 1 - apart / expected : null;
}

/**
 * ICC(2,1) = (MSB − MSE)/(MSB + (k − 1)·MSE + k·(MSJ − MSE)/n) of n answers, each marked by the same k markers: the share
 * of the variance of one marker's points that comes from the answers, mildness counting as error.
 * Shape: one row an answer, one column a marker. Range: up to 1, slightly below 0 possible; null below two answers or two
 * markers, or where no points differ. Source: Shrout & Fleiss 1979, Psychol. Bull. 86, 420–428.
 */
export function intraclassCorrelation(rows: readonly (readonly number[])[]): number | null {
  const [n, k] = [rows.length, rows[0]?.length ?? 0];
  if (rows.some((row) => row.length !== k)) throw new RangeError('every answer wants a mark of every marker');
  if (n < 2 || k < 2) return null;
  const [byAnswer, byMarker] = [new Float64Array(n), new Float64Array(k)];
  for (const [answer, row] of rows.entries())
    for (const [marker, mark] of row.entries()) {
      byAnswer[answer]! += mark / k;
      byMarker[marker]! += mark / n;
    }
  const grand = byAnswer.reduce((sum, mean) => sum + mean, 0) / n;
  const squares = (means: Float64Array): number => means.reduce((sum, mean) => sum + (mean - grand) ** 2, 0);
  const between = (k * squares(byAnswer)) / (n - 1);
  const judges = (n * squares(byMarker)) / (k - 1);
  let left = 0;
  for (const [answer, row] of rows.entries()) for (const [marker, mark] of row.entries()) left += (mark - byAnswer[answer]! - byMarker[marker]! + grand) ** 2;
  const error = left / ((n - 1) * (k - 1));
  const whole = between + (k - 1) * error + (k * (judges - error)) / n;
  return whole > 1e-12 ? (between - error) / whole : null;
}
