import { createHash, webcrypto } from 'node:crypto';
import { sealAnswers } from './sealed-export.js';
import { anAttempt } from './testing/an-attempt.js';

const entry = { accountId: 'me', attemptId: 'attempt', questionId: 'q2', choice: ['A', 'C'], clientSeq: 7, entryId: 'x', answeredAt: '2026-11-23T01:59:00Z' };

describe('the file of answers that did not arrive', () => {
  const { crypto } = globalThis;
  afterEach(() => Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true }));

  it('names the attempt, each answer with its time, and carries the digest of all the rest', async () => {
    Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
    const { digest, ...rest } = await sealAnswers(anAttempt({ sittingId: 'sitting' }), [entry], new Date('2026-11-23T02:05:00Z'));
    expect(rest).toMatchObject({ attemptId: 'attempt', sittingId: 'sitting', deadline: '2026-11-23T02:00:00Z', exportedAt: '2026-11-23T02:05:00.000Z' });
    expect(rest.answers).toEqual([{ questionId: 'q2', position: 2, choice: ['A', 'C'], clientSeq: 7, answeredAt: '2026-11-23T01:59:00Z', refused: null }]);
    expect(digest).toBe(createHash('sha256').update(JSON.stringify(rest)).digest('hex'));
  });

  it('is made without a digest where the browser cannot compute one', async () => {
    Object.defineProperty(globalThis, 'crypto', { value: { getRandomValues: webcrypto.getRandomValues.bind(webcrypto) }, configurable: true });
    expect((await sealAnswers(anAttempt(), [entry], new Date())).digest).toBeNull();
  });
});
