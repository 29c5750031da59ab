export { Metrics } from './metrics.js';
export { NestLogger, onRequestId } from './nest-logger.js';
export { ObservabilityModule } from './observability.module.js';
export { Readiness } from './readiness.js';
