import type { DatabasePart } from '@skillhall/platform/database';
import { CoursesSeen1700000032050 } from '../migrations/1700000032050-courses-seen.js';
import { CreateLearning1700000032000 } from '../migrations/1700000032000-create-learning.js';
import { ScheduleTraining1700000032100 } from '../migrations/1700000032100-schedule-training.js';

export const learningDatabase: DatabasePart = { entities: [], migrations: [CreateLearning1700000032000, CoursesSeen1700000032050, ScheduleTraining1700000032100] };
