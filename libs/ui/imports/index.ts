export { ChooseFile } from './choose-file.js';
export { FormerRuns } from './former-runs.js';
export { ImportPage } from './import-page.js';
export { changesNothing, Counts, Done, Problems, RunProgress, type NextStep } from './run-result.js';
export { upload } from './upload.js';
export { useImport, type Import, type Options, type Run } from './use-import.js';
