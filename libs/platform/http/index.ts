export { endWithParent } from './end-with-parent.js';
export { startFailure } from './start-failure.js';
export { createHttpApp, createLogger } from './http-app.js';
