import type { CheckIn, Delivery, SaveSittingInput, SittingPlanQuery } from '@skillhall/ui/gql';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A sitting as it is being planned; times are of this device's clock, as its fields show them. */
export interface SittingPlan {
  readonly examId: string | undefined;
  readonly title: string;
  readonly place: string;
  readonly opens: string;
  readonly closes: string;
  readonly units: readonly Named[];
  readonly postIds: readonly string[];
  readonly invigilators: readonly Named[];
  readonly late: number | null;
  readonly checkIn: CheckIn;
  readonly delivery: Delivery;
  readonly fullScreen: boolean;
  readonly blur: boolean;
  readonly paste: boolean;
}

type Planned = NonNullable<SittingPlanQuery['sitting']>;

export const newPlan = (examId: string | undefined, unit: Named): SittingPlan => ({
  ...{ examId, title: '', place: '', opens: '', closes: '', units: [unit], postIds: [], invigilators: [] },
  ...{ late: null, checkIn: 'none', delivery: 'screen', fullScreen: false, blur: true, paste: true },
});

const two = (n: number): string => String(n).padStart(2, '0');

/** `2026-11-25T09:00` on this device's clock. */
export function localOf(moment: string): string {
  const at = new Date(moment);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The moment that is meant; undefined for half a date. */
export const momentOf = (local: string): string | undefined => (Number.isNaN(Date.parse(local)) ? undefined : new Date(local).toISOString());

export const planOf = ({ examId, title, place, opensAt, closesAt, admittedUnits, admittedPostIds, invigilators, lateEntryMinutes, checkIn, delivery, proctoring }: Planned): SittingPlan => ({
  ...{ examId, title, place: place ?? '', opens: localOf(opensAt), closes: localOf(closesAt), units: admittedUnits, postIds: admittedPostIds, invigilators },
  ...{ late: lateEntryMinutes ?? null, checkIn, delivery, fullScreen: proctoring.fullScreen, blur: proctoring.blur, paste: proctoring.paste },
});

/** What would be saved; undefined while something is missing. `unitId` is the unit that holds it. */
export function inputOf(plan: SittingPlan, unitId: string, old?: { readonly id: string; readonly version: number }): SaveSittingInput | undefined {
  const [opensAt, closesAt] = [momentOf(plan.opens), momentOf(plan.closes)];
  if (plan.examId === undefined || !plan.title.trim() || opensAt === undefined || closesAt === undefined) return undefined;
  return {
    ...{ id: old?.id ?? null, version: old?.version ?? null, examId: plan.examId, unitId, title: plan.title.trim(), place: plan.place.trim() || null, delivery: plan.delivery, opensAt, closesAt },
    ...{ lateEntryMinutes: plan.late, checkIn: plan.checkIn, proctoring: { fullScreen: plan.fullScreen, blur: plan.blur, paste: plan.paste } },
    ...{ admittedUnitIds: plan.units.map(({ id }) => id), admittedPostIds: [...plan.postIds], invigilatorIds: plan.invigilators.map(({ id }) => id) },
  };
}
