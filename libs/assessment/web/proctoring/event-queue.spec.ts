import { eventQueue, type NamedEvent } from './event-queue.js';

let number = 0;
const attempt = (): string => `attempt-${++number}`;

describe('what is noted around the answers', () => {
  it('waits in order without a network, through a reload, and is told once', async () => {
    const id = attempt();
    const told: NamedEvent[] = [];
    const away = eventQueue(id, async () => false);
    away.add({ kind: 'left' });
    away.add({ kind: 'returned', seconds: 12 });
    await away.flush();
    const back = eventQueue(id, async (events) => told.push(...events) > 0);
    await back.flush();
    await back.flush();
    expect(told).toMatchObject([{ kind: 'left' }, { kind: 'returned', seconds: 12 }]);
    expect(localStorage.getItem(`skillhall.events.${id}`)).toBeNull();
  });

  it('is told in batches that the server takes, and no more of it than says something new', async () => {
    const sizes: number[] = [];
    const queue = eventQueue(attempt(), async (events) => sizes.push(events.length) > 0);
    for (let n = 0; n < 600; n++) queue.add({ kind: 'offline' });
    await queue.flush();
    expect(sizes).toEqual(Array(10).fill(50));
  });

  it('keeps its name through a lost answer and a reload, so that the server knows it again', async () => {
    const id = attempt();
    const names: string[][] = [];
    const lost = eventQueue(id, async (events) => (names.push(events.map((event) => event.id)), false));
    lost.add({ kind: 'left' });
    lost.add({ kind: 'pasted' });
    await lost.flush();
    await eventQueue(id, async (events) => (names.push(events.map((event) => event.id)), true)).flush();
    expect(names[1]).toEqual(names[0]);
    expect(new Set(names[0]).size).toBe(2);
  });
});
