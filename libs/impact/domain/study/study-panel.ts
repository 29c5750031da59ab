import { NEVER_TREATED, type TreatmentPanel } from '@skillhall/statistics';
import type { Exclusion } from './study-result.js';

/** The data of a study: halls × months, cell hall · months + month. Months are counted since year 0. */
export interface StudyPanel {
  readonly hallIds: readonly string[];
  readonly firstMonth: number;
  readonly months: number;
  /** 0 = nothing reported. */
  readonly transactions: Int32Array;
  readonly outcome: Int32Array;
  readonly control: Int32Array;
  /** By hall; `NEVER_TREATED` without training. */
  readonly trainedFrom: Int32Array;
  /** By hall: number of the hall or county whose halls were trained together. */
  readonly cluster: Int32Array;
}

/** Long form for the estimators, months with transactions alone. */
export interface StudyRows extends TreatmentPanel {
  readonly unit: Int32Array;
  readonly time: Int32Array;
  readonly firstTreated: Int32Array;
  readonly cluster: Int32Array;
  readonly control: Float64Array;
}

export function studyRows(panel: StudyPanel): StudyRows {
  const rows = panel.transactions.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0);
  const long = {
    ...{ unit: new Int32Array(rows), time: new Int32Array(rows), firstTreated: new Int32Array(rows), cluster: new Int32Array(rows) },
    ...{ count: new Float64Array(rows), exposure: new Float64Array(rows), control: new Float64Array(rows) },
  };
  let row = 0;
  panel.transactions.forEach((transactions, cell) => {
    if (transactions <= 0) return;
    const hall = Math.floor(cell / panel.months);
    long.unit[row] = hall;
    long.time[row] = panel.firstMonth + (cell % panel.months);
    long.firstTreated[row] = panel.trainedFrom[hall]!;
    long.cluster[row] = panel.cluster[hall]!;
    long.count[row] = panel.outcome[cell]!;
    long.exposure[row] = transactions;
    long.control[row] = panel.control[cell]!;
    row++;
  });
  return long;
}

/** What stands in the registers and not in the comparison, so that it is said and not silently gone. */
export function exclusionsOf(panel: StudyPanel): Exclusion[] {
  const counts = { noVolume: [0, 0], before: [0, 0], after: [0, 0], unvolumed: [0, 0] };
  const add = (to: number[], number: number): void => {
    if (!number) return;
    to[0]!++;
    to[1]! += number;
  };
  panel.hallIds.forEach((_, hall) => {
    let [gaps, complaints, first, last] = [0, 0, -1, -1];
    for (let month = 0; month < panel.months; month++) {
      const cell = hall * panel.months + month;
      if (panel.transactions[cell]! > 0) [first, last] = [first < 0 ? month : first, month];
      else {
        gaps++;
        complaints += panel.outcome[cell]!;
      }
    }
    const trained = panel.trainedFrom[hall]! - panel.firstMonth;
    add(counts.noVolume, gaps);
    add(counts.unvolumed, complaints);
    if (first >= 0 && trained <= first) add(counts.before, last - first + 1);
    if (panel.trainedFrom[hall] !== NEVER_TREATED && trained > last) add(counts.after, 1);
  });
  const { noVolume, before, after, unvolumed } = counts;
  return [
    { reason: 'no-volume' as const, halls: noVolume[0]!, number: noVolume[1]! },
    { reason: 'trained-before-data' as const, halls: before[0]!, number: before[1]! },
    { reason: 'trained-after-data' as const, halls: after[0]!, number: after[1]! },
    { reason: 'complaints-without-volume' as const, halls: unvolumed[0]!, number: unvolumed[1]! },
  ].filter(({ halls }) => halls > 0);
}
