import 'fake-indexeddb/auto';
import { anAttempt } from '../testing/an-attempt.js';
import type { AttemptStore } from './attempt-store.js';
import { indexedStore } from './indexed-store.js';
import { memoryStore } from './memory-store.js';

const answer = (questionId: string, ...choice: string[]) => ({ accountId: 'me', attemptId: 'attempt', questionId, choice });

describe.each<[string, () => Promise<AttemptStore>]>([
  ['in IndexedDB', indexedStore],
  ['in memory', async () => memoryStore()],
])('a store %s', (_name, open) => {
  let store: AttemptStore;
  beforeEach(async () => {
    store = await open();
    await store.forgetAccount('me');
    await store.keep('me', anAttempt(), 1000);
  });

  it('gives every answer a higher number than all before it, here and at the server', async () => {
    expect((await store.put(answer('q1', 'A'), 0)).clientSeq).toBe(1);
    expect((await store.put(answer('q2', 'A'), 7)).clientSeq).toBe(8);
    const entry = (await store.queued('me')).at(-1)!;
    await store.acknowledge(entry, 'now');
    expect((await store.put(answer('q1', 'B'), 0)).clientSeq).toBe(9);
  });

  it('never gives the same number to two answers put at once', async () => {
    const entries = await Promise.all(['q1', 'q2', 'q3', 'q4'].map((question) => store.put(answer(question, 'A'), 0)));
    expect(new Set(entries.map(({ clientSeq }) => clientSeq)).size).toBe(4);
  });

  it('takes no answer to a paper that is not kept here', async () => {
    await expect(store.put({ ...answer('q1', 'A'), attemptId: 'another' }, 0)).rejects.toThrow('not kept');
  });

  it('keeps the latest choice of a question only', async () => {
    await store.put(answer('q1', 'A'), 0);
    await store.put(answer('q1', 'C'), 0);
    expect((await store.queued('me')).map(({ choice }) => choice)).toEqual([['C']]);
  });

  it('does not take an acknowledgement of a former choice for the present one', async () => {
    const former = await store.put(answer('q1', 'A'), 0);
    await store.put(answer('q1', 'B'), 0);
    await store.acknowledge(former, 'now');
    expect((await store.queued('me')).map(({ choice }) => choice)).toEqual([['B']]);
  });

  it('moves an acknowledged answer into the paper kept for later', async () => {
    await store.acknowledge(await store.put(answer('q1', 'A'), 0), '2026-11-23T01:10:00Z');
    expect(await store.queued('me')).toEqual([]);
    expect((await store.snapshot('attempt'))?.attempt.answers).toEqual([
      { questionId: 'q1', choice: ['A'], clientSeq: 1, savedAt: '2026-11-23T01:10:00Z' },
    ]);
  });

  it('keeps flags and numbers when the server sends the attempt again', async () => {
    await store.put(answer('q1', 'A'), 4);
    await store.setFlags('attempt', ['q2']);
    await store.keep('me', anAttempt(), 2000);
    expect(await store.snapshot('attempt')).toMatchObject({ flags: ['q2'], lastSeq: 5, offsetMs: 2000 });
  });

  it('does not forget an acknowledged answer when an older state of the attempt arrives late', async () => {
    await store.acknowledge(await store.put(answer('q1', 'A'), 0), 'now');
    await store.keep('me', anAttempt(), 0);
    expect((await store.snapshot('attempt'))?.attempt.answers.map(({ choice }) => choice)).toEqual([['A']]);
  });

  it('takes over what another device has answered since', async () => {
    await store.acknowledge(await store.put(answer('q1', 'A'), 0), 'now');
    await store.keep('me', anAttempt({ answers: [{ questionId: 'q1', choice: ['D'], clientSeq: 9, savedAt: 'later' }] }), 0);
    expect((await store.snapshot('attempt'))?.attempt.answers.map(({ choice }) => choice)).toEqual([['D']]);
  });

  it('shows nobody the answers of another account', async () => {
    await store.put(answer('q1', 'A'), 0);
    expect(await store.queued('somebody else')).toEqual([]);
    expect(await store.snapshots('somebody else')).toEqual([]);
  });

  it('keeps a refused answer and its reason, for the person to see', async () => {
    await store.refuse(await store.put(answer('q1', 'A'), 0), '已经交卷');
    expect((await store.queued('me')).map(({ refused }) => refused)).toEqual(['已经交卷']);
  });
});
