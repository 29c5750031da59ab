import { usePhrases } from '@skillhall/ui/i18n';
import { Banner, Card, LinkButton } from '@skillhall/ui/pieces';
import { Screen } from '@skillhall/ui/screen';
import { useState, type ReactNode } from 'react';
import { ChangePasswordForm } from '../sign-in/change-password-form.js';
import { phrases as signInPhrases } from '../sign-in/phrases.js';
import { phrases } from './phrases.js';

/** The form, and after it what else may be worth doing. */
export function ChangePassword({ sessionsAt }: { readonly sessionsAt: string }): ReactNode {
  const t = usePhrases(signInPhrases);
  const ta = usePhrases(phrases);
  const [changed, setChanged] = useState(false);
  if (!changed) return <ChangePasswordForm onChanged={() => setChanged(true)} />;
  return (
    <>
      <Banner tone="good" live>
        {t('changed')} {t('others')}
      </Banner>
      <LinkButton to={sessionsAt}>{ta('sessions')}</LinkButton>
    </>
  );
}

export function PasswordPage(): ReactNode {
  const t = usePhrases(phrases);
  return (
    <Screen title={t('password')} back="/me">
      <Card>
        <ChangePassword sessionsAt="/me/sessions" />
      </Card>
    </Screen>
  );
}
