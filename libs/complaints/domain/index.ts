export { complaintsAuditWords } from './audit-words.js';
export {
  complaintClasses,
  complaintClassNames,
  complaintClassWords,
  counterClasses,
  negativeControlClasses,
  type ComplaintClass,
} from './complaint-class.js';
export { complaintErrors, complaintImportErrors, sameness, volumeImportErrors } from './errors.js';
export { orderContent, type OrderParts } from './fingerprint.js';
export { ratePer10k } from './rate.js';
export { scrub, type KnownCustomer } from './scrub.js';
export { UnitIndex, type UnitMatch, type UnitName } from './unit-index.js';
