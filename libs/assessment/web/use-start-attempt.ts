import { request } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { useViewer } from '@skillhall/ui/session';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { startAttemptMutation } from './documents.js';
import { attemptPath } from './paths.js';
import { phrases } from './phrases.js';
import { keepAttempt } from './use-attempt.js';

interface Starting {
  readonly start: () => Promise<void>;
  readonly busy: boolean;
  readonly fault: string | undefined;
}

/** Starts an attempt, or goes on with the open one, and opens its paper: kept on this device before it is shown. */
export function useStartAttempt(quizId: string, courseId: string | null): Starting {
  const t = usePhrases(phrases);
  const go = useNavigate();
  const { accountId } = useViewer();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const start = async () => {
    if (busy) return;
    setBusy(true);
    setFault(undefined);
    const askedAt = Date.now();
    try {
      const { startAttempt: result } = await request(startAttemptMutation, { quizId });
      if (result.__typename !== 'StartAttemptSuccess') return setFault(result.message);
      await keepAttempt(accountId, result.attempt, askedAt);
      await go(attemptPath(result.attempt.id, courseId));
    } catch {
      setFault(t('startFailed'));
    } finally {
      setBusy(false);
    }
  };
  return { start, busy, fault };
}
