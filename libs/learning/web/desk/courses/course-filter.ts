import type { CourseFilter, Track } from '@skillhall/ui/gql';
import { courseStatuses } from './course-status.js';

export const filterNames = ['search', 'track', 'status'] as const;
export type FilterName = (typeof filterNames)[number];

const tracks = ['ethics', 'law', 'communication', 'business'] as const satisfies readonly Track[];

/** What the address asks for, as the server understands it; what the address got wrong is left out. */
export const courseFilter = (set: Readonly<Record<FilterName, string | undefined>>): CourseFilter => ({
  search: set.search ?? null,
  track: tracks.find((name) => name === set.track) ?? null,
  status: courseStatuses.find((name) => name === set.status) ?? null,
});
