import { request } from '@skillhall/ui/graphql';
import { useEffect } from 'react';
import { recordEventsMutation } from '../sitting-documents.js';
import { thisDeviceId } from '../this-device.js';
import { eventQueue, type NamedEvent } from './event-queue.js';

export interface ProctoringSettings {
  readonly fullScreen: boolean;
  readonly blur: boolean;
  readonly paste: boolean;
}

const batchMs = 5000;

async function tell(attemptId: string, events: readonly NamedEvent[]): Promise<boolean> {
  try {
    await request(recordEventsMutation, { input: { attemptId, deviceId: thisDeviceId(), events: events.map((event) => ({ ...event })) } });
    // What the server refuses it would refuse again: it is evidence, not an answer.
    return true;
  } catch {
    return false;
  }
}

/** Notes what the sitting asks to be noted, and the network, while the paper is on the screen. */
export function useProctoring(attemptId: string, settings: ProctoringSettings | null): void {
  const { fullScreen, blur, paste } = settings ?? { fullScreen: false, blur: false, paste: false };
  const noted = settings !== null;
  useEffect(() => {
    if (!noted) return undefined;
    const queue = eventQueue(attemptId, (events) => tell(attemptId, events));
    const quietly = () => void queue.flush();
    const stop = new AbortController();
    const on = (target: EventTarget, name: string, work: (event: Event) => void) => target.addEventListener(name, work, { signal: stop.signal });
    let leftAt: number | undefined;
    const look = () => {
      const away = document.visibilityState === 'hidden' || !document.hasFocus();
      if (away && leftAt === undefined) {
        leftAt = Date.now();
        queue.add({ kind: 'left' });
      } else if (!away && leftAt !== undefined) {
        queue.add({ kind: 'returned', seconds: Math.round((Date.now() - leftAt) / 1000) });
        leftAt = undefined;
        quietly();
      }
    };
    if (blur) {
      on(document, 'visibilitychange', look);
      on(window, 'blur', look);
      on(window, 'focus', look);
    }
    if (fullScreen) on(document, 'fullscreenchange', () => !document.fullscreenElement && queue.add({ kind: 'full-screen-left' }));
    if (paste) on(document, 'paste', ({ target }) => target instanceof Element && target.closest('[data-answer]') && queue.add({ kind: 'pasted' }));
    on(window, 'offline', () => queue.add({ kind: 'offline' }));
    on(window, 'online', () => {
      queue.add({ kind: 'online' });
      quietly();
    });
    const timer = setInterval(quietly, batchMs);
    quietly();
    return () => {
      stop.abort();
      clearInterval(timer);
      quietly();
    };
  }, [attemptId, noted, fullScreen, blur, paste]);
}
