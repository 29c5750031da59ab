import { useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Skeleton } from '@skillhall/ui/page';
import { LinkCard } from '@skillhall/ui/pieces';
import { Screen } from '@skillhall/ui/screen';
import { useMay } from '@skillhall/ui/session';
import { tracks, TrackMark, useTrackName } from '@skillhall/ui/track';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { CourseCard } from '../components/course-card.js';
import { courseState } from '../course.js';
import { myCoursesQuery } from '../documents.js';
import { phrases } from '../phrases.js';
import styles from './pages.module.css';

const order = { started: 0, notStarted: 1, completed: 2 } as const;

/** All my courses; the track chosen is in the address. */
export function LearnPage(): ReactNode {
  const t = usePhrases(phrases);
  const name = useTrackName();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const chosen = tracks.find((track) => track === search.get('track'));
  const query = useQuery(myCoursesQuery, {});
  return (
    <Screen
      title={t('learn')}
      lead={t('learnLead')}
      help={
        <>
          <p>{t('learnHelp')}</p>
          <p>{t('learnHelpDone')}</p>
        </>
      }
    >
      <ul className={styles['chips']} aria-label={t('trackFilter')}>
        {[undefined, ...tracks].map((track) => (
          <li key={track ?? 'all'}>
            <button
              type="button"
              className={styles['chip']}
              aria-pressed={track === chosen}
              onClick={() => setSearch(track ? { track } : {}, { replace: true })}
            >
              {track && <TrackMark track={track} size={20} />}
              {track ? name(track) : t('allTracks')}
            </button>
          </li>
        ))}
      </ul>
      {may('quiz.take') && (
        <LinkCard to="/practice" className={styles['practice']!}>
          <span>
            <strong>{t('practice')}</strong>
            <span>{t('practiceText')}</span>
          </span>
          <svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" aria-hidden>
            <path d="M9 5l7 7-7 7" />
          </svg>
        </LinkCard>
      )}
      <Loaded query={query} skeleton={<Skeleton cards lines={4} />}>
        {({ myCourses }) => {
          const shown = myCourses.filter(({ track }) => chosen === undefined || track === chosen);
          if (shown.length === 0) return <Empty title={t('noCourses')}>{t('noCoursesText')}</Empty>;
          return (
            <ul className={styles['courses']}>
              {[...shown]
                .sort((a, b) => order[courseState(a)] - order[courseState(b)])
                .map((course) => (
                  <li key={course.id}>
                    <CourseCard course={course} />
                  </li>
                ))}
            </ul>
          );
        }}
      </Loaded>
    </Screen>
  );
}
