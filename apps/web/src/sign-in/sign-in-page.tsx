import { useQuery } from '@skillhall/ui/graphql';
import { common, usePhrases } from '@skillhall/ui/i18n';
import { useTitle } from '@skillhall/ui/page';
import { Banner, Button, Field } from '@skillhall/ui/pieces';
import { useSession } from '@skillhall/ui/session';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { GoTo } from '../shell/starting.js';
import { DemoAccounts } from './demo-accounts.js';
import { LanguageLinks } from './language-links.js';
import { phrases } from './phrases.js';
import { optionsQuery, safeTarget } from './sign-in.js';
import styles from './sign-in.module.css';
import { useSignIn } from './use-sign-in.js';

function PasswordForm({ state }: { readonly state: ReturnType<typeof useSignIn> }): ReactNode {
  const t = usePhrases(phrases);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (login.trim() !== '' && password !== '' && state.wait === 0) void state.signIn(login, password);
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <Field
        label={t('login')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        autoFocus
        value={login}
        onChange={(event) => setLogin(event.target.value)}
        fault={tried && login.trim() === '' ? t('needLogin') : undefined}
      />
      <Field
        label={t('password')}
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        fault={tried && password === '' ? t('needPassword') : undefined}
      />
      {state.fault && state.wait === 0 && (
        <Banner tone="bad" live>
          {state.fault}
        </Banner>
      )}
      {state.wait > 0 && <Banner tone="warn">{t('waitSeconds', { n: state.wait })}</Banner>}
      <Button look="main" wide type="submit" busy={state.busy} disabled={state.wait > 0}>
        {t('signIn')}
      </Button>
    </form>
  );
}

export function SignInPage(): ReactNode {
  const t = usePhrases(phrases);
  const tc = usePhrases(common);
  const session = useSession();
  const [search] = useSearchParams();
  const options = useQuery(optionsQuery, {}).data?.signInOptions;
  const state = useSignIn();
  useTitle(t('title'));
  const target = safeTarget(search.get('to'));
  if (session.status === 'signedIn') return <GoTo to={target} />;
  return (
    <main className={styles['page']}>
      <div className={styles['box']}>
        <header>
          <img src="/icon.svg" width="56" height="56" alt="" />
          <h1>{tc('appName')}</h1>
          <p>{t('lead')}</p>
        </header>
        {session.status === 'signedOut' && session.ended && <Banner tone="note">{t('ended')}</Banner>}
        {options?.password !== false && <PasswordForm state={state} />}
        {options?.oidcLabel && (
          <>
            {options.password && <p className={styles['or']}>{t('or')}</p>}
            <a className={styles['oidc']} href={`/auth/oidc/start?to=${encodeURIComponent(target)}`}>
              {t('withOidc', { name: options.oidcLabel })}
            </a>
          </>
        )}
        <DemoAccounts busy={state.busy || state.wait > 0} onChoose={(login, password) => void state.signIn(login, password)} />
        <LanguageLinks />
      </div>
    </main>
  );
}
