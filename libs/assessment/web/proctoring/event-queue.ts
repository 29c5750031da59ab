import { newId } from '@skillhall/kernel';
import { readStored, writeStored } from '@skillhall/ui/store';

/** What a browser tells of around the answers. */
export type ToldKind = 'left' | 'returned' | 'full-screen-left' | 'pasted' | 'offline' | 'online';

export interface ToldEvent {
  readonly kind: ToldKind;
  readonly seconds?: number;
}

/** An event with the name under which it is told, however often. */
export type NamedEvent = ToldEvent & { readonly id: string };

/** The server takes so many at once, and so many of one attempt. */
const mostAtOnce = 50;
const mostKept = 500;

export interface EventQueue {
  readonly add: (event: ToldEvent) => void;
  /** Tells what waits, in order; what could not be told waits on. */
  readonly flush: () => Promise<void>;
}

const eventsKey = (attemptId: string): string => `events.${attemptId}`;

function stored(attemptId: string): NamedEvent[] {
  try {
    const kept = JSON.parse(readStored(eventsKey(attemptId)) ?? '[]') as (ToldEvent & Partial<NamedEvent>)[];
    // Those of an earlier version of these pages have no names yet.
    return kept.map((event) => ({ ...event, id: event.id ?? newId() }));
  } catch {
    return [];
  }
}

/** Events wait on this device, in order, until the server has them; `tell` says whether it took a batch for good. */
export function eventQueue(attemptId: string, tell: (events: readonly NamedEvent[]) => Promise<boolean>): EventQueue {
  let waiting = stored(attemptId);
  let running: Promise<void> | undefined;
  const keep = (): void => writeStored(eventsKey(attemptId), waiting.length === 0 ? undefined : JSON.stringify(waiting));
  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostAtOnce);
      if (!(await tell(batch))) return;
      waiting = waiting.slice(batch.length);
      keep();
    }
  };
  return {
    add: (event) => {
      if (waiting.length >= mostKept) return;
      waiting.push({ ...event, id: newId() });
      keep();
    },
    flush: () => (running ??= drain().finally(() => (running = undefined))),
  };
}
