import { usePhrases } from '@skillhall/ui/i18n';
import { Failed } from '@skillhall/ui/page';
import { loadSession, useSession } from '@skillhall/ui/session';
import type { ReactNode } from 'react';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { phrases } from './phrases.js';
import styles from './root.module.css';
import { Starting } from './starting.js';
import { UpdatePrompt } from './update-prompt.js';

function Going(): ReactNode {
  const { state } = useNavigation();
  const t = usePhrases(phrases);
  return (
    <div role="status" className={state === 'idle' ? 'visually-hidden' : styles['going']!}>
      <span className="visually-hidden">{state === 'idle' ? '' : t('going')}</span>
    </div>
  );
}

/** Around everything: who is here is found out once, before anything is shown. */
export function Root(): ReactNode {
  const session = useSession();
  return (
    <>
      <Going />
      {session.status === 'loading' && <Starting />}
      {session.status === 'unreachable' && (
        <main className={styles['starting']}>
          <Failed whole failure={session.failure} retry={() => void loadSession()} />
        </main>
      )}
      {/* Another person begins with nothing of the former one on the screen. */}
      {session.status === 'signedIn' && <Outlet key={session.viewer.accountId} />}
      {session.status === 'signedOut' && <Outlet />}
      <UpdatePrompt />
      <ScrollRestoration />
    </>
  );
}
