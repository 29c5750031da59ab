export { err, ok, type Result } from './result.js';
export { isId, newId } from './ids.js';
export { fixedClock, systemClock, type Clock } from './clock.js';
export {
  addMonths,
  civilDate,
  civilDateIn,
  civilMonth,
  monthFromIndex,
  monthIndex,
  monthOf,
  parseCivilDate,
  parseCivilMonth,
  type CivilDate,
  type CivilMonth,
} from './civil-date.js';
export { maxPageSize, pageOf, pageRequest, usualPageSize, type Page, type PageInfo, type PageRequest } from './page.js';
export { defaultLocale, locales, matchLocale, say, type Locale, type Phrase, type PhraseValues } from './locale.js';
export { defineErrors, failure, type Failure } from './errors.js';
export {
  inScope,
  may,
  permissions,
  rolePermissions,
  roles,
  scopeOf,
  type Actor,
  type Grant,
  type Permission,
  type Role,
} from './permission.js';
export { defineEvent, type DomainEvent, type EventType } from './events.js';
export { transition, unreachable, type TransitionTable } from './transitions.js';
