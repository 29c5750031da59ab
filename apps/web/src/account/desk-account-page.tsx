import { usePhrases } from '@skillhall/ui/i18n';
import { Page, Section } from '@skillhall/ui/page';
import { useViewer } from '@skillhall/ui/session';
import type { ReactNode } from 'react';
import styles from './account.module.css';
import { ChangePassword } from './password-page.js';
import { phrases } from './phrases.js';
import { SessionList } from './session-list.js';
import { LanguageChoice, ThemeChoice } from './settings.js';

export function DeskAccountPage(): ReactNode {
  const t = usePhrases(phrases);
  const { name, login } = useViewer();
  return (
    <Page title={t('account')} lead={`${name} · ${login}`} help={<p>{t('help')}</p>}>
      <div className={styles['columns']}>
        <Section title={t('settings')}>
          <LanguageChoice />
          <ThemeChoice />
        </Section>
        <Section title={t('sessions')}>
          <p className={styles['soft']}>{t('sessionsLead')}</p>
          <SessionList />
        </Section>
        <Section title={t('password')}>
          <ChangePassword sessionsAt="/desk/account" />
        </Section>
      </div>
    </Page>
  );
}
