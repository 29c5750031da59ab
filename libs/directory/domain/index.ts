export { directoryAuditWords } from './audit-words.js';
export { competencies, findCompetency, trackNames, tracks, type Competency, type Track } from './competencies.js';
export { directoryErrors } from './errors.js';
export { maskPhone } from './phone.js';
export { ancestorPaths, childPath, mayHoldUnits, mostLevels, pathWidth, unitTypes, unitsInCycles, type UnitLink, type UnitType } from './unit.js';
