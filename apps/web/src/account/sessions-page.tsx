import { usePhrases } from '@skillhall/ui/i18n';
import { Screen } from '@skillhall/ui/screen';
import type { ReactNode } from 'react';
import { phrases } from './phrases.js';
import { SessionList } from './session-list.js';

export function SessionsPage(): ReactNode {
  const t = usePhrases(phrases);
  return (
    <Screen title={t('sessions')} lead={t('sessionsLead')} back="/me">
      <SessionList />
    </Screen>
  );
}
