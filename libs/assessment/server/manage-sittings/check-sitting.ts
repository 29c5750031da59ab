import { failure, type Failure, isId } from '@skillhall/kernel';
import type { SaveSittingInput } from './manage-sittings.types.js';

const invalid = (field: keyof SaveSittingInput): Failure => failure('INVALID_INPUT', { field }, field);
const longestTitle = 200;
/** Some are open for weeks, for everybody to come when they can. */
const mostHours = 366 * 24;

/** The first thing that is wrong with the fields by themselves; null where nothing is. */
export function sittingProblem(input: SaveSittingInput): Failure | null {
  const { title, place, opensAt, closesAt, lateEntryMinutes: late } = input;
  if (!title.trim() || title.length > longestTitle) return invalid('title');
  if ((place?.length ?? 0) > longestTitle) return invalid('place');
  for (const field of ['examId', 'unitId'] as const) if (!isId(input[field])) return invalid(field);
  for (const field of ['admittedUnitIds', 'admittedPostIds', 'invigilatorIds'] as const) if (!input[field].every(isId)) return invalid(field);
  const hours = (closesAt.getTime() - opensAt.getTime()) / 3_600_000;
  if (!(hours > 0 && hours <= mostHours)) return invalid('closesAt');
  return late != null && !(late >= 0 && late <= hours * 60) ? invalid('lateEntryMinutes') : null;
}
