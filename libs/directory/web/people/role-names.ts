import { roles, type Role } from '@skillhall/kernel';
import { common, usePhrases } from '@skillhall/ui/i18n';

const words = {
  staff: 'roleStaff',
  trainer: 'roleTrainer',
  hr: 'roleHr',
  manager: 'roleManager',
  organiser: 'roleOrganiser',
  examiner: 'roleExaminer',
  judge: 'roleJudge',
  administrator: 'roleAdministrator',
} as const satisfies Record<Role, string>;

export function useRoleName(): (role: Role) => string {
  const t = usePhrases(common);
  return (role) => t(words[role]);
}

/** Everybody employed is staff without a grant; the others are given. */
export const grantableRoles: readonly Role[] = roles.filter((role) => role !== 'staff');
