export { appRole, createDataSource, migrate, type DatabasePart, type DataSourceSettings } from './data-source.js';
export { afterCommit, Database, type Transaction } from './database.js';
export { Gathered, type GatherLimits } from './gathered.js';
export { KeptConnections, type Prepared, type RunPrepared } from './kept-connections.js';
export { DatabaseModule } from './database.module.js';
export { createSchema, dropSchema, protect, runAll } from './migration-helpers.js';
export { EmbeddedPostgresError, startEmbeddedPostgres, type EmbeddedPostgres } from './embedded/cluster.js';
export { databaseFor, type RunningDatabase } from './running-database.js';
export { platformDatabase } from './platform-part.js';
