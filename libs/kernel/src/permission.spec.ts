import fc from 'fast-check';
import { inScope, may, permissions, rolePermissions, roles, scopeOf, type Actor, type Grant } from './index.js';

const actor = (...grants: Grant[]): Actor => ({ accountId: 'a', personId: null, unitPath: null, name: 'n', grants });
const grant = (role: Grant['role'], path: string): Grant => ({ role, unitId: 'u', path });

describe('permissions', () => {
  it('shows the matrix of roles and permissions as a table that a reviewer reads', () => {
    const table = permissions.map(
      (permission) => `${permission.padEnd(22)}${roles.map((role) => (rolePermissions[role].includes(permission) ? role : '-').padEnd(14)).join('').trimEnd()}`,
    );
    expect(table.join('\n')).toMatchSnapshot();
  });

  it('gives nothing to somebody without a grant', () => {
    for (const permission of permissions) expect(may(actor(), permission)).toBe(false);
  });

  it('keeps a permission inside the subtree of the role that gives it', () => {
    const somebody = actor(grant('staff', '0001'), grant('hr', '00010002'));
    expect(scopeOf(somebody, 'person.read')).toEqual(['00010002']);
    expect(scopeOf(somebody, 'course.learn')).toEqual(['0001']);
  });

  it('names no subtree inside another', () => {
    const segment = fc.constantFrom('0001', '0002');
    const path = fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(path), path, (paths, unit) => {
        const scope = scopeOf(actor(...paths.map((p) => grant('hr', p))), 'person.read');
        expect(inScope(scope, unit)).toBe(paths.some((p) => unit.startsWith(p)));
        for (const a of scope) for (const b of scope) if (a !== b) expect(a.startsWith(b)).toBe(false);
      }),
    );
  });
});
