export { DirectoryModule } from './directory.module.js';
export { directoryDatabase } from './data/database-part.js';
export { accountStanding } from './data/account-standing.js';
export { PersonRepository, type PersonRow } from './data/person.repository.js';
export { UnitRepository, type UnitRow } from './data/unit.repository.js';
export { PersonLoader } from './read-people/person.loader.js';
export { Person, PersonPage } from './read-people/person.types.js';
export { UnitLoader } from './read-units/unit.loader.js';
export { Competency, TrackEnum, Unit } from './read-units/unit.types.js';
