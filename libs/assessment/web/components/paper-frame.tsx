import { usePhrases } from '@skillhall/ui/i18n';
import { Bar, Button } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Snapshot } from '../outbox/attempt-store.js';
import { phrases } from '../phrases.js';
import styles from './paper.module.css';
import { TimeLeft } from './time-left.js';

interface TopProps {
  readonly snapshot: Snapshot;
  readonly answered: number;
  readonly leaveTo: string;
  readonly onEnd: () => void;
}

/** Always there: where one is, how long there is, how far one has come. */
export function PaperTop({ snapshot: { attempt, offsetMs }, answered, leaveTo, onEnd }: TopProps): ReactNode {
  const t = usePhrases(phrases);
  const total = attempt.questions.length;
  return (
    <header className={styles['top']}>
      <div className={styles['line']}>
        <Link to={leaveTo} className={styles['leave']}>
          {t('leave')}
        </Link>
        <h1 className={styles['title']}>{attempt.title}</h1>
        <TimeLeft deadline={attempt.deadline} offsetMs={offsetMs} limited={attempt.limited} onEnd={onEnd} />
      </div>
      <Bar done={answered} total={total} label={t('answeredOf', { n: answered, total })} />
    </header>
  );
}

interface BottomProps {
  readonly position: number;
  readonly total: number;
  readonly onTurn: (step: 1 | -1) => void;
  readonly onPalette: () => void;
  readonly onSubmit: () => void;
  readonly locked: boolean;
}

/** In reach of the thumb: back, all questions, next or hand in. */
export function PaperBottom({ position, total, onTurn, onPalette, onSubmit, locked }: BottomProps): ReactNode {
  const t = usePhrases(phrases);
  return (
    <footer className={styles['bottom']}>
      <Button onClick={() => onTurn(-1)} disabled={position === 1}>
        {t('before')}
      </Button>
      <button type="button" className={styles['places']} onClick={onPalette}>
        <span className="visually-hidden">{t('palette')} </span>
        {position} / {total}
      </button>
      {position === total ? (
        <Button look="main" onClick={onSubmit} disabled={locked}>
          {t('submit')}
        </Button>
      ) : (
        <Button look="main" onClick={() => onTurn(1)}>
          {t('next')}
        </Button>
      )}
    </footer>
  );
}

interface FlagProps {
  readonly flagged: boolean;
  readonly onFlag: () => void;
}

export function FlagButton({ flagged, onFlag }: FlagProps): ReactNode {
  const t = usePhrases(phrases);
  return (
    <button type="button" className={styles['flag']} aria-pressed={flagged} onClick={onFlag}>
      <svg viewBox="0 0 24 24" width="20" height="20" fill={flagged ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth="2" strokeLinejoin="round" aria-hidden>
        <path d="M6 21V4h12l-3 4 3 4H6" />
      </svg>
      {t(flagged ? 'flagged' : 'flag')}
    </button>
  );
}
