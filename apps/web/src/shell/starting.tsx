import { Skeleton } from '@skillhall/ui/page';
import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import styles from './root.module.css';

/** The shape of a page, while the first one comes. */
export function Starting(): ReactNode {
  return (
    <main className={styles['starting']}>
      <Skeleton lines={1} />
      <Skeleton lines={3} cards />
    </main>
  );
}

/** Goes there, and shows the shape of a page until it has come. */
export const GoTo = ({ to }: { readonly to: string }): ReactNode => (
  <>
    <Navigate to={to} replace />
    <Starting />
  </>
);
