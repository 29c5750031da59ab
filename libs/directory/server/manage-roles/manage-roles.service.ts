import { type Actor, err, failure, type Failure, inScope, newId, ok, type Result, type Role, rolePermissions, scopeOf } from '@skillhall/kernel';
import { AuditLog } from '@skillhall/platform/audit';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { RoleGrantEntity } from '../data/entities.js';
import { PersonRepository, type PersonRow } from '../data/person.repository.js';
import { UnitRepository } from '../data/unit.repository.js';
import { GrantRoleSuccess } from './manage-roles.types.js';

/** Nobody hands out, nor takes away, what they do not hold themselves at that place. */
export const holdsAll = (actor: Actor, role: Role, path: string): boolean =>
  rolePermissions[role].every((permission) => inScope(scopeOf(actor, permission), path));

@Injectable()
export class ManageRolesService {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
    private readonly units: UnitRepository,
    private readonly audit: AuditLog,
  ) {}

  grant(actor: Actor, personId: string, role: Role, unitId: string): Promise<Result<GrantRoleSuccess, Failure>> {
    return this.database.asActor(actor, 'role.grant', async (tx) => {
      const scope = scopeOf(actor, 'role.grant');
      const person = await this.people.findInScope(tx, scope, personId);
      const unit = await this.units.findInScope(tx, scope, unitId);
      if (!person || !unit || !holdsAll(actor, role, unit.path)) return err(failure('NOT_FOUND'));
      const inserted = (await tx.query(
        `insert into directory.role_grant (id, person_id, role, unit_id, unit_path, granted_by) values ($1,$2,$3,$4,$5,$6)
         on conflict do nothing returning id`,
        [newId(), personId, role, unitId, unit.path, actor.accountId],
      )) as { id: string }[];
      if (!inserted.length) return err(failure('ROLE_ALREADY_GRANTED'));
      await this.record(tx, actor, 'role.granted', person, role, unit.code);
      return ok(Object.assign(new GrantRoleSuccess(), { person }));
    });
  }

  revoke(actor: Actor, grantId: string): Promise<Result<GrantRoleSuccess, Failure>> {
    return this.database.asActor(actor, 'role.grant', async (tx) => {
      const grant = await tx.findOneBy(RoleGrantEntity, { id: grantId });
      if (!grant?.personId || !inScope(scopeOf(actor, 'role.grant'), grant.unitPath) || !holdsAll(actor, grant.role, grant.unitPath)) return err(failure('NOT_FOUND'));
      const [person] = await this.people.byIds(tx, [grant.personId]);
      if (!person) return err(failure('NOT_FOUND'));
      await tx.delete(RoleGrantEntity, { id: grantId });
      await this.record(tx, actor, 'role.revoked', person, grant.role, grant.unitPath);
      return ok(Object.assign(new GrantRoleSuccess(), { person }));
    });
  }

  private record(tx: Transaction, actor: Actor, action: string, person: PersonRow, role: Role, unit: string): Promise<void> {
    return this.audit.record(tx, actor, { action, subjectType: 'person', subjectId: person.id, details: { staffNumber: person.staffNumber, role, unit } });
  }
}
