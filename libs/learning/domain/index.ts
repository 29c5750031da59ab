export { activityStates, activityStatuses, type ActivityState } from './activity-state.js';
export { activityKinds, courseText, type ActivityContent, type ActivityKind, type CourseContent, type ModuleContent } from './course.js';
export { parseCourseFile, type CourseFile, type LineProblem } from './course-file.js';
export { courseStates, courseStatuses, type CourseStatus } from './course-state.js';
export { courseFileErrors, learningErrors, type CourseFileCode } from './errors.js';
export { courseCompleted, coursePublished } from './events.js';
export { isCompleted, nextActivity } from './progress.js';
export { expectedMinutes, leastReadingSeconds, secondsToWait } from './reading-time.js';
export { type RecordState, recordStates, stalledAfterDays } from './record-state.js';
