import type { CSSProperties, ReactNode } from 'react';
import styles from './ring.module.css';

interface RingProps {
  readonly done: number;
  readonly total: number;
  readonly colour: string;
  /** Read aloud instead of the picture: 「法律法规：2 门课学完 1 门」. */
  readonly label: string;
  readonly size?: number;
  readonly children?: ReactNode;
}

const circumference = 2 * Math.PI * 44;

/** A thin ring that closes as things are done. */
export function Ring({ done, total, colour, label, size = 64, children }: RingProps): ReactNode {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const style: CSSProperties = { width: size, height: size, color: colour };
  return (
    <div className={styles['ring']} style={style} role="img" aria-label={label}>
      <svg viewBox="0 0 100 100" aria-hidden>
        <circle cx="50" cy="50" r="44" className={styles['track']} />
        {share > 0 && (
          <circle
            cx="50"
            cy="50"
            r="44"
            className={styles['arc']}
            strokeDasharray={`${share * circumference} ${circumference}`}
          />
        )}
      </svg>
      <span className={styles['middle']} aria-hidden>
        {children}
      </span>
    </div>
  );
}

/** A thin bar for how far something has come. */
export function Bar({ done, total, label }: { readonly done: number; readonly total: number; readonly label: string }): ReactNode {
  return <progress className={styles['bar']} value={total > 0 ? done : 0} max={Math.max(1, total)} aria-label={label} />;
}
