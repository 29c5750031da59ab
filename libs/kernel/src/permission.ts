/** What somebody may do; always within the subtree of units where a role was given to them. */
export const permissions = [
  'unit.read',
  'unit.manage',
  'person.read',
  'person.read-contact',
  'person.manage',
  'role.grant',
  'account.manage',
  'question.read',
  'question.manage',
  'question.review',
  'course.learn',
  'course.manage',
  'learning-record.read',
  'quiz.take',
  'attempt.read',
  'exam.manage',
  'exam.invigilate',
  'exam.mark',
  'exam.read-results',
  'complaint.read',
  'complaint.manage',
  'volume.manage',
  'impact.read',
  'study.manage',
  'training.schedule',
  'audit.read',
] as const;
export type Permission = (typeof permissions)[number];

export const roles = ['staff', 'trainer', 'hr', 'manager', 'organiser', 'examiner', 'judge', 'administrator'] as const;
export type Role = (typeof roles)[number];

const learner: readonly Permission[] = ['unit.read', 'course.learn', 'quiz.take'];

/** The role × permission matrix; its snapshot is a table in review. */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  staff: learner,
  trainer: [...learner, 'person.read', 'question.read', 'learning-record.read', 'exam.invigilate', 'exam.mark', 'training.schedule'],
  hr: [
    ...learner,
    'person.read',
    'person.read-contact',
    'person.manage',
    'unit.manage',
    'role.grant',
    'account.manage',
    'question.read',
    'question.manage',
    'question.review',
    'course.manage',
    'learning-record.read',
    'attempt.read',
    'exam.manage',
    'exam.invigilate',
    'exam.mark',
    'exam.read-results',
    'training.schedule',
  ],
  manager: [
    ...learner,
    'person.read',
    'learning-record.read',
    'complaint.read',
    'complaint.manage',
    'volume.manage',
    'exam.read-results',
    'impact.read',
    'study.manage',
    'training.schedule',
  ],
  organiser: [...learner, 'person.read', 'question.read', 'exam.invigilate'],
  examiner: [...learner, 'person.read', 'question.read', 'question.manage', 'question.review', 'attempt.read', 'exam.manage', 'exam.invigilate', 'exam.mark', 'exam.read-results'],
  judge: learner,
  administrator: [...permissions],
};

/** A role given over a unit and all below it. */
export interface Grant {
  readonly role: Role;
  /** Null for the whole organisation, whose path is empty. */
  readonly unitId: string | null;
  readonly path: string;
}

/** Who asks. `paths` are byte-ordered unit paths; a unit lies in a subtree when its path begins with the subtree's. */
export interface Actor {
  readonly accountId: string;
  readonly personId: string | null;
  readonly unitPath: string | null;
  readonly name: string;
  readonly grants: readonly Grant[];
}

/** The subtrees in which `actor` holds `permission`, none inside another; empty = nowhere. */
export function scopeOf(actor: Actor, permission: Permission): readonly string[] {
  const paths = actor.grants.filter((grant) => rolePermissions[grant.role].includes(permission)).map(({ path }) => path);
  return [...new Set(paths)].filter((path) => !paths.some((other) => other !== path && path.startsWith(other))).sort();
}

export const may = (actor: Actor, permission: Permission): boolean => scopeOf(actor, permission).length > 0;

export const inScope = (scope: readonly string[], path: string): boolean => scope.some((top) => path.startsWith(top));
