export { learningDatabase } from './data/database-part.js';
export { LearningRecords, trainedShare, type HallCompletions, type TrainingDecision } from './data/learning-records.js';
export { ActivityResults } from './learn/activity-results.js';
export { PublishCourseService } from './publish-course/publish-course.service.js';
export { HALL_RATES, type HallRates } from './hall-rates-port.js';
export { LearningModule } from './learning.module.js';
export { QUIZ_PORT, type QuizOrder, type QuizPort } from './quiz-port.js';
export { CourseLoader } from './read-courses/course.loader.js';
export { CourseForAuthor } from './read-courses/course.types.js';
