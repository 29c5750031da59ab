import type { DatabasePart } from '@skillhall/platform/database';
import { CreateStudies1700000051000 } from '../migrations/1700000051000-create-studies.js';

export const impactDatabase: DatabasePart = { entities: [], migrations: [CreateStudies1700000051000] };
