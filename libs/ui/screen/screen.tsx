import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { common, usePhrases } from '../i18n/index.js';
import { useTitle } from '../page/index.js';
import { Sheet } from '../pieces/index.js';
import styles from './screen.module.css';

interface ScreenProps {
  readonly title: string;
  /** Small words over the title: the course this belongs to. */
  readonly over?: ReactNode;
  readonly lead?: ReactNode;
  readonly back?: string;
  /** The one main action; stays at the bottom in reach of the thumb. */
  readonly action?: ReactNode;
  /** The action stands at the end of the text instead: first it is to be read. */
  readonly actionAtEnd?: boolean;
  /** A few plain words for who comes here the first time; opened by a button. */
  readonly help?: ReactNode;
  readonly children?: ReactNode;
}

function Help({ children }: { readonly children: ReactNode }): ReactNode {
  const t = usePhrases(common);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={styles['help']} onClick={() => setOpen(true)}>
        {t('help')}
      </button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t('help')}>
        <div className={styles['helpWords']}>{children}</div>
      </Sheet>
    </>
  );
}

/** The frame of a phone page. */
export function Screen({ title, over, lead, back, action, actionAtEnd, help, children }: ScreenProps): ReactNode {
  const t = usePhrases(common);
  useTitle(title);
  return (
    <div className={styles['screen']}>
      <header className={styles['head']}>
        {back !== undefined && (
          <Link to={back} className={styles['back']}>
            <svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" aria-hidden>
              <path d="M15 5l-7 7 7 7" />
            </svg>
            {t('back')}
          </Link>
        )}
        {over && <p className={styles['over']}>{over}</p>}
        <div className={styles['titled']}>
          <h1>{title}</h1>
          {help && <Help>{help}</Help>}
        </div>
        {lead && <p className={styles['lead']}>{lead}</p>}
      </header>
      {children}
      {action && <div className={styles[actionAtEnd ? 'end' : 'action']}>{action}</div>}
    </div>
  );
}
