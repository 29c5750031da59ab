import { usePhrases } from '@skillhall/ui/i18n';
import { useTitle } from '@skillhall/ui/page';
import { Button } from '@skillhall/ui/pieces';
import { loadSession, signOut, useViewer } from '@skillhall/ui/session';
import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { ChangePasswordForm } from './change-password-form.js';
import { LanguageLinks } from './language-links.js';
import { phrases } from './phrases.js';
import styles from './sign-in.module.css';

/** The step between the first sign-in and the app. */
export function NewPasswordPage(): ReactNode {
  const t = usePhrases(phrases);
  const viewer = useViewer();
  useTitle(t('newTitle'));
  if (!viewer.mustChangePassword) return <Navigate to="/" replace />;
  return (
    <main className={styles['page']}>
      <div className={styles['box']}>
        <header>
          <h1>{t('newTitle')}</h1>
          <p>{t('newLead')}</p>
        </header>
        <ChangePasswordForm initial onChanged={() => void loadSession()} />
        <Button look="quiet" wide onClick={() => void signOut().catch(() => {})}>
          {t('signOut')}
        </Button>
        <LanguageLinks />
      </div>
    </main>
  );
}
