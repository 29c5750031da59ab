export { DeskShell } from './desk-shell.js';
export { DeskTheme } from './desk-theme.js';
export { Menu } from './menu.js';
export { useUnit, useUnitState, type Place, type UnitChoice } from './unit.js';
export { UnitNeeded } from './unit-needed.js';
export { SearchSelect } from './search-select.js';
export { UnitSearch } from './unit-switcher.js';
