import { request, type RequestFailure } from '@skillhall/ui/graphql';
import { useViewer } from '@skillhall/ui/session';
import { useCallback, useEffect, useState } from 'react';
import { devicePractice } from './device-practice.js';
import { practiceQuery } from './documents.js';
import type { KeptRound, Round } from './round-store.js';

export interface RoundState {
  readonly kept: KeptRound | undefined;
  /** The server has no such round for this person. */
  readonly missing: boolean;
  /** Only when there is nothing to show instead. */
  readonly failure: RequestFailure | undefined;
  /** Answers survive a reload of this page. */
  readonly durable: boolean;
  readonly answer: (position: number, choice: readonly string[]) => Promise<void>;
  readonly reload: () => Promise<void>;
}

/** Keeps a round as the server says it stands on this device. */
export async function keepRound(accountId: string, round: Round): Promise<void> {
  const { store, tell } = await devicePractice();
  await store.keep(accountId, round);
  tell();
}

/** A round as it stands: what the server last said, overlaid by what waits on this device. */
export function useRound(practiceId: string): RoundState {
  const { accountId } = useViewer();
  const [kept, setKept] = useState<KeptRound>();
  const [durable, setDurable] = useState(true);
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();

  const read = useCallback(async () => {
    const { store } = await devicePractice();
    setDurable(store.records.durable);
    setKept(await store.of(accountId, practiceId));
  }, [accountId, practiceId]);

  const reload = useCallback(async () => {
    try {
      const { practice } = await request(practiceQuery, { id: practiceId });
      if (practice) await keepRound(accountId, practice);
      setMissing(practice === null);
      setFailure(undefined);
      await read();
    } catch (error) {
      setFailure(error as RequestFailure);
    }
  }, [accountId, practiceId, read]);

  useEffect(() => {
    let stop = () => {};
    let gone = false;
    void devicePractice().then(({ subscribe }) => {
      if (!gone) stop = subscribe(() => void read());
    });
    void read().then(reload);
    return () => {
      gone = true;
      stop();
    };
  }, [read, reload]);

  const answer = useCallback(
    async (position: number, choice: readonly string[]) => {
      await (await devicePractice()).put(practiceId, position, choice);
      await read();
    },
    [practiceId, read],
  );
  return { kept, missing: missing && !kept, failure: kept ? undefined : failure, durable, answer, reload };
}
