import type { Role } from '@skillhall/kernel';
import type { Viewer } from '@skillhall/ui/session';
import { readStored, writeStored } from '@skillhall/ui/store';

const deskRoles: readonly Role[] = ['administrator', 'hr', 'manager', 'organiser', 'trainer', 'examiner'];

/** The roles of this person that work at the desk, the widest first. */
export const deskRolesOf = ({ roles }: Pick<Viewer, 'roles'>): Role[] => deskRoles.filter((role) => roles.includes(role));

export type Side = 'learner' | 'desk';

/** Which shells this person has. */
export const sidesOf = (viewer: Pick<Viewer, 'roles' | 'person'>): Side[] => [
  ...(viewer.person || deskRolesOf(viewer).length === 0 ? (['learner'] as const) : []),
  ...(deskRolesOf(viewer).length > 0 ? (['desk'] as const) : []),
];

/** Where this person starts: where they were last, else the desk on a wide screen and the learner's page on a phone. */
export function startSide(viewer: Pick<Viewer, 'roles' | 'person' | 'accountId'>, wide: boolean): Side {
  const sides = sidesOf(viewer);
  const last = readStored(`side.${viewer.accountId}`);
  return sides.find((side) => side === last) ?? sides.find((side) => side === (wide ? 'desk' : 'learner')) ?? sides[0]!;
}

export const rememberSide = (accountId: string, side: Side): void => writeStored(`side.${accountId}`, side);
