export { useNotice, type Notice } from './notice.js';
export { useAction } from './use-action.js';
export { useUnsaved } from './unsaved.js';
