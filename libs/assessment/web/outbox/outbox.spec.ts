import fc from 'fast-check';
import type { QueuedAnswer, SavedAnswer } from './attempt-store.js';
import { anAttempt } from '../testing/an-attempt.js';
import { memoryStore } from './memory-store.js';
import { createOutbox, type Delivery, type Outbox, type Server } from './outbox.js';

/** A server with the log of the real one: a number is used once; the highest number of a question wins. */
class LogServer implements Server {
  readonly log = new Map<number, { questionId: string; choice: string }>();
  readonly sent: QueuedAnswer[] = [];
  /** What happens to the next requests: nothing gets there, or it gets there and the answer is lost. */
  readonly weather: ('cut' | 'lostAnswer' | 'busy')[] = [];
  closed = false;
  underWay = 0;
  mostUnderWay = 0;

  async send(entry: QueuedAnswer): Promise<Delivery> {
    this.mostUnderWay = Math.max(this.mostUnderWay, ++this.underWay);
    await Promise.resolve();
    this.underWay--;
    const weather = this.weather.shift();
    if (weather === 'cut') return { kind: 'lost' };
    if (weather === 'busy') return { kind: 'busy', waitMs: 5000 };
    this.sent.push(entry);
    const delivery = this.write(entry.clientSeq, entry.questionId, entry.choice.join());
    return weather === 'lostAnswer' ? { kind: 'lost' } : delivery;
  }

  write(clientSeq: number, questionId: string, choice: string): Delivery {
    const there = this.log.get(clientSeq);
    if (there) return there.questionId === questionId && there.choice === choice ? { kind: 'saved', savedAt: 'then' } : { kind: 'conflict' };
    if (this.closed) return { kind: 'refused', reason: '已经交卷' };
    this.log.set(clientSeq, { questionId, choice });
    return { kind: 'saved', savedAt: 'now' };
  }

  async answersOf(): Promise<readonly SavedAnswer[] | undefined> {
    return this.weather[0] === 'cut' ? undefined : this.fold();
  }

  fold(): SavedAnswer[] {
    const latest = new Map<string, SavedAnswer>();
    for (const [clientSeq, { questionId, choice }] of [...this.log].sort(([a], [b]) => a - b))
      latest.set(questionId, { questionId, choice: choice === '' ? [] : choice.split(','), clientSeq, savedAt: 'now' });
    return [...latest.values()];
  }

  choiceOf = (questionId: string): string | undefined => this.fold().find((answer) => answer.questionId === questionId)?.choice.join();
}

async function device(server: LogServer, heldBack?: () => Promise<boolean>) {
  const store = memoryStore();
  await store.keep('me', anAttempt(), 0);
  const waits: { work: () => void; ms: number }[] = [];
  const outbox: Outbox = createOutbox({
    store,
    server,
    accountId: () => 'me',
    later: (work, ms) => {
      const wait = { work, ms };
      waits.push(wait);
      return () => void waits.splice(waits.indexOf(wait) >>> 0, 1);
    },
    alone: (work) => work(),
    changed: () => {},
    ...(heldBack && { heldBack }),
  });
  const choose = (questionId: string, ...choice: string[]) => outbox.put({ accountId: 'me', attemptId: 'attempt', questionId, choice }, 0);
  return { store, outbox, choose, waits, left: () => store.queued('me') };
}

