import { LearningRecord } from '@skillhall/learning/web';
import { usePhrases } from '@skillhall/ui/i18n';
import { Card, Rows } from '@skillhall/ui/pieces';
import { Screen } from '@skillhall/ui/screen';
import { useViewer } from '@skillhall/ui/session';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { sidesOf } from '../shell/sides.js';
import styles from './account.module.css';
import { phrases } from './phrases.js';
import { LanguageChoice, ThemeChoice } from './settings.js';
import { SignOutButton } from './sign-out-button.js';

function Row({ to, children }: { readonly to: string; readonly children: ReactNode }): ReactNode {
  return (
    <li>
      <Link to={to} className={styles['row']}>
        {children}
        <svg viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" aria-hidden>
          <path d="M9 5l7 7-7 7" />
        </svg>
      </Link>
    </li>
  );
}

/** Who I am here, what I have learnt, my settings. */
export function MePage(): ReactNode {
  const t = usePhrases(phrases);
  const viewer = useViewer();
  const { person } = viewer;
  const lead = person
    ? [person.unit.name, person.post?.name ?? t('noPost'), t('staffNumber', { number: person.staffNumber })].join(' · ')
    : viewer.login;
  return (
    <Screen title={viewer.name} lead={lead} help={<p>{t('meHelp')}</p>}>
      {person && <LearningRecord />}
      {person && (
        <Rows>
          <Row to="/exams">{t('exams')}</Row>
        </Rows>
      )}
      <Card className={styles['settings']!}>
        <h2>{t('settings')}</h2>
        <LanguageChoice />
        <ThemeChoice />
      </Card>
      <Rows>
        {sidesOf(viewer).includes('desk') && <Row to="/desk">{t('desk')}</Row>}
        <Row to="/me/sessions">{t('sessions')}</Row>
        <Row to="/me/password">{t('password')}</Row>
      </Rows>
      <SignOutButton />
    </Screen>
  );
}
