import type { PracticeHomeQuery, PracticeMode } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import { practicePhrases } from './phrases.js';
import styles from './practice.module.css';
import { useTopicName } from './topic.js';

export type Home = NonNullable<PracticeHomeQuery['practiceHome']>;

const signs: Readonly<Record<Exclude<PracticeMode, 'chapter'>, string>> = {
  ordered: 'M4 6h16M4 12h16M4 18h10',
  random: 'M4 7h4l8 10h4M16 7h4M4 17h4l2-2.5M17 4l3 3-3 3M17 14l3 3-3 3',
  weakPoint: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 12h.01',
  wrong: 'M4 12a8 8 0 1 1 2.3 5.6M4 12V7M4 12h5M12 8v4.5l3 1.5',
};

interface ModesProps {
  readonly home: Home;
  readonly busy: string | null;
  readonly onStart: (mode: PracticeMode) => void;
}

/** The ways to practise as large cards: one tap to the first question. */
export function Modes({ home, busy, onStart }: ModesProps): ReactNode {
  const t = usePhrases(practicePhrases);
  const topicName = useTopicName();
  const weakest = home.weak[0];
  const texts: Readonly<Record<keyof typeof signs, string>> = {
    ordered: t('orderedText'),
    random: t('randomText'),
    weakPoint: weakest ? t('weakText', { topic: topicName(weakest.topic), answered: weakest.answered, missed: weakest.missed }) : t('weakNone'),
    wrong: home.missed > 0 ? t('wrongText', { n: home.missed }) : t('wrongNone'),
  };
  const off = { ordered: false, random: false, weakPoint: !weakest, wrong: home.missed === 0 };
  return (
    <ul className={styles['modes']}>
      {(Object.keys(signs) as (keyof typeof signs)[]).map((mode) => (
        <li key={mode}>
          <button type="button" className={styles['mode']} disabled={off[mode]} aria-busy={busy === mode || undefined} onClick={() => onStart(mode)}>
            <svg viewBox="0 0 24 24" width="26" height="26" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden>
              <path d={signs[mode]} />
            </svg>
            <span className={styles['what']}>
              <strong>{t(mode)}</strong>
              <span>{texts[mode]}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
