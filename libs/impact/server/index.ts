export { impactDatabase } from './data/database-part.js';
export { ImpactModule } from './impact.module.js';
