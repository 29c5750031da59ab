import type { ReactNode } from 'react';
import type { Tone } from './banner.js';
import styles from './tag.module.css';

/** A short word about a state. */
export function Tag({ tone, children }: { readonly tone?: Tone | undefined; readonly children: ReactNode }): ReactNode {
  return <span className={`${styles['tag']} ${tone ? styles[tone] : ''}`}>{children}</span>;
}
