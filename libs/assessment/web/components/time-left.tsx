import { usePhrases } from '@skillhall/ui/i18n';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { clockText, remainingMs } from '../attempt-clock.js';
import { phrases } from '../phrases.js';
import styles from './time-left.module.css';

interface TimeLeftProps {
  readonly deadline: string;
  readonly offsetMs: number;
  /** A paper without a limit closes after a day: its clock is shown only in the last hour. */
  readonly limited: boolean;
  readonly onEnd: () => void;
}

const minuteMs = 60_000;

/** The time left by the server's clock; always there, said aloud only at five minutes and at one. */
export function TimeLeft({ deadline, offsetMs, limited, onEnd }: TimeLeftProps): ReactNode {
  const t = usePhrases(phrases);
  const [left, setLeft] = useState(() => remainingMs(deadline, offsetMs, Date.now()));
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    const tick = () => {
      const now = remainingMs(deadline, offsetMs, Date.now());
      setLeft(now);
      if (now > 0) return;
      clearInterval(timer);
      end.current();
    };
    const timer = setInterval(tick, 1000);
    tick();
    return () => clearInterval(timer);
  }, [deadline, offsetMs]);
  const said = left <= 0 ? t('timeUp') : left <= minuteMs ? t('oneMinute') : left <= 5 * minuteMs ? t('fiveMinutes') : '';
  return (
    <div className={styles['time']} data-short={left <= 5 * minuteMs || undefined}>
      <span role="timer" hidden={!limited && left > 60 * minuteMs}>
        <span className={styles['word']}>{t('timeLeft')}</span> <strong>{clockText(left)}</strong>
      </span>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </div>
  );
}
