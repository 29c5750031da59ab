import { usePhrases } from '@skillhall/ui/i18n';
import { Rows } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { activityPath, type ActivityLine, type Outline } from '../course.js';
import { phrases } from '../phrases.js';
import styles from './outline.module.css';

const stateWords = { completed: 'stateDone', started: 'stateOn', notStarted: 'stateNew' } as const;

/** Done: a tick; under way: half; not begun: an empty ring. */
function StateSign({ state }: { readonly state: ActivityLine['state'] }): ReactNode {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" className={styles['sign']} data-state={state} aria-hidden>
      <circle cx="12" cy="12" r="9.5" fill={state === 'completed' ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth="1.8" />
      {state === 'started' && <path d="M12 6a6 6 0 0 1 0 12z" fill="currentColor" />}
      {state === 'completed' && <path d="M7.5 12.5l3 3 6-6.5" fill="none" className={styles['tick']} strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" />}
    </svg>
  );
}

/** Modules and activities of a course, each with how it stands. */
export function CourseOutline({ course }: { readonly course: Outline }): ReactNode {
  const t = usePhrases(phrases);
  return (
    <>
      {course.modules.map((module) => (
        <section key={module.id} className={styles['module']}>
          <h2>{module.title}</h2>
          <Rows>
            {module.activities.map((activity) => (
              <li key={activity.id}>
                <Link to={activityPath(course.id, activity)} className={styles['activity']}>
                  <StateSign state={activity.state} />
                  <span className={styles['words']}>
                    <span>{activity.title}</span>
                    <small>
                      {t(activity.kind)} · {t('minutes', { n: activity.minutes })}
                      <span className="visually-hidden">，{t(stateWords[activity.state])}</span>
                    </small>
                  </span>
                  {activity.id === course.nextActivity?.id && <span className={styles['next']}>{t('nextUp')}</span>}
                </Link>
              </li>
            ))}
          </Rows>
        </section>
      ))}
    </>
  );
}