describe('the outbox', () => {
  it('delivers an answer and forgets it only then', async () => {
    const server = new LogServer();
    const { choose, outbox, left } = await device(server);
    await choose('q1', 'A');
    expect(await outbox.flush()).toBe(true);
    expect(server.choiceOf('q1')).toBe('A');
    expect(await left()).toEqual([]);
  });

  it('keeps answers without a network and waits longer each time, up to 15 seconds', async () => {
    const server = new LogServer();
    const { choose, outbox, waits, left } = await device(server);
    server.weather.push(...Array.from({ length: 8 }, () => 'cut' as const));
    await choose('q1', 'A');
    const waited: number[] = [];
    for (let round = 0; round < 7; round++) {
      await outbox.flush();
      waited.push(waits.at(-1)!.ms);
    }
    expect(waited.at(-1)).toBe(15_000);
    expect([...waited].sort((a, b) => a - b)).toEqual(waited);
    expect(waits).toHaveLength(1);
    expect(await left()).toHaveLength(1);
    server.weather.length = 0;
    expect(await outbox.flush()).toBe(true);
    expect(server.choiceOf('q1')).toBe('A');
  });

  it('waits as long as a busy server asks', async () => {
    const server = new LogServer();
    const { choose, outbox, waits } = await device(server);
    server.weather.push('busy');
    await choose('q1', 'A');
    await outbox.flush();
    expect(waits.map(({ ms }) => ms)).toEqual([5000]);
  });

  it('sends one answer at a time, and of two choices of a question the later one wins', async () => {
    const server = new LogServer();
    const { choose, outbox } = await device(server);
    await Promise.all([choose('q1', 'A'), choose('q2', 'B'), choose('q1', 'C')]);
    await outbox.flush();
    expect(server.mostUnderWay).toBe(1);
    expect([server.choiceOf('q1'), server.choiceOf('q2')]).toEqual(['C', 'B']);
  });

  it('writes nothing twice when only the answer of the server was lost', async () => {
    const server = new LogServer();
    const { choose, outbox, left } = await device(server);
    server.weather.push('lostAnswer');
    await choose('q1', 'A');
    await outbox.flush();
    await outbox.flush();
    expect(server.log.size).toBe(1);
    expect(await left()).toEqual([]);
  });

  it('goes above the numbers of another device, so that the choice made last counts', async () => {
    const server = new LogServer();
    const { choose, outbox } = await device(server);
    server.weather.push('cut', 'cut');
    await choose('q1', 'A');
    await outbox.flush();
    server.weather.length = 0;
    // Number 1 is still free, but below the other device's: sent under it, the answer would be taken and not count.
    server.write(5, 'q1', 'D');
    await outbox.flush();
    expect(server.choiceOf('q1')).toBe('A');
  });

  it('takes another number when another device has used its own', async () => {
    const server = new LogServer();
    const { choose, outbox } = await device(server);
    server.write(1, 'q2', 'D');
    await outbox.flush();
    await choose('q1', 'A');
    await outbox.flush();
    expect([server.choiceOf('q1'), server.choiceOf('q2')]).toEqual(['A', 'D']);
  });

  it('keeps what came too late, with the reason, and stops sending it', async () => {
    const server = new LogServer();
    const { choose, outbox, left } = await device(server);
    server.closed = true;
    await choose('q1', 'A');
    expect(await outbox.flush()).toBe(true);
    expect((await left()).map(({ refused }) => refused)).toEqual(['已经交卷']);
    await outbox.flush();
    expect(server.sent).toHaveLength(1);
  });

  it('does not take an order for the same when only its items are', async () => {
    const server = new LogServer();
    const { choose, outbox, left } = await device(server);
    server.weather.push('cut');
    await choose('q1', 'A', 'B');
    await outbox.flush();
    // Another device has used the number for the other order.
    server.write(1, 'q1', 'B,A');
    await outbox.flush();
    expect(server.choiceOf('q1')).toBe('A,B');
    expect(await left()).toEqual([]);
  });

  it('takes the keys of several right options for the same in any order', async () => {
    const server = new LogServer();
    const { choose, outbox } = await device(server);
    server.weather.push('cut');
    await choose('q2', 'C', 'A');
    await outbox.flush();
    server.write(1, 'q2', 'A,C');
    await outbox.flush();
    expect(server.log.size).toBe(1);
  });

  it('holds back what waits while another device has the paper, and sends it above the other’s numbers when it goes on here', async () => {
    const server = new LogServer();
    let held = true;
    const { choose, outbox, left } = await device(server, async () => held);
    await choose('q1', 'A');
    expect(await outbox.flush()).toBe(true);
    expect([server.sent, await left()]).toEqual([[], [expect.objectContaining({ questionId: 'q1' })]]);
    server.write(4, 'q1', 'D');
    held = false;
    await outbox.flush();
    expect(server.choiceOf('q1')).toBe('A');
    expect(await left()).toEqual([]);
  });

  it('loses no answer and keeps the last choice, whatever the network does and whoever else writes', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('choose' as const), question: fc.constantFrom('q1', 'q2', 'q3'), choice: fc.constantFrom('A', 'B', 'C') }),
      fc.record({ kind: fc.constant('other' as const), question: fc.constantFrom('q4', 'q5'), gap: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ kind: fc.constant('weather' as const), weather: fc.constantFrom('cut' as const, 'lostAnswer' as const, 'busy' as const) }),
      fc.constant({ kind: 'flush' as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const server = new LogServer();
        const { choose, outbox, left } = await device(server);
        const wanted = new Map<string, string>();
        for (const each of steps) {
          if (each.kind === 'choose') {
            wanted.set(each.question, each.choice);
            await choose(each.question, each.choice);
          } else if (each.kind === 'other') server.write(Math.max(0, ...server.log.keys()) + each.gap, each.question, 'Z');
          else if (each.kind === 'weather') server.weather.push(each.weather);
          else await outbox.flush();
        }
        server.weather.length = 0;
        for (let round = 0; round < 5 && !(await outbox.flush()); round++);
        expect(await left()).toEqual([]);
        for (const [question, choice] of wanted) expect(server.choiceOf(question)).toBe(choice);
      }),
    );
  });
});
