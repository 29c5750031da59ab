import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Loaded, Skeleton } from '@skillhall/ui/page';
import { Card } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { myLearningQuery } from '../documents.js';
import { phrases } from '../phrases.js';
import styles from './learning-record.module.css';
import { TrackRings } from './track-rings.js';

/** What I have learnt, in one sentence and four rings. */
export function LearningRecord(): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const query = useQuery(myLearningQuery, {});
  return (
    <Loaded query={query} skeleton={<Skeleton cards lines={1} />}>
      {({ myLearning }) => {
        const hours = myLearning.tracks.reduce((sum, track) => sum + track.hours, 0);
        return (
          <Card className={styles['record']!}>
            <h2>{t('record')}</h2>
            <p>
              {myLearning.enrolled === 0
                ? t('recordNone')
                : t('recordText', {
                    enrolled: myLearning.enrolled,
                    completed: myLearning.completed,
                    hours: format.short(hours),
                  })}
            </p>
            <TrackRings summary={myLearning} />
          </Card>
        );
      }}
    </Loaded>
  );
}
