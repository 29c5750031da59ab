import { NEVER_TREATED } from '@skillhall/statistics';
import type { StudyPanel } from './study-panel.js';
import type { CoTraining } from './study-result.js';

/** Clean months before the decision window, and months after training that are looked at. */
const [cleanMonths, monthsAfter] = [12, 11];

export interface OtherTraining {
  readonly courseId: string;
  readonly unitId: string;
  /** Months since year 0. */
  readonly month: number;
}

/** Other courses that came to trained halls in the months compared; the one that came to most halls first. */
export function coTrainingOf({ hallIds, trainedFrom }: Pick<StudyPanel, 'hallIds' | 'trainedFrom'>, decisionWindow: number, others: readonly OtherTraining[]): CoTraining[] {
  const first = new Map(hallIds.map((id, hall) => [id, trainedFrom[hall]!]));
  const halls = new Map<string, number>();
  for (const { courseId, unitId, month } of others) {
    const own = first.get(unitId) ?? NEVER_TREATED;
    if (own === NEVER_TREATED || month < own - decisionWindow - cleanMonths || month > own + monthsAfter) continue;
    halls.set(courseId, (halls.get(courseId) ?? 0) + 1);
  }
  return [...halls].map(([courseId, number]) => ({ courseId, halls: number })).sort((a, b) => b.halls - a.halls || (a.courseId < b.courseId ? -1 : 1));
}
