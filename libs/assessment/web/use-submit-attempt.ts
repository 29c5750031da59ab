import { request } from '@skillhall/ui/graphql';
import { useViewer } from '@skillhall/ui/session';
import { useCallback, useEffect, useRef, useState } from 'react';
import { submitAttemptMutation } from './documents.js';
import { deviceOutbox } from './outbox/device-outbox.js';
import { keepAttempt } from './use-attempt.js';

export type Submitting =
  | 'no'
  /** The last answers go out, then the paper. */
  | 'delivering'
  /** No way to the server; tried again until it works. */
  | 'waiting';

const againMs = 3000;

/**
 * Hands the paper in: first what is under the pen (`settle`) and every answer, then the paper itself, again and again until the server has said yes.
 * Submitting twice does no harm: the server gives the same receipt.
 */
export function useSubmitAttempt(attemptId: string, settle: () => Promise<void>, onSubmitted: () => Promise<unknown>): readonly [Submitting, submit: () => void] {
  const { accountId } = useViewer();
  const [state, setState] = useState<Submitting>('no');
  const wanted = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = useRef(false);

  const attempt = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    clearTimeout(timer.current);
    const askedAt = Date.now();
    try {
      await settle();
      const { flush } = await deviceOutbox();
      if (!(await flush())) throw new Error('answers still wait');
      const { submitAttempt: result } = await request(submitAttemptMutation, { attemptId });
      if (result.__typename === 'SubmitAttemptSuccess') await keepAttempt(accountId, result.attempt, askedAt);
      wanted.current = false;
      await onSubmitted();
      setState('no');
    } catch {
      setState('waiting');
      timer.current = setTimeout(() => void attempt(), againMs);
    } finally {
      busy.current = false;
    }
  }, [attemptId, accountId, settle, onSubmitted]);

  useEffect(() => {
    const now = () => {
      if (wanted.current) void attempt();
    };
    window.addEventListener('online', now);
    return () => {
      window.removeEventListener('online', now);
      clearTimeout(timer.current);
    };
  }, [attempt]);

  const submit = useCallback(() => {
    if (wanted.current) return;
    wanted.current = true;
    setState('delivering');
    void attempt();
  }, [attempt]);
  return [state, submit];
}
