import type { SaveStudyInput, StudyPlanFragment } from '@skillhall/ui/gql';
import { usualPlan } from '../../../domain/index.js';

/** A study while it is being written. */
export interface Draft extends Omit<SaveStudyInput, 'courseId' | 'unitId' | 'id' | 'version' | 'cost' | 'replacesId'> {
  readonly courseId: string | null;
  readonly cost: number | null;
  readonly replacesId: string | null;
}

/** As the server holds it, or as the usual choices have it. */
export function draftOf(study: StudyPlanFragment | null): Draft {
  if (!study) return { ...usualPlan, outcomeClasses: [...usualPlan.outcomeClasses], controlClasses: [...usualPlan.controlClasses], title: '', courseId: null, replacesId: null };
  const { title, outcomeClasses, controlClasses, countRule, decisionWindow, windowSource, wantedFall, cluster, cost } = study;
  return { title, outcomeClasses, controlClasses, countRule, decisionWindow, windowSource, wantedFall, cluster, cost, courseId: study.course?.id ?? null, replacesId: study.replaces?.id ?? null };
}

/** Another plan for the same question. */
export const successorOf = (study: StudyPlanFragment): Draft => ({ ...draftOf(study), replacesId: study.id });

export type Lack = 'lacksCourse' | 'lacksTitle' | 'lacksOutcome';

/** What has to be there before a plan can be kept. */
export function lackOf({ courseId, title, outcomeClasses }: Draft): Lack | undefined {
  if (!courseId) return 'lacksCourse';
  if (!title.trim()) return 'lacksTitle';
  return outcomeClasses.length === 0 ? 'lacksOutcome' : undefined;
}
