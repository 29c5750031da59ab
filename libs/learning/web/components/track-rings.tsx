import type { MyLearningQuery } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Ring } from '@skillhall/ui/pieces';
import { TrackMark, trackColour, tracks, useTrackName } from '@skillhall/ui/track';
import type { ReactNode } from 'react';
import { phrases } from '../phrases.js';
import styles from './track-rings.module.css';

/** One thin ring per track: how many of its courses are completed. */
export function TrackRings({ summary }: { readonly summary: MyLearningQuery['myLearning'] }): ReactNode {
  const t = usePhrases(phrases);
  const name = useTrackName();
  return (
    <ul className={styles['rings']}>
      {tracks.map((track) => {
        const { courses = 0, completed = 0 } = summary.tracks.find((each) => each.track === track) ?? {};
        return (
          <li key={track}>
            <Ring done={completed} total={courses} colour={trackColour(track)} label={t('trackDone', { track: name(track), done: completed, total: courses })}>
              <TrackMark track={track} size={30} />
            </Ring>
            <span aria-hidden>{name(track)}</span>
            <small aria-hidden>{t('trackCount', { done: completed, total: courses })}</small>
          </li>
        );
      })}
    </ul>
  );
}
