export { S3Server } from './s3-server.js';
export { createEmptyDatabase, createTestDatabase, type TestDatabase } from './test-database.js';
