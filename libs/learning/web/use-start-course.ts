import { useMutation } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { activityPath, coursePath } from './course.js';
import { startCourseMutation } from './documents.js';
import { phrases } from './phrases.js';

interface StartCourse {
  readonly start: (courseId: string) => Promise<void>;
  readonly busy: boolean;
  readonly fault: string | undefined;
}

/** Begins a course and opens its first activity. */
export function useStartCourse(): StartCourse {
  const t = usePhrases(phrases);
  const go = useNavigate();
  const [run, { running }] = useMutation(startCourseMutation);
  const [fault, setFault] = useState<string>();
  const start = async (courseId: string) => {
    const result = (await run({ courseId }))?.startCourse;
    if (result?.__typename !== 'StartCourseSuccess') return setFault(result?.message ?? t('markFailed'));
    const { nextActivity } = result.course;
    await go(nextActivity ? activityPath(courseId, nextActivity) : coursePath(courseId));
  };
  return { start, busy: running, fault };
}
