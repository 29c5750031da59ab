import type { ReactNode } from 'react';
import styles from './table.module.css';

/** What stands in smaller letters below the main word of a cell. */
export const Below = ({ children }: { readonly children: ReactNode }): ReactNode => <span className={styles['below']}>{children}</span>;
