import { createRandomSource, effectStudy, StatisticsError } from '@skillhall/statistics';
import { type CoTraining, emptyResult, type StudyPanel, type StudyPlan, studyResult, type StudyResult, studyRows } from '../../domain/index.js';

/** The same data give the same answer, re-draws included. */
const seed = 20_260_101;

/** Estimate, guards and verdict of one panel. */
export function computeStudy(panel: StudyPanel, plan: StudyPlan, coTraining: readonly CoTraining[], permutations: number): StudyResult {
  const rows = studyRows(panel);
  try {
    const study = effectStudy({
      ...rows,
      control: plan.controlClasses.length ? rows.control : undefined,
      ...{ decisionWindow: plan.decisionWindow, wantedFall: plan.wantedFall, permutations, random: createRandomSource(seed) },
    });
    return studyResult(study, panel, rows, plan, coTraining);
  } catch (error) {
    if (error instanceof StatisticsError) return emptyResult(panel, rows, coTraining, error);
    throw error;
  }
}
