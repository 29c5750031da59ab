import { createRandomSource, type EffectStudy, effectStudySteps, sharpSensitivity, StatisticsError, stackedEventStudy, type Step, type Steps } from '@skillhall/statistics';
import { setImmediate } from 'node:timers/promises';
import { type CoTraining, emptyResult, type SensitivityResult, sensitivityOf, type StudyPanel, type StudyPlan, studyResult, type StudyResult, studyRows } from '../../domain/index.js';

/** The same data give the same answer, re-draws included. */
const seed = 20_260_101;

/** Where each part of a run ends, in percent; the re-draws are most of it. */
const ends: Readonly<Record<Step['part'], readonly [from: number, to: number]>> = {
  estimate: [10, 20],
  'event-study': [20, 25],
  'window-curve': [25, 35],
  'negative-control': [35, 40],
  permutation: [40, 95],
  comparisons: [95, 98],
  checks: [0, 100],
};

export type OnProgress = (percent: number) => Promise<void>;

/** Goes through the steps and lets other work of the process have its turn in between. */
async function walk<T>(steps: Steps<T>, onProgress: OnProgress): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    const [from, to] = ends[value.part];
    await onProgress(from + (to - from) * value.share);
    await setImmediate();
  }
}

/** Estimate, guards and verdict of one panel. */
export async function computeStudy(panel: StudyPanel, plan: StudyPlan, coTraining: readonly CoTraining[], permutations: number, onProgress: OnProgress): Promise<StudyResult> {
  const rows = studyRows(panel);
  const control = plan.controlClasses.length ? rows.control : undefined;
  const asked = { ...rows, control, decisionWindow: plan.decisionWindow, wantedFall: plan.wantedFall, permutations, random: createRandomSource(seed) };
  const study = await unlessImpossible(walk<EffectStudy>(effectStudySteps(asked), onProgress));
  return study instanceof StatisticsError ? emptyResult(panel, rows, coTraining, study) : studyResult(study, panel, rows, plan, coTraining);
}

/** The sharp form of the sensitivity to drift; null where the data do not reach for it. */
export async function computeSensitivity(panel: StudyPanel, plan: Pick<StudyPlan, 'decisionWindow'>): Promise<SensitivityResult | null> {
  const study = await unlessImpossible(Promise.resolve().then(() => stackedEventStudy({ ...studyRows(panel), decisionWindow: plan.decisionWindow })));
  if (study instanceof StatisticsError) return null;
  const found = await unlessImpossible(walk(sharpSensitivity(study), () => Promise.resolve()));
  return found instanceof StatisticsError ? null : sensitivityOf(found);
}

const unlessImpossible = <T>(work: Promise<T>): Promise<T | StatisticsError> =>
  work.catch((error: unknown) => {
    if (error instanceof StatisticsError) return error;
    throw error;
  });
