import { currentViewer, onLeave, onSession } from '@skillhall/ui/session';
import type { Timing } from './deliverer.js';

/** How long what was told in full stays on this device. */
export const keptMs = 14 * 86_400_000;

/** Web Locks exist only on https and localhost; elsewhere each tab delivers for itself, which the server bears. */
export const timingOf = (name: string): Timing => ({
  later: (work, ms) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  alone: (work) => ('locks' in navigator ? navigator.locks.request(name, work) : work()),
});

export interface News {
  /** Says in this tab and others that something was kept. */
  readonly tell: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** The news of changes, in this tab and to others. */
export function newsOf(name: string): News {
  const listeners = new Set<() => void>();
  const others = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
  const hear = () => listeners.forEach((listener) => listener());
  if (others) others.onmessage = hear;
  return {
    tell: () => {
      hear();
      others?.postMessage('changed');
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

interface Kept {
  readonly flush: () => Promise<boolean>;
  /** Puts away what is old and told, of who sits here. */
  readonly tidy: (accountId: string) => Promise<void>;
  readonly forget: (accountId: string) => Promise<void>;
}

/** Delivers whenever there may be a way to the server again; what is kept goes with its account. */
export function attend({ flush, tidy, forget }: Kept): void {
  const kick = () => {
    if (document.visibilityState === 'visible') void flush().catch(() => {});
  };
  window.addEventListener('online', kick);
  document.addEventListener('visibilitychange', kick);
  onSession(() => {
    kick();
    const viewer = currentViewer();
    if (viewer) void tidy(viewer.accountId).catch(() => {});
  });
  onLeave(forget);
  kick();
}
