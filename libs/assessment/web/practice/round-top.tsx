import { usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import paper from '../components/paper.module.css';
import { practicePath } from '../paths.js';
import { practicePhrases } from './phrases.js';
import styles from './practice.module.css';
import { marksOf } from './round-marks.js';
import type { KeptRound } from './round-store.js';

interface TopProps {
  readonly kept: KeptRound;
  readonly current: number | null;
  /** Null where there is nothing left to end. */
  readonly onFinish: (() => void) | null;
}

/** Where one is, and question by question how it went. */
export function RoundTop({ kept, current, onFinish }: TopProps): ReactNode {
  const t = usePhrases(practicePhrases);
  const { round } = kept;
  const marks = marksOf(kept);
  const count = (...wanted: string[]): number => marks.filter(({ mark }) => wanted.includes(mark)).length;
  return (
    <header className={paper['top']}>
      <div className={paper['line']}>
        <Link to={practicePath} className={paper['leave']}>
          {t('leave')}
        </Link>
        <h1 className={paper['title']}>{round.chapterName ?? t(round.mode)}</h1>
        {onFinish ? (
          <button type="button" className={styles['finish']} onClick={onFinish}>
            {t('finish')}
          </button>
        ) : (
          <span />
        )}
      </div>
      <div className={styles['dots']} role="img" aria-label={t('dots', { right: count('right'), wrong: count('wrong', 'partly'), left: count('blank') })}>
        {marks.map(({ position, mark }) => (
          <span key={position} data-mark={mark} data-current={position === current || undefined} />
        ))}
      </div>
    </header>
  );
}
