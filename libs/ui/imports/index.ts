export { FormerRuns } from './former-runs.js';
export { ImportPage } from './import-page.js';
export type { NextStep } from './run-result.js';
