import type { Criterion } from '@skillhall/question-bank/domain';
import { hundredths, inMarks, partMarks } from '../marks.js';
import { fullShare } from './marking-state.js';

export interface RubricLine {
  readonly id: string;
  readonly text: string;
  readonly marks: number;
}

/** The lines of a rubric with what each is worth; equal lines add up to the mark of the question. */
export function rubricLines(criteria: readonly Criterion[], maxMarks: number): RubricLine[] {
  const even = partMarks(maxMarks, criteria.length);
  const equal = criteria.every(({ share }) => Math.abs(share * criteria.length - 1) < 0.01);
  return criteria.map(({ id, text, share }, index) => ({ id, text, marks: equal ? even[index]! : inMarks(Math.round(share * hundredths(maxMarks))) }));
}

/**
 * What the lines of a rubric come to, in ten thousandths: each line given from none (0) to all of it (10,000). Shares
 * such as three times 0.3333 are taken as thirds, so all of every line is the whole mark. Undefined where a line is
 * missing, unknown or out of range.
 */
export function rubricShare(criteria: readonly Criterion[], given: Readonly<Record<string, number>>): number | undefined {
  const marks = new Map(Object.entries(given));
  if (marks.size !== criteria.length) return undefined;
  let [sum, all] = [0, 0];
  for (const { id, share } of criteria) {
    const mark = marks.get(id);
    if (mark === undefined || !(Number.isInteger(mark) && mark >= 0 && mark <= fullShare)) return undefined;
    // In millionths: shares are decimals, and sums of whole numbers are exact.
    const weight = Math.round(share * 1e6);
    sum += weight * mark;
    all += weight;
  }
  return all > 0 ? Math.floor((2 * sum + all) / (2 * all)) : undefined;
}
