import type { DatabasePart } from '@skillhall/platform/database';
import { CreateStudies1700000051000 } from '../migrations/1700000051000-create-studies.js';
import { CreateAlerts1700000051010 } from '../migrations/1700000051010-create-alerts.js';

export const impactDatabase: DatabasePart = { entities: [], migrations: [CreateStudies1700000051000, CreateAlerts1700000051010] };
