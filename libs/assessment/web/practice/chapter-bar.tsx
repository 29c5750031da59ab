import { usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import { practicePhrases } from './phrases.js';
import styles from './practice.module.css';

export interface Progress {
  readonly total: number;
  readonly answered: number;
  readonly mastered: number;
}

/** A small picture of how far one has come: mastered, met but missed, not met; with the numbers beneath. */
export function ChapterBar({ total, answered, mastered }: Progress): ReactNode {
  const t = usePhrases(practicePhrases);
  const share = (part: number): string => `${total > 0 ? (100 * part) / total : 0}%`;
  return (
    <span className={styles['progress']}>
      <span className={styles['bar']} aria-hidden>
        <span className={styles['mastered']} style={{ width: share(mastered) }} />
        <span className={styles['missed']} style={{ width: share(answered - mastered) }} />
      </span>
      <span className={styles['numbers']}>{t('progress', { total, answered, mastered })}</span>
    </span>
  );
}
