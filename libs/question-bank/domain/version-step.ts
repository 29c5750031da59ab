import { err, ok, type Result, transition } from '@skillhall/kernel';
import { type VersionAction, versionLifecycle, type VersionState } from './lifecycle.js';
import { authorsOf, restoredState, type VersionRecord } from './version-history.js';

/** A question as far as its states go. */
export interface QuestionStanding {
  readonly latestVersion: number;
  /** The version in use; 0 where none is. */
  readonly currentVersion: number;
  readonly versions: readonly VersionRecord[];
}

export type StepRefusal = 'STEP_NOT_POSSIBLE' | 'OWN_VERSION' | 'VERSION_OUTDATED';

/** The version that an action is about: what is in use is retired, everything else happens to the latest. */
export const versionFor = ({ latestVersion, currentVersion }: QuestionStanding, action: VersionAction): number =>
  action === 'retire' && currentVersion > 0 ? currentVersion : latestVersion;

/**
 * What a version becomes by an action of somebody. Who wrote anything of it that nobody has reviewed yet can neither
 * approve nor reject it; and what was seen, if it is said, must be what is there.
 */
export function stepOf(standing: QuestionStanding, action: VersionAction, accountId: string, seen: number | null): Result<{ version: number; state: VersionState }, StepRefusal> {
  if (seen !== null && seen !== standing.latestVersion) return err('VERSION_OUTDATED');
  const version = versionFor(standing, action);
  const record = standing.versions.find((each) => each.version === version);
  const state = record && transition(versionLifecycle, record.states.at(-1)!, action);
  if (!state) return err('STEP_NOT_POSSIBLE');
  if ((action === 'approve' || action === 'reject') && authorsOf(standing.versions, version).has(accountId)) return err('OWN_VERSION');
  return ok({ version, state: action === 'restore' ? restoredState(record) : state });
}

/** The steps that undo the last retirement: what had been in use comes into use again. */
export function undoneRetirement(standing: QuestionStanding): VersionAction[] {
  const before = standing.versions.find(({ version }) => version === standing.latestVersion)?.states.at(-2);
  return before === 'live' ? ['restore', 'publish'] : ['restore'];
}

/** The standing once a version has become `state`. */
export function standingAfter<S extends QuestionStanding>(standing: S, version: number, state: VersionState): S {
  const { currentVersion } = standing;
  const replaced = state === 'live' && currentVersion !== version ? currentVersion : 0;
  return {
    ...standing,
    currentVersion: state === 'live' ? version : currentVersion === version ? 0 : currentVersion,
    versions: standing.versions.map((each) => {
      if (each.version === version) return { ...each, states: [...each.states, state] };
      return each.version === replaced ? { ...each, states: [...each.states, 'retired'] } : each;
    }),
  };
}
