import { common, usePhrases } from '@skillhall/ui/i18n';
import { Banner } from '@skillhall/ui/pieces';
import { useSession, useViewer } from '@skillhall/ui/session';
import { useOnline } from '@skillhall/ui/store';
import { useEffect, type ReactNode } from 'react';
import { NavLink, Outlet } from 'react-router';
import styles from './learner-shell.module.css';
import { phrases } from './phrases.js';
import { rememberSide, sidesOf } from './sides.js';

const places = [
  { to: '/today', name: 'today', sign: 'M4 6h16v14H4zM4 10.5h16M8 3v4M16 3v4M8.5 15l2.5 2.5 4.5-4.5' },
  { to: '/learn', name: 'learn', sign: 'M12 6.5C10 5 7 4.5 3.5 4.8v13.4c3.5-.3 6.5.2 8.5 1.8 2-1.6 5-2.1 8.5-1.8V4.8C17 4.5 14 5 12 6.5zM12 6.5V20' },
  { to: '/compete', name: 'compete', sign: 'M8 4h8v6a4 4 0 0 1-8 0zM8 6H4v1a4 4 0 0 0 4 4M16 6h4v1a4 4 0 0 1-4 4M12 14v4M8 20h8' },
  { to: '/me', name: 'me', sign: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-4 4-6 7.5-6s6.7 2 7.5 6' },
] as const;

/** The phone shell: a bar of four in reach of the thumb, on top of the page on a wide screen. */
export function LearnerShell(): ReactNode {
  const t = usePhrases(phrases);
  const tc = usePhrases(common);
  const online = useOnline();
  const session = useSession();
  const viewer = useViewer();
  const atDesk = sidesOf(viewer).includes('desk');
  useEffect(() => rememberSide(viewer.accountId, 'learner'), [viewer.accountId]);
  const offline = !online || (session.status === 'signedIn' && session.remembered);
  return (
    <div className={styles['shell']}>
      <a className="skip-link" href="#content">
        {tc('skipToContent')}
      </a>
      <nav className={styles['bar']} aria-label={t('bar')}>
        <strong className={styles['name']}>{tc('appName')}</strong>
        <ul>
          {places.map(({ to, name, sign }) => (
            <li key={to}>
              <NavLink to={to} className={styles['place']!}>
                <svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden>
                  <path d={sign} />
                </svg>
                {t(name)}
              </NavLink>
            </li>
          ))}
        </ul>
        {atDesk && (
          <NavLink to="/desk" className={styles['toDesk']!}>
            {t('toDesk')}
          </NavLink>
        )}
      </nav>
      <main id="content" tabIndex={-1} className={styles['content']}>
        {offline && (
          <div className={styles['offline']}>
            <Banner tone="warn" live>
              {tc('offlineBanner')}
            </Banner>
          </div>
        )}
        <Outlet />
      </main>
    </div>
  );
}
