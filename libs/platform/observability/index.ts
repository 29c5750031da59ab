export { Metrics } from './metrics.js';
export { NestLogger } from './nest-logger.js';
export { ObservabilityModule } from './observability.module.js';
export { Readiness } from './readiness.js';
export { withRequestId } from './request-id.js';
