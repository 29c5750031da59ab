import { registerAuditWords } from '@skillhall/platform/audit';
import { registerErrors } from '@skillhall/platform/i18n';
import { Global, Module } from '@nestjs/common';
import { learningAuditWords, learningErrors, scheduleErrors } from '../domain/index.js';
import { AssignmentRepository } from './data/assignment.repository.js';
import { CourseRepository } from './data/course.repository.js';
import { CourseStore } from './data/course-store.js';
import { HallLearningRepository } from './data/hall-learning.repository.js';
import { LearnerRepository } from './data/learner.repository.js';
import { LearningRecords } from './data/learning-records.js';
import { LotteryRepository } from './data/lottery.repository.js';
import { OutlineRepository } from './data/outline.repository.js';
import { ProgressRepository } from './data/progress.repository.js';
import { RecordRepository } from './data/record.repository.js';
import { HallCourseResolver, HallLearnerResolver, HallLearningResolver, LearntCourseResolver } from './hall-learning/hall-learning.resolver.js';
import { CourseImport } from './import-course/course.import.js';
import { ScheduleImport } from './import-schedule/schedule.import.js';
import { StagedSchedule } from './import-schedule/staged-schedule.js';
import { ActivityResults } from './learn/activity-results.js';
import { LearnResolver } from './learn/learn.resolver.js';
import { LearnService } from './learn/learn.service.js';
import { LearnerReads } from './learn/learner-reads.service.js';
import { LearnerDatabase } from './learn/learner.js';
import { LearnerLoader } from './learn/learner.loader.js';
import { EnrolmentResolver, LearnerResolver } from './learn/learner.resolver.js';
import { LotteryResolver, TrainingLotResolver } from './lottery/lottery.resolver.js';
import { LotteryService } from './lottery/lottery.service.js';
import { PublishCourseResolver } from './publish-course/publish-course.resolver.js';
import { PublishCourseService } from './publish-course/publish-course.service.js';
import { CourseLoader } from './read-courses/course.loader.js';
import { CoursesResolver } from './read-courses/courses.resolver.js';
import { PersonLearningResolver, ProgressResolver } from './read-courses/progress.resolver.js';
import { ScheduleResolver } from './schedule/schedule.resolver.js';
import { ScheduleService } from './schedule/schedule.service.js';

const repositories = [AssignmentRepository, LotteryRepository, CourseRepository, CourseStore, LearnerRepository, OutlineRepository, ProgressRepository, RecordRepository];
const reads = [CoursesResolver, ProgressResolver, PersonLearningResolver, LearnerReads, LearnerLoader, LearnerResolver, EnrolmentResolver];
const writes = [CourseImport, LearnService, LearnResolver, PublishCourseService, PublishCourseResolver];
const halls = [HallLearningRepository, HallLearningResolver, HallLearnerResolver, HallCourseResolver, LearntCourseResolver];
const schedule = [ScheduleService, ScheduleResolver, LotteryService, LotteryResolver, TrainingLotResolver, StagedSchedule, ScheduleImport];
const shared = [ActivityResults, LearningRecords, CourseLoader];

/** Courses and the records of who has learnt what. Needs a `QUIZ_PORT` and `HALL_RATES` from the application. */
@Global()
@Module({ providers: [...repositories, LearnerDatabase, ...shared, ...reads, ...writes, ...schedule, ...halls], exports: shared })
export class LearningModule {
  constructor() {
    registerErrors(learningErrors);
    registerErrors(scheduleErrors);
    registerAuditWords(learningAuditWords);
  }
}
