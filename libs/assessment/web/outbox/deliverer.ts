/** What the page gives to whatever delivers in the background. */
export interface Timing {
  /** Calls back after so many milliseconds; gives the way to call it off. */
  readonly later: (work: () => void, ms: number) => () => void;
  /** Only one tab of this device delivers at a time. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

export interface Deliverer {
  /** Delivers what waits; true when nothing is left to deliver. */
  flush(): Promise<boolean>;
  /** The same, without anybody who waits for it. */
  flushQuietly(): void;
  /** Nothing got through: later and later, but at least after so many milliseconds. */
  retry(leastMs?: number): void;
  /** Something got through: waits begin anew. */
  through(): void;
}

const firstWaitMs = 500;
const longestWaitMs = 15_000;

/** Runs `drain`, one at a time, until nothing is left; what cannot be delivered now is tried again by itself. */
export function createDeliverer({ later, alone }: Timing, drain: () => Promise<boolean>): Deliverer {
  let waitMs = 0;
  let callOff = () => {};
  let running: Promise<boolean> | undefined;
  let again = false;

  const once = (): Promise<boolean> =>
    alone(() => {
      callOff();
      return drain();
    });
  const flush = (): Promise<boolean> => {
    // A drain under way reads the queue anew after every answer; `again` covers one put just as it ends.
    again = true;
    running ??= (async () => {
      try {
        let empty = true;
        while (again && empty) {
          again = false;
          empty = await once();
        }
        return empty;
      } finally {
        running = undefined;
      }
    })();
    return running;
  };
  const retryIn = (ms: number) => {
    callOff();
    callOff = later(flushQuietly, ms);
  };
  // The store itself may fail for a while (a full disk): what is in it is tried again.
  const flushQuietly = (): void => void flush().catch(() => retryIn(longestWaitMs));
  return {
    flush,
    flushQuietly,
    retry: (leastMs = 0) => {
      waitMs = Math.min(longestWaitMs, Math.max(firstWaitMs, waitMs * 2));
      retryIn(Math.max(waitMs, leastMs));
    },
    through: () => {
      waitMs = 0;
    },
  };
}
