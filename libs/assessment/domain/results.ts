/** Fewer people than this are not drawn as a distribution: a reader could tell who is who. */
export const fewestShown = 5;

/** Tenths of the score, 0 to 100; a full score belongs to the last one. */
export const scoreBins = 10;

/** What the scores of a group look like: ends, quarters and middle. */
export interface ScoreSpread {
  readonly least: number;
  readonly lowerQuarter: number;
  readonly median: number;
  readonly upperQuarter: number;
  readonly most: number;
}

/** The spread of a group of so many, or nothing where they are too few. */
export const spreadOf = (people: number, quantiles: readonly number[] | null): ScoreSpread | null => {
  if (people < fewestShown || quantiles?.length !== 5) return null;
  const [least, lowerQuarter, median, upperQuarter, most] = quantiles as [number, number, number, number, number];
  return { least, lowerQuarter, median, upperQuarter, most };
};

/** How many scores fall into each tenth, or nothing where the group is too small. */
export const shownBins = (people: number, bins: readonly number[]): readonly number[] | null => (people < fewestShown ? null : bins);
