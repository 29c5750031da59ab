import type { KeptConnections } from '@skillhall/platform/database';
import fc from 'fast-check';
import type { AnswerLog, NewAnswer, SaveOutcome } from '../data/answer-log.js';
import { AnswerBatcher, type PendingAnswer } from './answer-batcher.js';

const saved: SaveOutcome = { kind: 'saved', savedAt: new Date(0), deviceId: null };
const answer = (clientSeq: number): PendingAnswer => ({ attemptId: 'a', personId: 'p', clientSeq, questionId: 'q', choice: [] });
const sqlError = (code: string): Error => Object.assign(new Error(code), { code });

/** A database whose transactions end when the test says so. */
class SlowDatabase {
  readonly batches: number[][] = [];
  readonly ends: (() => void)[] = [];
  mostAtOnce = 0;
  #running = 0;
  readonly #refuse: (batch: readonly number[]) => Error | undefined;

  constructor(refuse: (batch: readonly number[]) => Error | undefined = () => undefined) {
    this.#refuse = refuse;
  }

  batcher(): AnswerBatcher {
    const log = { append: async (_: unknown, answers: readonly NewAnswer[]) => this.append(answers) };
    const kept = { use: (_: string, work: (run: null) => Promise<unknown>) => this.transact(work) };
    // Only what the batcher uses of the two is played here.
    return new AnswerBatcher(kept as unknown as KeptConnections, log as unknown as AnswerLog);
  }

  private append(answers: readonly NewAnswer[]): SaveOutcome[] {
    const numbers = answers.map(({ clientSeq }) => clientSeq);
    this.batches.push(numbers);
    const error = this.#refuse(numbers);
    if (error) throw error;
    return answers.map(() => saved);
  }

  private async transact(work: (run: null) => Promise<unknown>): Promise<unknown> {
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#running);
    try {
      const result = await work(null);
      await new Promise<void>((end) => this.ends.push(end));
      return result;
    } finally {
      this.#running--;
    }
  }
}

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));
async function endAll({ ends }: SlowDatabase): Promise<void> {
  for (await turn(); ends.length; await turn()) ends.shift()!();
}

describe('the batcher of answers', () => {
  it('writes at once while idle, together what came in one turn, and gathers what comes while two transactions run', async () => {
    const database = new SlowDatabase();
    const batcher = database.batcher();
    const all = [];
    for (const numbers of [[1, 2], [3], [4], [5, 6]]) {
      all.push(...numbers.map((n) => batcher.add(answer(n))));
      await turn();
    }
    expect(database.batches).toEqual([[1, 2], [3]]);
    await endAll(database);
    expect(database.batches).toEqual([[1, 2], [3], [4, 5, 6]]);
    expect(await Promise.all(all)).toEqual([saved, saved, saved, saved, saved, saved]);
  });

  it('acknowledges nothing before the commit', async () => {
    const database = new SlowDatabase();
    let acknowledged = false;
    const outcome = database.batcher().add(answer(1))!.then(() => void (acknowledged = true));
    await turn();
    expect([database.batches.length, acknowledged]).toEqual([1, false]);
    await endAll(database);
    await outcome;
    expect(acknowledged).toBe(true);
  });

  it('tries a refused batch one by one, so that one bad row harms no other', async () => {
    const database = new SlowDatabase((batch) => (batch.includes(4) ? sqlError('22P02') : undefined));
    const batcher = database.batcher();
    const all = Promise.allSettled([1, 2, 3, 4, 5].map((n) => batcher.add(answer(n))));
    await endAll(database);
    expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });

  it.each([['57P01'], ['08006'], ['53100'], ['ECONNREFUSED']])('fails a whole batch at once when the database is gone (%s)', async (code) => {
    const database = new SlowDatabase(() => sqlError(code));
    const batcher = database.batcher();
    const all = Promise.allSettled([1, 2, 3, 4, 5].map((n) => batcher.add(answer(n))));
    await endAll(database);
    expect((await all).every(({ status }) => status === 'rejected')).toBe(true);
    expect(database.batches).toEqual([[1, 2, 3, 4, 5]]);
  });

  it('never runs more than two transactions nor writes more than 500 rows in one, and answers everybody', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 4 }), async (bursts) => {
        const database = new SlowDatabase();
        const batcher = database.batcher();
        const all = bursts.flatMap((size) => Array.from({ length: size }, (_, n) => batcher.add(answer(n))));
        await endAll(database);
        expect(await Promise.all(all)).toHaveLength(all.length);
        expect(database.mostAtOnce).toBeLessThanOrEqual(2);
        expect(Math.max(...database.batches.map((batch) => batch.length))).toBeLessThanOrEqual(500);
      }),
      { numRuns: 20 },
    );
  });

  it('says that it is full instead of growing, and takes answers again afterwards', async () => {
    const database = new SlowDatabase();
    const batcher = database.batcher();
    const taken: Promise<SaveOutcome>[] = [];
    for (let outcome = batcher.add(answer(0)); outcome; outcome = batcher.add(answer(0))) taken.push(outcome);
    expect(taken).toHaveLength(20_000);
    await endAll(database);
    await Promise.all(taken);
    expect(batcher.add(answer(1))).toBeInstanceOf(Promise);
    await endAll(database);
  });

  it('writes what it took in before the process ends', async () => {
    const database = new SlowDatabase();
    const batcher = database.batcher();
    const all = [1, 2, 3, 4].map((n) => batcher.add(answer(n)));
    const ended = batcher.onModuleDestroy();
    await endAll(database);
    await ended;
    expect(await Promise.all(all)).toHaveLength(4);
  });
});
