import { rolePermissions } from '@skillhall/kernel';
import { isImportKind, kindsFor } from './import-kinds.js';

describe('what somebody may import', () => {
  it('follows their role', () => {
    const of = (role: keyof typeof rolePermissions) => kindsFor((permission) => rolePermissions[role].includes(permission));
    expect(of('hr')).toEqual(['units', 'people', 'questions', 'course', 'paperResults', 'training']);
    expect(of('manager')).toEqual(['volumes', 'complaints', 'training']);
    expect(of('examiner')).toEqual(['questions', 'paperResults']);
    expect(of('staff')).toEqual([]);
    expect(of('administrator')).toHaveLength(8);
  });

  it('is one of the known kinds', () => {
    expect([isImportKind('people'), isImportKind('wages'), isImportKind(undefined)]).toEqual([true, false, false]);
  });
});
