import type { DatabasePart } from './data-source.js';
import { Account } from './entities.js';
import { CreateImports1700000001100 } from './migrations/1700000001100-create-imports.js';
import { CreatePlatform1700000001000 } from './migrations/1700000001000-create-platform.js';
import { ScopesOnce1700000001200 } from './migrations/1700000001200-scopes-once.js';
import { ImportOptions1700000031400 } from './migrations/1700000031400-import-options.js';

export const platformDatabase: DatabasePart = { entities: [Account], migrations: [CreatePlatform1700000001000, CreateImports1700000001100, ScopesOnce1700000001200, ImportOptions1700000031400] };
