import type { DatabasePart } from '@skillhall/platform/database';
import { CreateAssessment1700000041000 } from '../migrations/1700000041000-create-assessment.js';

export const assessmentDatabase: DatabasePart = { entities: [], migrations: [CreateAssessment1700000041000] };
