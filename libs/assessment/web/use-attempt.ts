import { request, type RequestFailure } from '@skillhall/ui/graphql';
import { useViewer } from '@skillhall/ui/session';
import { useCallback, useEffect, useRef, useState } from 'react';
import { clockOffset } from './attempt-clock.js';
import { attemptQuery } from './documents.js';
import { highestSeq, type Attempt, type QueuedAnswer, type Snapshot } from './outbox/attempt-store.js';
import { deviceOutbox } from './outbox/device-outbox.js';
import { usePulse } from './use-pulse.js';

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
  /** Shows what was just kept, and delivers what waits: this device has the paper again. */
  readonly resume: () => Promise<void>;
  /** Asks the server for the attempt; false when it could not be reached. */
  readonly reload: () => Promise<boolean>;
}

interface Kept {
  readonly snapshot: Snapshot | undefined;
  readonly queued: readonly QueuedAnswer[];
}

const nothing: Kept = { snapshot: undefined, queued: [] };

/** Keeps what the server says of the attempt on this device. */
export async function keepAttempt(accountId: string, attempt: Attempt, askedAt: number): Promise<void> {
  const { store } = await deviceOutbox();
  await store.keep(accountId, attempt, clockOffset(attempt.serverNow, askedAt, Date.now()));
}

/** An attempt as it stands: what the server last said, overlaid by what waits on this device. */
export function useAttempt(attemptId: string): AttemptState {
  const { accountId } = useViewer();
  const [{ snapshot, queued }, setKept] = useState<Kept>(nothing);
  const [durable, setDurable] = useState(true);
  const [failure, setFailure] = useState<RequestFailure>();
  const [missing, setMissing] = useState(false);

  const reads = useRef({ begun: 0, shown: 0 });
  const read = useCallback(async () => {
    const turn = ++reads.current.begun;
    const { store } = await deviceOutbox();
    const kept = await store.paper(accountId, attemptId);
    // A read that began earlier must not put back what a later one has already replaced.
    if (turn < reads.current.shown) return;
    reads.current.shown = turn;
    setDurable(store.durable);
    setKept(kept);
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

  usePulse(snapshot, read, reload);
  const answer = useCallback(
    async (questionId: string, choice: readonly string[]) => {
      const outbox = await deviceOutbox();
      const kept = await outbox.store.snapshot(attemptId);
      await outbox.put({ accountId, attemptId, questionId, choice }, highestSeq(kept?.attempt.answers ?? []));
      // Only now may the page let go of the tap: what it then shows comes from here.
      await read();
    },
    [accountId, attemptId, read],
  );
  const setFlags = useCallback(
    async (flags: readonly string[]) => {
      await (await deviceOutbox()).store.setFlags(attemptId, flags);
      await read();
    },
    [attemptId, read],
  );
  const resume = useCallback(async () => {
    await read();
    await (await deviceOutbox()).flush();
  }, [read]);
  return { resume, snapshot, queued, missing: missing && !snapshot, failure: snapshot ? undefined : failure, durable, answer, setFlags, reload };
}
