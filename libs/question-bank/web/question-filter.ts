import type { QuestionFilter, QuestionType, Track } from '@skillhall/ui/gql';

export const filterNames = ['search', 'track', 'type', 'competency'] as const;
export type FilterName = (typeof filterNames)[number];

export const questionTypes = ['single', 'multiple', 'trueFalse', 'fillIn', 'numeric', 'ordering', 'matching', 'shortAnswer', 'calculation', 'case'] as const satisfies readonly QuestionType[];
const tracks = ['ethics', 'law', 'communication', 'business'] as const satisfies readonly Track[];

/** What the address asks for, as the server understands it; what the address got wrong is left out. */
export const questionFilter = (set: Readonly<Record<FilterName, string | undefined>>): QuestionFilter => ({
  search: set.search ?? null,
  track: tracks.find((name) => name === set.track) ?? null,
  type: questionTypes.find((name) => name === set.type) ?? null,
  competency: set.competency ?? null,
});
