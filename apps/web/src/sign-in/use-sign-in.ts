import { request, type RequestFailure } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { welcome } from '@skillhall/ui/session';
import { useState } from 'react';
import { phrases } from './phrases.js';
import { signInMutation } from './sign-in.js';
import { useCountdown } from './use-countdown.js';

interface SignInState {
  readonly signIn: (login: string, password: string) => Promise<void>;
  readonly busy: boolean;
  readonly fault: string | undefined;
  /** Seconds during which the server takes no further attempt. */
  readonly wait: number;
}

export function useSignIn(): SignInState {
  const t = usePhrases(phrases);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const [wait, startWait] = useCountdown();
  const signIn = async (login: string, password: string) => {
    if (busy) return;
    setBusy(true);
    setFault(undefined);
    try {
      const { signIn: result } = await request(signInMutation, { login: login.trim(), password });
      if (result.__typename === 'SignInSuccess') return welcome(result.viewer);
      if (result.__typename === 'TooManyAttemptsError') startWait(result.retryAfterSeconds);
      else setFault(result.message);
    } catch (error) {
      const { kind, message } = error as RequestFailure;
      setFault(kind === 'network' ? t('unreachable') : message);
    } finally {
      setBusy(false);
    }
  };
  return { signIn, busy, fault, wait };
}
