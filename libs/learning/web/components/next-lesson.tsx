import type { MyCoursesQuery } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Empty } from '@skillhall/ui/page';
import { Bar, Card, LinkButton } from '@skillhall/ui/pieces';
import { TrackName } from '@skillhall/ui/track';
import type { ReactNode } from 'react';
import { activityPath, courseState, nextCourse } from '../course.js';
import { phrases } from '../phrases.js';
import styles from './next-lesson.module.css';

/** The one next thing to learn; opens it directly. */
export function NextLesson({ courses }: { readonly courses: MyCoursesQuery['myCourses'] }): ReactNode {
  const t = usePhrases(phrases);
  if (courses.length === 0) return <Empty title={t('noCourses')}>{t('noCoursesText')}</Empty>;
  const course = nextCourse(courses);
  if (!course?.nextActivity)
    return (
      <Card className={styles['card']!}>
        <h2>{t('allDone')}</h2>
        <p>{t('allDoneText')}</p>
        <LinkButton to="/learn">{t('lookAgain')}</LinkButton>
      </Card>
    );
  const { nextActivity: activity, enrolment } = course;
  const begun = courseState(course) === 'started';
  return (
    <Card className={styles['card']!}>
      <div className={styles['over']}>
        <span>{t(begun ? 'nextThing' : 'firstThing')}</span>
        <TrackName track={course.track} />
      </div>
      <h2>{activity.title}</h2>
      <p>
        {course.name} · {t(activity.kind)} · {t('minutes', { n: activity.minutes })}
      </p>
      {enrolment && (
        <Bar
          done={enrolment.completedActivities}
          total={enrolment.totalActivities}
          label={t('started', { done: enrolment.completedActivities, total: enrolment.totalActivities })}
        />
      )}
      <LinkButton look="main" wide to={activityPath(course.id, activity)}>
        {t(activity.kind === 'quiz' ? 'toQuiz' : begun ? 'goOn' : 'start')}
      </LinkButton>
    </Card>
  );
}
