import { Global, Module } from '@nestjs/common';
import { registerAuditWords } from '@skillhall/platform/audit';
import { registerErrors } from '@skillhall/platform/i18n';
import { directoryAuditWords, directoryErrors } from '../domain/index.js';
import { PersonRepository } from './data/person.repository.js';
import { UnitRepository } from './data/unit.repository.js';
import { PersonImport } from './import-people/person-import.js';
import { UnitImport } from './import-units/unit-import.js';
import { ManageAccountsResolver } from './manage-accounts/manage-accounts.resolver.js';
import { ManageAccountsService } from './manage-accounts/manage-accounts.service.js';
import { ManageRolesResolver } from './manage-roles/manage-roles.resolver.js';
import { ManageRolesService } from './manage-roles/manage-roles.service.js';
import { PeopleResolver } from './read-people/people.resolver.js';
import { EmploymentResolver, RoleGrantResolver, ViewerPersonResolver } from './read-people/person-parts.resolver.js';
import { PersonLoader } from './read-people/person.loader.js';
import { UnitLoader } from './read-units/unit.loader.js';
import { UnitsResolver } from './read-units/units.resolver.js';

const reads = [UnitsResolver, PeopleResolver, EmploymentResolver, RoleGrantResolver, ViewerPersonResolver];
const writes = [ManageRolesService, ManageRolesResolver, ManageAccountsService, ManageAccountsResolver, UnitImport, PersonImport];
const shared = [UnitRepository, PersonRepository, UnitLoader, PersonLoader];

/** Units, posts, people and their roles; every capability stands on it, hence global. */
@Global()
@Module({ providers: [...shared, ...reads, ...writes], exports: shared })
export class DirectoryModule {
  constructor() {
    registerErrors(directoryErrors);
    registerAuditWords(directoryAuditWords);
  }
}
