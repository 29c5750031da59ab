import type { HTMLAttributes, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import styles from './card.module.css';

export function Card({ className, ...rest }: HTMLAttributes<HTMLElement>): ReactNode {
  return <section {...rest} className={[styles['card'], className].filter(Boolean).join(' ')} />;
}

/** A card that is one big link. */
export function LinkCard({ className, ...rest }: LinkProps): ReactNode {
  return <Link {...rest} className={[styles['card'], styles['link'], className].filter(Boolean).join(' ')} />;
}

/** Rows under each other with thin lines between, as in a settings page. */
export function Rows({ className, ...rest }: HTMLAttributes<HTMLUListElement>): ReactNode {
  return <ul {...rest} className={[styles['rows'], className].filter(Boolean).join(' ')} />;
}
