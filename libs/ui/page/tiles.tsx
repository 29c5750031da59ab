import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormat } from '../i18n/index.js';
import styles from './tiles.module.css';

/** Numbers that matter, side by side. */
export function Tiles({ children }: { readonly children: ReactNode }): ReactNode {
  return <ul className={styles['tiles']}>{children}</ul>;
}

interface TileProps {
  /** Undefined while it is asked for. */
  readonly value: number | undefined;
  readonly unit?: string;
  /** What the number means, as a sentence that it is the subject of. */
  readonly children: ReactNode;
  /** Where the things stand that were counted. */
  readonly to: string;
  /** Somebody should look: marked by a line, and never where the number is nought. */
  readonly calls?: boolean;
}

/** A number, what it means in words, and the way to what is behind it. */
export function Tile({ value, unit, children, to, calls }: TileProps): ReactNode {
  const format = useFormat();
  return (
    <li>
      <Link to={to} className={styles['tile']} data-calls={(calls && Boolean(value)) || undefined}>
        <span className={styles['value']}>
          {value === undefined ? <span className={styles['bone']} /> : format.count(value)}
          {unit && <small>{unit}</small>}
        </span>
        <span className={styles['meaning']}>{children}</span>
      </Link>
    </li>
  );
}
