import type { ActivityLineFragment, CourseCardFragment, CourseOutlineFragment } from '@skillhall/ui/gql';

export type Course = CourseCardFragment;
export type Outline = CourseOutlineFragment;
export type ActivityLine = ActivityLineFragment;

export type CourseState = 'notStarted' | 'started' | 'completed';

export const courseState = ({ enrolment }: Pick<Course, 'enrolment'>): CourseState =>
  !enrolment ? 'notStarted' : enrolment.completedAt !== null ? 'completed' : 'started';

/** The page of an activity; a quiz is told where it belongs, to come back afterwards. */
export const activityPath = (courseId: string, { id, kind, quizId }: Pick<ActivityLine, 'id' | 'kind' | 'quizId'>): string =>
  kind === 'quiz' && quizId !== null ? `/quiz/${quizId}?course=${encodeURIComponent(courseId)}` : `/learn/article/${id}`;

export const coursePath = (courseId: string): string => `/learn/${encodeURIComponent(courseId)}`;

/** The activity after this one in the order of the course. */
export function activityAfter(outline: Pick<Outline, 'modules'>, activityId: string): ActivityLine | undefined {
  const all = outline.modules.flatMap(({ activities }) => activities);
  const at = all.findIndex(({ id }) => id === activityId);
  return at < 0 ? undefined : all[at + 1];
}

const urgency: Readonly<Record<CourseState, number>> = { started: 0, notStarted: 1, completed: 2 };

/** What to do next: a course begun before one not begun, the nearest to its end first. */
export function nextCourse(courses: readonly Course[]): Course | undefined {
  const left = (course: Course) => (course.enrolment ? course.enrolment.totalActivities - course.enrolment.completedActivities : Infinity);
  return courses
    .filter((course) => course.nextActivity !== null && courseState(course) !== 'completed')
    .sort((a, b) => urgency[courseState(a)] - urgency[courseState(b)] || (left(a) === left(b) ? 0 : left(a) - left(b)))[0];
}
