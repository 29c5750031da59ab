import type { ReactNode } from 'react';
import type { Track } from '../gql/index.js';
import { common, usePhrases } from '../i18n/index.js';
import styles from './track-mark.module.css';

export const tracks: readonly Track[] = ['ethics', 'law', 'communication', 'business'];

const words = {
  ethics: ['trackEthics', 'signEthics'],
  law: ['trackLaw', 'signLaw'],
  communication: ['trackCommunication', 'signCommunication'],
  business: ['trackBusiness', 'signBusiness'],
} as const;

// A shape each, so that the tracks differ without their colour too.
const shapes: Readonly<Record<Track, ReactNode>> = {
  ethics: <circle cx="20" cy="20" r="18" />,
  law: <rect x="3" y="3" width="34" height="34" rx="6" />,
  communication: <path d="M9 3h22a7 7 0 0 1 7 7v15a7 7 0 0 1-7 7H20l-9 6v-6H9a7 7 0 0 1-7-7V10a7 7 0 0 1 7-7z" />,
  business: <path d="M12 3h16l10 17-10 17H12L2 20z" />,
};

export const trackColour = (track: Track): string => `var(--track-${track})`;

export function useTrackName(): (track: Track) => string {
  const t = usePhrases(common);
  return (track) => t(words[track][0]);
}

/** The sign of a track: the same shape, colour and character everywhere. Put its name beside it, or pass `named`. */
export function TrackMark({ track, size = 32 }: { readonly track: Track; readonly size?: number }): ReactNode {
  const t = usePhrases(common);
  return (
    <svg viewBox="0 0 40 40" width={size} height={size} className={styles['mark']} style={{ color: trackColour(track) }} aria-hidden>
      <g className={styles['shape']}>{shapes[track]}</g>
      <text x="20" y={track === 'communication' ? 23.5 : 26} textAnchor="middle" className={styles['sign']}>
        {t(words[track][1])}
      </text>
    </svg>
  );
}

/** Sign and name in a line. */
export function TrackName({ track }: { readonly track: Track }): ReactNode {
  const name = useTrackName();
  return (
    <span className={styles['named']} style={{ color: trackColour(track) }}>
      <TrackMark track={track} size={20} />
      {name(track)}
    </span>
  );
}
