import { roles } from '@skillhall/kernel';
import { common, roleWords, usePhrases } from '@skillhall/ui/i18n';
import { Button } from '@skillhall/ui/pieces';
import { useEffect, useState, type ReactNode } from 'react';
import { phrases } from './phrases.js';
import styles from './sign-in.module.css';

interface DemoAccount {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly role?: string;
  readonly unit?: string;
}

const isAccount = (value: unknown): value is DemoAccount => {
  const { login, password, name } = (value ?? {}) as Record<string, unknown>;
  return typeof login === 'string' && typeof password === 'string' && typeof name === 'string';
};

async function readAccounts(): Promise<DemoAccount[]> {
  try {
    const response = await fetch('/demo-accounts.json', { headers: { accept: 'application/json' } });
    const found: unknown = response.ok ? await response.json() : [];
    return Array.isArray(found) ? found.filter(isAccount) : [];
  } catch {
    return [];
  }
}

/** Sign-ins of a demonstration; a real server does not have them. */
export function DemoAccounts({ onChoose, busy }: { readonly onChoose: (login: string, password: string) => void; readonly busy: boolean }): ReactNode {
  const t = usePhrases(phrases);
  const tc = usePhrases(common);
  const roleName = (role: string | undefined) => {
    const known = roles.find((each) => each === role);
    return known ? tc(roleWords[known]) : role;
  };
  const [accounts, setAccounts] = useState<readonly DemoAccount[]>([]);
  useEffect(() => {
    let gone = false;
    void readAccounts().then((found) => !gone && setAccounts(found));
    return () => {
      gone = true;
    };
  }, []);
  if (accounts.length === 0) return null;
  return (
    <section className={styles['demo']}>
      <h2>{t('demo')}</h2>
      <p>{t('demoLead')}</p>
      <ul>
        {accounts.map(({ login, password, name, role, unit }) => (
          <li key={login}>
            <Button wide disabled={busy} className={styles['demoAccount']} onClick={() => onChoose(login, password)}>
              <span>{roleName(role) ?? name}</span>
              <small>{[role && name, unit].filter(Boolean).join(' · ')}</small>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
