import { UrgentExams } from '@skillhall/assessment/web';
import { myCoursesQuery, myLearningQuery, NextLesson, TrackRings } from '@skillhall/learning/web';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Skeleton } from '@skillhall/ui/page';
import { LinkButton } from '@skillhall/ui/pieces';
import { Screen } from '@skillhall/ui/screen';
import { useViewer } from '@skillhall/ui/session';
import type { ReactNode } from 'react';
import { phrases } from './phrases.js';
import styles from './today.module.css';

const greeting = (hour: number) => (hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening');

function Learning(): ReactNode {
  const t = usePhrases(phrases);
  const courses = useQuery(myCoursesQuery, {});
  const learning = useQuery(myLearningQuery, {});
  return (
    <>
      <UrgentExams />
      <Loaded query={courses} skeleton={<Skeleton cards lines={1} />}>
        {({ myCourses }) => <NextLesson courses={myCourses} />}
      </Loaded>
      {learning.data && (
        <section className={styles['tracks']}>
          <h2>{t('tracks')}</h2>
          <TrackRings summary={learning.data.myLearning} />
        </section>
      )}
    </>
  );
}

/** The next thing, then how the year goes. */
export function TodayPage(): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const viewer = useViewer();
  const now = new Date();
  return (
    <Screen
      over={format.day(now.toISOString())}
      title={t(greeting(now.getHours()), { name: viewer.name })}
      help={
        viewer.person && (
          <>
            <p>{t('helpNext')}</p>
            <p>{t('helpTracks')}</p>
            <p>{t('helpOffline')}</p>
          </>
        )
      }
    >
      {viewer.person ? (
        <Learning />
      ) : (
        <Empty title={t('noPerson')} action={<LinkButton to="/desk">{t('toDesk')}</LinkButton>}>
          {t('noPersonText')}
        </Empty>
      )}
    </Screen>
  );
}
