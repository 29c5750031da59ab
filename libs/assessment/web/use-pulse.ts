import { request } from '@skillhall/ui/graphql';
import { useEffect } from 'react';
import { clockOffset } from './attempt-clock.js';
import type { Snapshot } from './outbox/attempt-store.js';
import { deviceOutbox } from './outbox/device-outbox.js';
import { attemptPulseQuery } from './sitting-documents.js';

const everyMs = 60_000;

/**
 * Of an open paper of an exam: each minute, and when one comes back to the page, whether more time was given, another
 * device has the paper, or it was handed in.
 */
export function usePulse(snapshot: Snapshot | undefined, read: () => Promise<unknown>, reload: () => Promise<unknown>): void {
  const id = snapshot?.attempt.state === 'open' && snapshot.attempt.sittingId !== null ? snapshot.attemptId : undefined;
  useEffect(() => {
    if (id === undefined) return undefined;
    const look = async () => {
      if (document.visibilityState !== 'visible') return;
      const askedAt = Date.now();
      const { attempt } = await request(attemptPulseQuery, { id });
      if (!attempt) return;
      if (attempt.state !== 'open') return void reload();
      const { deadline, deviceId, serverNow } = attempt;
      await (await deviceOutbox()).store.update(id, { deadline, deviceId, serverNow }, clockOffset(serverNow, askedAt, Date.now()));
      await read();
    };
    const quietly = () => void look().catch(() => {});
    const timer = setInterval(quietly, everyMs);
    document.addEventListener('visibilitychange', quietly);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', quietly);
    };
  }, [id, read, reload]);
}
