import type { DatabasePart } from '@skillhall/platform/database';
import { CreateLearning1700000032000 } from '../migrations/1700000032000-create-learning.js';

export const learningDatabase: DatabasePart = { entities: [], migrations: [CreateLearning1700000032000] };
