import type { ReactNode } from 'react';
import styles from './banner.module.css';

export type Tone = 'note' | 'good' | 'warn' | 'bad';

const signs: Readonly<Record<Tone, string>> = { note: 'M12 8h.01M12 11v6', good: 'M7 12.5l3.5 3.5L17 9', warn: 'M12 7v6M12 17h.01', bad: 'M12 7v6M12 17h.01' };

interface BannerProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** Spoken at once when it appears (faults), or when the reader pauses (the rest). */
  readonly live?: boolean;
}

/** One sentence about the state of things, with a sign as well as a colour. */
export function Banner({ tone, children, action, live }: BannerProps): ReactNode {
  const role = live ? (tone === 'bad' ? 'alert' : 'status') : undefined;
  return (
    <div className={`${styles['banner']} ${styles[tone]}`} role={role}>
      <svg viewBox="0 0 24 24" width="22" height="22" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" aria-hidden>
        <circle cx="12" cy="12" r="10" strokeWidth="1.6" />
        <path d={signs[tone]} />
      </svg>
      <div className={styles['text']}>{children}</div>
      {action}
    </div>
  );
}
