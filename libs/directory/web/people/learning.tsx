import { graphql, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Loaded, Section, Skeleton } from '@skillhall/ui/page';
import { Bar } from '@skillhall/ui/pieces';
import { TrackName, useTrackName } from '@skillhall/ui/track';
import type { ReactNode } from 'react';
import styles from './people.module.css';
import { phrases } from './phrases.js';

const learningQuery = graphql(`
  query PersonLearning($id: ID!) {
    person(id: $id) {
      id
      learningSummary {
        enrolled
        completed
        tracks {
          track
          courses
          completed
          hours
        }
      }
    }
  }
`);

/** How far somebody has come in the four tracks. */
export function Learning({ personId }: { readonly personId: string }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const trackName = useTrackName();
  const query = useQuery(learningQuery, { id: personId });
  return (
    <Section title={t('learning')}>
      <Loaded query={query} skeleton={<Skeleton lines={3} />}>
        {({ person }) =>
          !person || person.learningSummary.enrolled === 0 ? (
            <p className={styles['soft']}>{t('learningNone')}</p>
          ) : (
            <ul className={styles['tracks']}>
              {person.learningSummary.tracks.map(({ track, courses, completed, hours }) => (
                <li key={track}>
                  <TrackName track={track} />
                  <Bar done={completed} total={courses} label={trackName(track)} />
                  <span className={styles['soft']}>{t('learningTrack', { completed, courses, hours: format.short(hours) })}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
