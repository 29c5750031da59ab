import type { Permission } from '@skillhall/kernel';
import type { ImportKind } from '@skillhall/ui/gql';

interface KindOfImport {
  readonly kind: ImportKind;
  readonly permission: Permission;
}

/** What can be imported, in the order in which a new organisation needs it, and who may. */
export const importKinds: readonly KindOfImport[] = [
  { kind: 'units', permission: 'unit.manage' },
  { kind: 'people', permission: 'person.manage' },
  { kind: 'questions', permission: 'question.manage' },
  { kind: 'course', permission: 'course.manage' },
  { kind: 'volumes', permission: 'volume.manage' },
  { kind: 'complaints', permission: 'complaint.manage' },
  { kind: 'paperResults', permission: 'exam.manage' },
  { kind: 'training', permission: 'training.schedule' },
];

export const importPermissions: readonly Permission[] = importKinds.map(({ permission }) => permission);

/** The kinds that somebody may import, given what they may do. */
export const kindsFor = (may: (permission: Permission) => boolean): readonly ImportKind[] =>
  importKinds.filter(({ permission }) => may(permission)).map(({ kind }) => kind);

export const isImportKind = (text: string | undefined): text is ImportKind => importKinds.some(({ kind }) => kind === text);
