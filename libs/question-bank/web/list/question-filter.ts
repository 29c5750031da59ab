import type { QuestionFilter, QuestionOrder, QuestionSort, QuestionType, QuestionUse, Track, VersionState } from '@skillhall/ui/gql';

export const filterNames = ['search', 'category', 'track', 'type', 'competency', 'difficulty', 'state', 'use', 'clause', 'used', 'age'] as const;
export type FilterName = (typeof filterNames)[number];
export type FilterValues = Readonly<Record<FilterName, string | undefined>>;

export const questionTypes = ['single', 'multiple', 'trueFalse', 'fillIn', 'numeric', 'ordering', 'matching', 'shortAnswer', 'calculation', 'case'] as const satisfies readonly QuestionType[];
export const states = ['live', 'draft', 'inReview', 'reviewed', 'retired'] as const satisfies readonly VersionState[];
export const uses = ['any', 'examOnly', 'practiceOnly'] as const satisfies readonly QuestionUse[];
export const levels = ['1', '2', '3', '4', '5'] as const;
/** How often a question was put to somebody within a year. */
export const usages = { never: { usedMost: 0 }, seldom: { usedLeast: 1, usedMost: 19 }, often: { usedLeast: 20 } } as const;
export type Usage = keyof typeof usages;
/** Months since its version was written. */
export const ages = ['12', '24', '36'] as const;
const tracks = ['ethics', 'law', 'communication', 'business'] as const satisfies readonly Track[];

const among = <T extends string>(values: readonly T[], text: string | undefined): T | null => values.find((value) => value === text) ?? null;

/** What the address asks for, as the server understands it; what the address got wrong is left out. */
export function questionFilter(set: FilterValues): QuestionFilter {
  const [level, age, usage] = [among(levels, set.difficulty), among(ages, set.age), among(Object.keys(usages) as Usage[], set.used)];
  return {
    search: set.search ?? null,
    category: set.category ?? null,
    track: among(tracks, set.track),
    type: among(questionTypes, set.type),
    competency: set.competency ?? null,
    difficulty: level && Number(level),
    state: among(states, set.state),
    use: among(uses, set.use),
    clause: set.clause ?? null,
    olderThanMonths: age && Number(age),
    ...(usage && usages[usage]),
  };
}

export const orders = ['code', 'updated', 'used', 'age', 'difficulty'] as const satisfies readonly QuestionOrder[];

/** Numbers upwards; whatever else is sorted by, the most comes first, and the oldest. */
export function questionSort(order: string | undefined): QuestionSort {
  const by = among(orders, order) ?? 'code';
  return { by, descending: by === 'updated' || by === 'used' || by === 'difficulty' };
}
