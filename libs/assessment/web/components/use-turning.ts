import { useEffect, useRef, type TouchEvent } from 'react';

const farEnough = 64;

interface Swipe {
  readonly onTouchStart: (event: TouchEvent) => void;
  readonly onTouchEnd: (event: TouchEvent) => void;
}

/** Turns the pages: a swipe on the phone, the arrow keys at a desk (not while they move inside the options). */
export function useTurning(turn: (step: 1 | -1) => void): Swipe {
  const start = useRef<{ x: number; y: number }>(undefined);
  const latest = useRef(turn);
  latest.current = turn;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      if ((event.target instanceof Element && event.target.matches('input, textarea, select')) || document.querySelector('dialog[open]')) return;
      latest.current(event.key === 'ArrowRight' ? 1 : -1);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return {
    onTouchStart: ({ touches }) => {
      start.current = touches.length === 1 ? { x: touches[0]!.clientX, y: touches[0]!.clientY } : undefined;
    },
    onTouchEnd: ({ changedTouches }) => {
      const [from, to] = [start.current, changedTouches[0]];
      if (!from || !to) return;
      const [dx, dy] = [to.clientX - from.x, to.clientY - from.y];
      if (Math.abs(dx) > farEnough && Math.abs(dx) > 2 * Math.abs(dy)) latest.current(dx < 0 ? 1 : -1);
    },
  };
}
