import type { StudyAnswerFragment, StudyDoubtsFragment } from '@skillhall/ui/gql';
import { holdsOne, whole, type Ratio } from './facts.js';

export type Report = StudyAnswerFragment & StudyDoubtsFragment;

/** How a doubt came out. */
export type Standing = 'stands' | 'careful' | 'unchecked';

/** Two ratios agree where the interval of one holds the other. */
export const agrees = (part: Ratio, main: Ratio | null): boolean => !main || main.ratio === null || part.low === null || part.high === null || (part.low <= main.ratio && main.ratio <= part.high);

/** The waves whose interval does not hold the ratio of all. */
export const wavesApart = ({ waves, effect }: Pick<Report, 'waves' | 'effect'>): Report['waves'] => waves.filter((wave) => !agrees(wave, effect));

/** Joint tests below this are loud; the usual five of a hundred. */
const loud = 0.05;

/** What each check says; a check without data is not one that was passed. */
export function standings(report: Report): Readonly<Record<'curve' | 'control' | 'leads' | 'waves' | 'permutation' | 'sensitivity' | 'other' | 'naive' | 'coTraining' | 'exclusions', Standing>> {
  const { curve, control, leadsP, waves, effect, permutation, sensitivity, symmetricWindow, decisionRate, coTraining, exclusions } = report;
  const is = (known: boolean, good: boolean): Standing => (!known ? 'unchecked' : good ? 'stands' : 'careful');
  const others = [symmetricWindow, decisionRate].filter(whole);
  return {
    curve: is(curve !== null, curve?.stable ?? false),
    control: is(whole(control), control !== null && holdsOne(control)),
    leads: is(leadsP !== null, leadsP !== null && leadsP >= loud),
    waves: is(waves.length > 0, waves.length > 1 && wavesApart(report).length === 0),
    // Where nothing is claimed, chance is what is left, and that is no fault.
    permutation: is(permutation !== null, permutation !== null && (permutation.p < loud || effect === null || holdsOne(effect))),
    sensitivity: is(sensitivity !== null && whole(effect) && !holdsOne(effect), sensitivity !== null && (sensitivity.breakdown === null || sensitivity.breakdown >= 1)),
    other: is(others.length > 0, others.every((each) => agrees(each, effect))),
    naive: is(report.naive !== null, false),
    coTraining: is(true, coTraining.length === 0),
    exclusions: is(true, exclusions.length === 0),
  };
}
