export { backUp } from './backup.js';
export { BackupError, type Manifest } from './manifest.js';
export { restore } from './restore.js';
