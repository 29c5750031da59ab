export { endWithParent } from './end-with-parent.js';
export { createHttpApp, createLogger } from './http-app.js';
