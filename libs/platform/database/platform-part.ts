import type { DatabasePart } from './data-source.js';
import { Account } from './entities.js';
import { CreatePlatform1700000001000 } from './migrations/1700000001000-create-platform.js';

export const platformDatabase: DatabasePart = { entities: [Account], migrations: [CreatePlatform1700000001000] };
