import { defineEvent } from '@skillhall/kernel';

/** A person has done every activity of a course; told once per enrolment. */
export const courseCompleted = defineEvent<{ enrolmentId: string; personId: string; courseId: string }>()('course.completed');

/** A version of a course has come into force. */
export const coursePublished = defineEvent<{ courseId: string; courseVersionId: string }>()('course.published');
