import { useEffect, useState, type ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { common, useLocale, usePhrases } from '../i18n/index.js';
import { tasks, type DeskRoute } from '../page/route.js';
import { useMay, useViewer } from '../session/index.js';
import { readStored, writeStored } from '../store/index.js';
import { DeskTheme } from './desk-theme.js';
import styles from './desk-shell.module.css';
import { phrases } from './phrases.js';
import { UnitContext, useUnitChoice } from './unit.js';
import { UnitSwitcher } from './unit-switcher.js';

interface DeskShellProps {
  readonly routes: readonly DeskRoute[];
  /** The person's corner: roles, account, sign-out. */
  readonly corner: ReactNode;
  readonly children: ReactNode;
}

function Rail({ routes }: { readonly routes: readonly DeskRoute[] }): ReactNode {
  const may = useMay();
  const locale = useLocale();
  const t = usePhrases(phrases);
  const seen = routes.filter(({ rail, permission }) => rail && may(permission));
  return (
    <ul className={styles['tasks']}>
      <li>
        <NavLink to="/desk" end className={styles['item']!}>
          {t('home')}
        </NavLink>
      </li>
      {tasks.map((task) => {
        const items = seen.filter((route) => route.task === task);
        return items.length === 0 ? null : (
          <li key={task}>
            <h2 className={styles['task']}>{t(task)}</h2>
            <ul>
              {items.map(({ path, rail }) => (
                <li key={path}>
                  <NavLink to={`/desk/${path}`} className={styles['item']!}>
                    {rail![locale]}
                  </NavLink>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

function Inside({ routes, corner, children }: DeskShellProps): ReactNode {
  const t = usePhrases(phrases);
  const tc = usePhrases(common);
  const choice = useUnitChoice();
  const [folded, setFolded] = useState(() => readStored('rail') === 'folded');
  const { pathname } = useLocation();
  const viewer = useViewer();
  // On a narrow window the rail lies over the page; going somewhere puts it away.
  const [over, setOver] = useState(false);
  useEffect(() => setOver(false), [pathname]);
  const fold = () => {
    writeStored('rail', folded ? undefined : 'folded');
    setFolded(!folded);
    setOver(!over);
  };
  return (
    <UnitContext value={choice}>
      <div className={styles['desk']} data-folded={folded || undefined} data-over={over || undefined}>
        <a className="skip-link" href="#content">
          {tc('skipToContent')}
        </a>
        <header className={styles['top']}>
          <button type="button" className={styles['fold']} onClick={fold} aria-expanded={!folded} aria-label={t(folded ? 'unfoldRail' : 'foldRail')}>
            <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden>
              <path d="M4 6h16M4 12h16M4 18h16" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
            </svg>
          </button>
          <strong className={styles['name']}>{tc('appName')}</strong>
          {choice.data ? <UnitSwitcher /> : <span className={styles['grow']} />}
          {corner}
        </header>
        <nav className={styles['rail']} aria-label={t('mainNavigation')}>
          <Rail routes={routes} />
          {viewer.person && (
            <NavLink to="/today" className={styles['item']!}>
              {t('learnerSide')}
            </NavLink>
          )}
        </nav>
        <main id="content" tabIndex={-1} className={styles['content']}>
          {children}
        </main>
      </div>
    </UnitContext>
  );
}

/** The desk: rail by task on the left, place in the organisation on top, the page. */
export function DeskShell(props: DeskShellProps): ReactNode {
  return (
    <DeskTheme>
      <Inside {...props} />
    </DeskTheme>
  );
}
