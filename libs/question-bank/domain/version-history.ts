import type { VersionState } from './lifecycle.js';

/** What became of one version of a question so far. */
export interface VersionRecord {
  readonly version: number;
  /** Account that wrote it; null where the system did. */
  readonly authorId: string | null;
  /** States that it went through, in order; the last one counts. */
  readonly states: readonly VersionState[];
}

const wasApproved = ({ states }: VersionRecord): boolean => states.includes('reviewed') || states.includes('live');

/**
 * Everybody who wrote something that nobody has reviewed yet and that version `version` builds upon: each of them is
 * an author of it and cannot be the second person.
 */
export function authorsOf(versions: readonly VersionRecord[], version: number): Set<string> {
  const reviewed = Math.max(0, ...versions.filter((each) => each.version < version && wasApproved(each)).map((each) => each.version));
  return new Set(versions.flatMap(({ version: each, authorId }) => (each > reviewed && each <= version && authorId !== null ? [authorId] : [])));
}

/** What a retired version becomes again: what nobody had reviewed before has still to be. */
export const restoredState = (record: VersionRecord): VersionState => (wasApproved(record) ? 'reviewed' : 'draft');
