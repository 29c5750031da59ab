import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { aRound } from '../testing/a-round.js';
import { createPracticeOutbox, type Delivery, type PracticeOutbox } from './practice-outbox.js';
import { memoryRecords, openRecords } from './records.js';
import { type Records, RoundStore, type Told, toSend, type WaitingAnswer } from './round-store.js';

const told = (position: number, choice: readonly string[]): Told => ({ position, choice: [...choice], credit: 1, right: ['A'], explanation: null, judged: null });

/** A server that keeps the first answer to each place, behind a network that may fail before or after it. */
class FirstServer {
  readonly kept = new Map<number, readonly string[]>();
  readonly weather: ('cut' | 'lostAnswer' | 'fine')[] = [];
  refuses = new Set<number>();

  send = async (_id: string, { position, choice }: WaitingAnswer): Promise<Delivery> => {
    const weather = this.weather.shift();
    if (weather === 'cut') return { kind: 'lost' };
    if (this.refuses.has(position)) return { kind: 'refused', reason: '现在不能练' };
    if (!this.kept.has(position)) this.kept.set(position, choice);
    return weather === 'lostAnswer' ? { kind: 'lost' } : { kind: 'told', told: told(position, this.kept.get(position)!) };
  };
}

async function device(server: FirstServer, records: Records = memoryRecords()): Promise<{ store: RoundStore; outbox: PracticeOutbox; waits: number[]; wake: () => Promise<void> }> {
  const store = new RoundStore(records);
  await store.keep('me', aRound());
  const waits: number[] = [];
  let later: (() => void) | undefined;
  const outbox = createPracticeOutbox({
    ...{ store, send: server.send, accountId: () => 'me', alone: (work) => work(), changed: () => {} },
    later: (work, ms) => {
      waits.push(ms);
      later = work;
      return () => (later = undefined);
    },
  });
  return { store, outbox, waits, wake: async () => void (later?.(), await outbox.flush()) };
}
const left = async (store: RoundStore): Promise<number> => (await store.all('me')).flatMap(toSend).length;

describe('answers of practice', () => {
  it('all arrive, each as it was given first, whatever the network does', async () => {
    const taps = fc.array(fc.record({ position: fc.integer({ min: 1, max: 3 }), choice: fc.constantFrom('A', 'B', 'C') }), { maxLength: 8 });
    const weathers = fc.array(fc.constantFrom('cut' as const, 'lostAnswer' as const, 'fine' as const), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(taps, weathers, async (list, weather) => {
        const server = new FirstServer();
        server.weather.push(...weather);
        const { store, outbox } = await device(server);
        const first = new Map<number, string>();
        for (const { position, choice } of list) {
          if (!first.has(position)) first.set(position, choice);
          await outbox.put('round', position, [choice]);
        }
        for (let round = 0; round <= weather.length && !(await outbox.flush()); round++);
        expect(await left(store)).toBe(0);
        expect(new Map([...server.kept].map(([position, [choice]]) => [position, choice]))).toEqual(first);
        expect((await store.of('me', 'round'))!.round.answers.map(({ position }) => position).sort()).toEqual([...first.keys()].sort());
      }),
    );
  });

  it('are tried again later and later, at most every quarter of a minute', async () => {
    const server = new FirstServer();
    server.weather.push(...Array.from({ length: 9 }, () => 'cut' as const));
    const { outbox, waits, wake, store } = await device(server);
    await outbox.put('round', 1, ['A']);
    for (let n = 0; n < 7; n++) await wake();
    expect([...waits].sort((a, b) => a - b)).toEqual(waits);
    expect(waits.at(-1)).toBe(15_000);
    expect(await left(store)).toBe(1);
  });

  it('that the server does not take stay with the reason, and hold up no other', async () => {
    const server = new FirstServer();
    server.refuses.add(1);
    const { store, outbox } = await device(server);
    await outbox.put('round', 1, ['A']);
    await outbox.put('round', 2, ['B']);
    await outbox.flush();
    const kept = (await store.of('me', 'round'))!;
    expect(kept.waiting).toEqual([{ position: 1, choice: ['A'], refused: '现在不能练' }]);
    expect(kept.round.answers.map(({ position }) => position)).toEqual([2]);
  });
});

describe.each<[string, () => Promise<Records>]>([
  ['in IndexedDB', openRecords],
  ['in memory', async () => memoryRecords()],
])('rounds kept %s', (_name, open) => {
  let store: RoundStore;
  beforeEach(async () => {
    store = new RoundStore(await open());
    await store.forget('me');
    await store.keep('me', aRound());
  });

  it('hold back no answer that another device has given first', async () => {
    await store.put('round', 1, ['B']);
    await store.keep('me', aRound({ answers: [told(1, ['A'])] }));
    expect(await store.of('me', 'round')).toMatchObject({ waiting: [], round: { answers: [{ position: 1, choice: ['A'] }] } });
  });

  it('do not forget what was told when an older state arrives late, but hide what is withheld now', async () => {
    await store.settle('round', told(1, ['A']));
    await store.keep('me', aRound());
    expect((await store.of('me', 'round'))!.round.answers).toHaveLength(1);
    await store.keep('me', aRound({ questions: aRound().questions.slice(1) }));
    expect((await store.of('me', 'round'))!.round.answers).toEqual([]);
  });

  it('are shown to nobody else, take no answer for a round that is not there, and go with their account', async () => {
    expect(await store.of('somebody else', 'round')).toBeUndefined();
    await expect(store.put('another', 1, ['A'])).rejects.toThrow('not kept');
    await store.keep('them', aRound({ id: 'theirs' }));
    await store.forget('me');
    expect([await store.all('me'), (await store.all('them')).length]).toEqual([[], 1]);
    await store.forget('them');
  });
});
