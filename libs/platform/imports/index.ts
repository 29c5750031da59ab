export { copyRows, type CopyValue } from './copy-rows.js';
export { type DocumentImport, FileRefused, type ImportContext, type ImportCounts, type ImportHandler, type ImportOptions, type LeftFile, type StagedRecord, type TableImport } from './import-handler.js';
export { ImportRunner, type ImportOutcome, type ImportProblem } from './import-runner.js';
export { ImportRuns } from './import-runs.js';
export { ImportsModule } from './imports.module.js';
