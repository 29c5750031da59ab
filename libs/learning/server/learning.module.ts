import { registerAuditWords } from '@skillhall/platform/audit';
import { registerErrors } from '@skillhall/platform/i18n';
import { Global, Module } from '@nestjs/common';
import { learningAuditWords, learningErrors } from '../domain/index.js';
import { CourseRepository } from './data/course.repository.js';
import { CourseStore } from './data/course-store.js';
import { LearnerRepository } from './data/learner.repository.js';
import { LearningRecords } from './data/learning-records.js';
import { OutlineRepository } from './data/outline.repository.js';
import { ProgressRepository } from './data/progress.repository.js';
import { RecordRepository } from './data/record.repository.js';
import { CourseImport } from './import-course/course.import.js';
import { ActivityResults } from './learn/activity-results.js';
import { LearnResolver } from './learn/learn.resolver.js';
import { LearnService } from './learn/learn.service.js';
import { LearnerReads } from './learn/learner-reads.service.js';
import { LearnerDatabase } from './learn/learner.js';
import { LearnerLoader } from './learn/learner.loader.js';
import { EnrolmentResolver, LearnerResolver } from './learn/learner.resolver.js';
import { PublishCourseResolver } from './publish-course/publish-course.resolver.js';
import { PublishCourseService } from './publish-course/publish-course.service.js';
import { CourseLoader } from './read-courses/course.loader.js';
import { CoursesResolver } from './read-courses/courses.resolver.js';
import { PersonLearningResolver, ProgressResolver } from './read-courses/progress.resolver.js';

const repositories = [CourseRepository, CourseStore, LearnerRepository, OutlineRepository, ProgressRepository, RecordRepository];
const reads = [CoursesResolver, ProgressResolver, PersonLearningResolver, LearnerReads, LearnerLoader, LearnerResolver, EnrolmentResolver];
const writes = [CourseImport, LearnService, LearnResolver, PublishCourseService, PublishCourseResolver];
const shared = [ActivityResults, LearningRecords, CourseLoader];

/** Courses and the records of who has learnt what. Needs a `QUIZ_PORT` from the application. */
@Global()
@Module({ providers: [...repositories, LearnerDatabase, ...shared, ...reads, ...writes], exports: shared })
export class LearningModule {
  constructor() {
    registerErrors(learningErrors);
    registerAuditWords(learningAuditWords);
  }
}
