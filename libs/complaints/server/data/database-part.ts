import type { DatabasePart } from '@skillhall/platform/database';
import { CreateComplaints1700000034000 } from '../migrations/1700000034000-create-complaints.js';

export const complaintsDatabase: DatabasePart = { entities: [], migrations: [CreateComplaints1700000034000] };
