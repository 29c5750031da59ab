import { request, type RequestFailure } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Banner, Button, Field } from '@skillhall/ui/pieces';
import { useState, type FormEvent, type ReactNode } from 'react';
import { phrases } from './phrases.js';
import { changePasswordMutation } from './sign-in.js';
import styles from './sign-in.module.css';
import { useCountdown } from './use-countdown.js';

interface Faults {
  readonly current?: string;
  readonly next?: string;
  readonly again?: string;
  readonly form?: string;
}

interface ChangePasswordFormProps {
  readonly initial?: boolean;
  readonly onChanged: () => void;
}

export function ChangePasswordForm({ initial, onChanged }: ChangePasswordFormProps): ReactNode {
  const t = usePhrases(phrases);
  const [values, setValues] = useState({ current: '', next: '', again: '' });
  const [faults, setFaults] = useState<Faults>({});
  const [busy, setBusy] = useState(false);
  const [wait, startWait] = useCountdown();
  const send = async () => {
    setBusy(true);
    try {
      const { changePassword: result } = await request(changePasswordMutation, { current: values.current, next: values.next });
      if (result.__typename === 'ChangePasswordSuccess') return onChanged();
      if (result.__typename === 'TooManyAttemptsError') startWait(result.retryAfterSeconds);
      else setFaults(result.__typename === 'WeakPasswordError' ? { next: result.message } : { current: result.message });
    } catch (error) {
      setFaults({ form: (error as RequestFailure).kind === 'network' ? t('unreachable') : (error as RequestFailure).message });
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Faults = {
      ...(values.current === '' && { current: t('needCurrent') }),
      ...(values.next === '' && { next: t('needNext') }),
      ...(values.again !== values.next && { again: t('notSame') }),
    };
    setFaults(found);
    if (Object.keys(found).length === 0 && !busy) void send();
  };
  const field = (name: keyof typeof values, label: string, autoComplete: string, hint?: string) => (
    <Field
      label={label}
      type="password"
      autoComplete={autoComplete}
      value={values[name]}
      fault={faults[name]}
      {...(hint !== undefined && { hint })}
      onChange={(event) => setValues({ ...values, [name]: event.target.value })}
    />
  );
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      {field('current', t(initial ? 'currentInitial' : 'current'), 'current-password')}
      {field('next', t('next'), 'new-password', t('nextHint'))}
      {field('again', t('again'), 'new-password')}
      {faults.form && (
        <Banner tone="bad" live>
          {faults.form}
        </Banner>
      )}
      {wait > 0 && <Banner tone="warn">{t('waitSeconds', { n: wait })}</Banner>}
      <Button look="main" wide type="submit" busy={busy} disabled={wait > 0}>
        {t('change')}
      </Button>
    </form>
  );
}
