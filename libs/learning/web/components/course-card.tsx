import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Bar, LinkCard, Tag } from '@skillhall/ui/pieces';
import { TrackName } from '@skillhall/ui/track';
import type { ReactNode } from 'react';
import { coursePath, courseState, type Course } from '../course.js';
import { phrases } from '../phrases.js';
import styles from './course-card.module.css';

/** A course in a list: track, name, how far. */
export function CourseCard({ course }: { readonly course: Course }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const state = courseState(course);
  const { enrolment } = course;
  const progress = enrolment ? t('started', { done: enrolment.completedActivities, total: enrolment.totalActivities }) : t('notStarted');
  return (
    <LinkCard to={coursePath(course.id)} className={styles['card']!}>
      <div className={styles['top']}>
        <TrackName track={course.track} />
        <span className={styles['soft']}>{t('hours', { n: format.short(course.hours) })}</span>
      </div>
      <h2>{course.name}</h2>
      {course.summary && <p className={styles['summary']}>{course.summary}</p>}
      <div className={styles['state']}>
        {state === 'completed' ? (
          <Tag tone="good">{t('completedOn', { date: format.date(enrolment?.completedAt) })}</Tag>
        ) : (
          <span className={styles['soft']}>{progress}</span>
        )}
      </div>
      {state === 'started' && enrolment && <Bar done={enrolment.completedActivities} total={enrolment.totalActivities} label={progress} />}
    </LinkCard>
  );
}
