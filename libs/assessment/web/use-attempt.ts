import { request, type RequestFailure } from '@skillhall/ui/graphql';
import { useViewer } from '@skillhall/ui/session';
import { useCallback, useEffect, useState } from 'react';
import { clockOffset } from './attempt-clock.js';
import { attemptQuery } from './documents.js';
import { highestSeq, type Attempt, type QueuedAnswer, type Snapshot } from './outbox/attempt-store.js';
import { deviceOutbox } from './outbox/device-outbox.js';

export interface AttemptState {
  readonly snapshot: Snapshot | undefined;
  readonly queued: readonly QueuedAnswer[];
  /** The server has no such attempt for this person. */
  readonly missing: boolean;
  /** Only when there is nothing to show instead. */
  readonly failure: RequestFailure | undefined;
  /** Answers survive a reload of this page. */
  readonly durable: boolean;
  readonly answer: (questionId: string, choice: readonly string[]) => Promise<void>;
  readonly setFlags: (flags: readonly string[]) => Promise<void>;
  /** Asks the server for the attempt; false when it could not be reached. */
  readonly reload: () => Promise<boolean>;
}

/** Keeps what the server says of the attempt on this device. */
export async function keepAttempt(accountId: string, attempt: Attempt, askedAt: number): Promise<void> {
  const { store } = await deviceOutbox();
  await store.keep(accountId, attempt, clockOffset(attempt.serverNow, askedAt, Date.now()));
}

/** An attempt as it stands: what the server last said, overlaid by what waits on this device. */
export function useAttempt(attemptId: string): AttemptState {
  const { accountId } = useViewer();
  const [snapshot, setSnapshot] = useState<Snapshot>();
  const [queued, setQueued] = useState<readonly QueuedAnswer[]>([]);
  const [durable, setDurable] = useState(true);
  const [failure, setFailure] = useState<RequestFailure>();
  const [missing, setMissing] = useState(false);

  const read = useCallback(async () => {
    const { store } = await deviceOutbox();
    const [kept, waiting] = [await store.snapshot(attemptId), await store.queued(accountId)];
    setDurable(store.durable);
    setSnapshot(kept?.accountId === accountId ? kept : undefined);
    setQueued(waiting.filter((entry) => entry.attemptId === attemptId));
  }, [attemptId, accountId]);

  const reload = useCallback(async () => {
    const askedAt = Date.now();
    try {
      const { attempt } = await request(attemptQuery, { id: attemptId });
      if (attempt) await keepAttempt(accountId, attempt, askedAt);
      setMissing(attempt === null);
      setFailure(undefined);
      await read();
      return true;
    } catch (error) {
      setFailure(error as RequestFailure);
      return false;
    }
  }, [attemptId, accountId, read]);

  useEffect(() => {
    let stop = () => {};
    let gone = false;
    void deviceOutbox().then(({ subscribe }) => {
      if (!gone) stop = subscribe(() => void read());
    });
    void read().then(reload);
    return () => {
      gone = true;
      stop();
    };
  }, [read, reload]);

  const answer = useCallback(
    async (questionId: string, choice: readonly string[]) => {
      const outbox = await deviceOutbox();
      const kept = await outbox.store.snapshot(attemptId);
      await outbox.put({ accountId, attemptId, questionId, choice }, highestSeq(kept?.attempt.answers ?? []));
    },
    [accountId, attemptId],
  );
  const setFlags = useCallback(
    async (flags: readonly string[]) => {
      await (await deviceOutbox()).store.setFlags(attemptId, flags);
      await read();
    },
    [attemptId, read],
  );
  return { snapshot, queued, missing: missing && !snapshot, failure: snapshot ? undefined : failure, durable, answer, setFlags, reload };
}
