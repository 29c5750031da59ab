const courseQuery = (courseId: string | null): string => (courseId === null ? '' : `?course=${encodeURIComponent(courseId)}`);

/** The page before a quiz; `courseId` is the course to come back to. */
export const quizPath = (quizId: string, courseId: string | null): string => `/quiz/${encodeURIComponent(quizId)}${courseQuery(courseId)}`;

/** The page of an attempt: the paper, later its receipt. */
export const attemptPath = (attemptId: string, courseId: string | null): string => `/attempt/${encodeURIComponent(attemptId)}${courseQuery(courseId)}`;

/** The lobby of a sitting. */
export const sittingPath = (sittingId: string): string => `/sitting/${encodeURIComponent(sittingId)}`;

/** Where to go from a quiz: the course it belongs to, else today. */
export const leavePath = (courseId: string | null): string => (courseId === null ? '/today' : `/learn/${encodeURIComponent(courseId)}`);

export const practicePath = '/practice';
export const missedPath = '/practice/missed';

/** A round of practice; without a place it opens at the first question that is not answered. */
export const roundPath = (practiceId: string): string => `/practice/${encodeURIComponent(practiceId)}`;
