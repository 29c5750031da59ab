export { createHttpApp, createLogger } from './http-app.js';
