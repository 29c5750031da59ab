import { randomId } from '@skillhall/ui/store';
import { highestSeq, withAnswer, type AttemptStore, type NewAnswer, type QueuedAnswer, type SavedAnswer, type Snapshot } from './attempt-store.js';

/** The two tables inside one transaction. */
export interface Tables {
  readonly answer: (attemptId: string, questionId: string) => Promise<QueuedAnswer | undefined>;
  readonly answers: () => Promise<QueuedAnswer[]>;
  readonly putAnswer: (entry: QueuedAnswer) => Promise<unknown>;
  readonly dropAnswer: (attemptId: string, questionId: string) => Promise<unknown>;
  readonly snapshot: (attemptId: string) => Promise<Snapshot | undefined>;
  readonly snapshots: () => Promise<Snapshot[]>;
  readonly putSnapshot: (snapshot: Snapshot) => Promise<unknown>;
  readonly dropSnapshot: (attemptId: string) => Promise<unknown>;
}

/** Runs `work` over both tables, all or nothing. */
export type Transact = <T>(mode: 'readonly' | 'readwrite', work: (tables: Tables) => Promise<T>) => Promise<T>;

async function putAnswer(tables: Tables, answer: NewAnswer & Pick<QueuedAnswer, 'answeredAt'>, serverSeq: number): Promise<QueuedAnswer> {
  const snapshot = await tables.snapshot(answer.attemptId);
  const queued = (await tables.answers()).filter(({ attemptId }) => attemptId === answer.attemptId);
  // Without the numbers given out so far an old one could come again, and the server would take it for a repetition.
  if (!snapshot) throw new Error('the paper is not kept on this device');
  const clientSeq = Math.max(serverSeq, snapshot.lastSeq, highestSeq(queued)) + 1;
  const answeredAt = answer.answeredAt ?? new Date(Date.now() + snapshot.offsetMs).toISOString();
  const entry: QueuedAnswer = { ...answer, clientSeq, entryId: randomId(), answeredAt };
  await tables.putAnswer(entry);
  await tables.putSnapshot({ ...snapshot, lastSeq: clientSeq });
  return entry;
}

const same = (entry: QueuedAnswer, now: QueuedAnswer | undefined): boolean => now?.entryId === entry.entryId;

/** The rules of the store over any two tables that have transactions. */
export function tableStore(transact: Transact, durable: boolean): AttemptStore {
  const change = <T>(work: (tables: Tables) => Promise<T>) => transact('readwrite', work);
  const ifSame = (entry: QueuedAnswer, work: (tables: Tables) => Promise<unknown>) =>
    change(async (tables) => {
      if (same(entry, await tables.answer(entry.attemptId, entry.questionId))) await work(tables);
    });
  return {
    durable,
    put: (answer, serverSeq) => change((tables) => putAnswer(tables, answer, serverSeq)),
    queued: (accountId) =>
      transact('readonly', async (tables) =>
        (await tables.answers()).filter((entry) => entry.accountId === accountId).sort((a, b) => a.clientSeq - b.clientSeq),
      ),
    acknowledge: (entry, savedAt) =>
      change(async (tables) => {
        const { attemptId, questionId, choice, clientSeq } = entry;
        if (same(entry, await tables.answer(attemptId, questionId))) await tables.dropAnswer(attemptId, questionId);
        const snapshot = await tables.snapshot(attemptId);
        if (!snapshot) return;
        const answers = withAnswer(snapshot.attempt.answers, { questionId, choice: [...choice], clientSeq, savedAt });
        await tables.putSnapshot({ ...snapshot, attempt: { ...snapshot.attempt, answers } });
      }),
    renumber: (entry, serverSeq) =>
      ifSame(entry, async (tables) => {
        const { accountId, attemptId, questionId, choice, answeredAt } = entry;
        await putAnswer(tables, { accountId, attemptId, questionId, choice, ...(answeredAt !== undefined && { answeredAt }) }, serverSeq);
      }),
    refuse: (entry, reason) => ifSame(entry, (tables) => tables.putAnswer({ ...entry, refused: reason })),
    keep: (accountId, attempt, offsetMs) =>
      change(async (tables) => {
        const former = await tables.snapshot(attempt.id);
        const lastSeq = Math.max(former?.lastSeq ?? 0, highestSeq(attempt.answers));
        // Asked for before an answer was acknowledged, received after it: the acknowledged answer stays.
        const answers = (former?.attempt.answers ?? []).reduce<SavedAnswer[]>((list, each) => withAnswer(list, each), attempt.answers);
        await tables.putSnapshot({ attemptId: attempt.id, accountId, attempt: { ...attempt, answers }, offsetMs, lastSeq, flags: former?.flags ?? [] });
      }),
    update: (attemptId, told, offsetMs) =>
      change(async (tables) => {
        const snapshot = await tables.snapshot(attemptId);
        if (snapshot) await tables.putSnapshot({ ...snapshot, attempt: { ...snapshot.attempt, ...told }, offsetMs: offsetMs ?? snapshot.offsetMs });
      }),
    setFlags: (attemptId, flags) =>
      change(async (tables) => {
        const snapshot = await tables.snapshot(attemptId);
        if (snapshot) await tables.putSnapshot({ ...snapshot, flags });
      }),
    snapshot: (attemptId) => transact('readonly', (tables) => tables.snapshot(attemptId)),
    paper: (accountId, attemptId) =>
      transact('readonly', async (tables) => {
        const snapshot = await tables.snapshot(attemptId);
        const queued = (await tables.answers()).filter((entry) => entry.accountId === accountId && entry.attemptId === attemptId);
        return { snapshot: snapshot?.accountId === accountId ? snapshot : undefined, queued };
      }),
    snapshots: (accountId) =>
      transact('readonly', async (tables) => (await tables.snapshots()).filter((snapshot) => snapshot.accountId === accountId)),
    forgetAttempt: (attemptId) =>
      change(async (tables) => {
        await tables.dropSnapshot(attemptId);
        for (const entry of await tables.answers()) if (entry.attemptId === attemptId) await tables.dropAnswer(attemptId, entry.questionId);
      }),
    forgetAccount: (accountId) =>
      change(async (tables) => {
        for (const entry of await tables.answers()) if (entry.accountId === accountId) await tables.dropAnswer(entry.attemptId, entry.questionId);
        for (const snapshot of await tables.snapshots()) if (snapshot.accountId === accountId) await tables.dropSnapshot(snapshot.attemptId);
      }),
  };
}
