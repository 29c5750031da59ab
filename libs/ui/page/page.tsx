import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { common, usePhrases } from '../i18n/index.js';
import { useHelp } from './help.js';
import styles from './page.module.css';

/** The name of the page in the tab and in the history. */
export function useTitle(title: string | undefined): void {
  const t = usePhrases(common);
  const name = t('appName');
  useEffect(() => {
    document.title = title ? `${title} · ${name}` : name;
  }, [title, name]);
}

export interface TrailStep {
  readonly to: string;
  readonly text: string;
}

interface PageProps {
  readonly title: string;
  /** The pages above this one, from the rail's down; the unit's path stands in the head of the desk. */
  readonly trail?: readonly TrailStep[];
  /** One sentence under the title: what this page is for, or what it found. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** A few plain words for who comes here the first time; opened by a button or by `?`. */
  readonly help?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a desk page: title, sentence, actions, content. */
export function Page({ title, trail, lead, actions, help, children }: PageProps): ReactNode {
  const t = usePhrases(common);
  useTitle(title);
  const { button, panel } = useHelp(help);
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <div className={styles['words']}>
          {trail && (
            <nav aria-label={t('trail')}>
              <ol className={styles['trail']}>
                {trail.map(({ to, text }) => (
                  <li key={to}>
                    <Link to={to}>{text}</Link>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          <h1>{title}</h1>
          {lead && <p className={styles['lead']}>{lead}</p>}
        </div>
        {(button || actions) && (
          <div className={styles['actions']}>
            {button}
            {actions}
          </div>
        )}
      </header>
      {panel}
      {children}
    </div>
  );
}

/** A titled part of a page. */
export function Section({ title, children, actions }: { readonly title: string; readonly children: ReactNode; readonly actions?: ReactNode }): ReactNode {
  return (
    <section className={styles['section']}>
      <header className={styles['sectionHead']}>
        <h2>{title}</h2>
        {actions}
      </header>
      {children}
    </section>
  );
}

/** A number that matters, large, its meaning beside it. */
export function Figure({ value, unit, children }: { readonly value: string; readonly unit?: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={styles['figure']}>
      <p className={styles['value']}>
        {value}
        {unit && <small>{unit}</small>}
      </p>
      <p className={styles['meaning']}>{children}</p>
    </div>
  );
}
