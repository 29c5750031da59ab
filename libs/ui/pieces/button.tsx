import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import styles from './button.module.css';

export type ButtonLook = 'main' | 'plain' | 'quiet' | 'danger';

interface Look {
  readonly look?: ButtonLook;
  /** As wide as its place: the one main action of a phone page. */
  readonly wide?: boolean;
}

const className = ({ look = 'plain', wide }: Look, own?: string): string =>
  [styles['button'], styles[look], wide && styles['wide'], own].filter(Boolean).join(' ');

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, Look {
  /** Shown as at work; further taps do nothing. */
  readonly busy?: boolean;
}

export function Button({ look, wide, busy, className: own, children, onClick, ...rest }: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      className={className({ ...(look && { look }), ...(wide && { wide }) }, own)}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy && <span className={styles['spinner']} aria-hidden />}
      {children}
    </button>
  );
}

export function LinkButton({ look, wide, className: own, ...rest }: LinkProps & Look): ReactNode {
  return <Link {...rest} className={className({ ...(look && { look }), ...(wide && { wide }) }, own)} />;
}
