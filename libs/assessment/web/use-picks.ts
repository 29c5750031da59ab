import { useCallback, useEffect, useRef, useState } from 'react';
import type { Snapshot } from './outbox/attempt-store.js';
import { forgetTyped, noteTyped, typedOf } from './outbox/typing-journal.js';

export interface Pick {
  readonly choice: readonly string[];
  readonly failed: boolean;
}

type Picks = Readonly<Record<string, Pick>>;
type Answer = (questionId: string, choice: readonly string[]) => Promise<void>;

/** Answers that are written: kept when the pen rests, not at each letter. */
const written = new Set<string>(['fillIn', 'numeric', 'calculation', 'shortAnswer']);
const restMs = 800;

/** Texts left under the pen when the page was closed, unless somebody has answered the question later. */
function useLeftBehind(accountId: string, snapshot: Snapshot | undefined, answer: Answer): void {
  const taken = useRef(false);
  useEffect(() => {
    if (!snapshot || taken.current) return;
    taken.current = true;
    const { attemptId, attempt, offsetMs } = snapshot;
    for (const entry of typedOf(accountId, attemptId)) {
      const saved = attempt.answers.find(({ questionId }) => questionId === entry.questionId);
      const late = saved !== undefined && Date.parse(saved.savedAt) > entry.at + offsetMs;
      if (late || attempt.state !== 'open') forgetTyped(entry);
      else void answer(entry.questionId, entry.choice).then(() => forgetTyped(entry), () => {});
    }
  }, [accountId, snapshot, answer]);
}

/** The taps and texts that are not kept on this device yet. */
export function usePicks(accountId: string, snapshot: Snapshot | undefined, answer: Answer) {
  const [picks, setPicks] = useState<Picks>({});
  const pen = useRef(new Map<string, Pick>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLeftBehind(accountId, snapshot, answer);
  const attemptId = snapshot?.attemptId ?? '';
  const types = useRef(new Map<string, string>());
  types.current = new Map(snapshot?.attempt.questions.map(({ id, type }) => [id, type]));

  const keep = useCallback(
    async (id: string, pick: Pick) => {
      try {
        await answer(id, pick.choice);
        // Only this tap goes: a later one on the same question stays until it is kept itself.
        setPicks((before) => (before[id] === pick ? without(before, id) : before));
      } catch {
        setPicks((before) => (before[id] === pick ? { ...before, [id]: { ...pick, failed: true } } : before));
      }
    },
    [answer],
  );
  const settle = useCallback(async () => {
    clearTimeout(timer.current);
    const texts = [...pen.current];
    pen.current.clear();
    await Promise.all(texts.map(([id, pick]) => keep(id, pick)));
  }, [keep]);
  const choose = useCallback(
    (id: string, choice: readonly string[]) => {
      const pick: Pick = { choice, failed: false };
      setPicks((before) => ({ ...before, [id]: pick }));
      if (!written.has(types.current.get(id) ?? '')) return void keep(id, pick);
      pen.current.set(id, pick);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void settle(), restMs);
    },
    [keep, settle],
  );
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'visible' || pen.current.size === 0) return;
      const at = Date.now();
      const entries = [...pen.current].map(([questionId, { choice }]) => ({ accountId, attemptId, questionId, choice, at }));
      noteTyped(entries);
      void settle().then(() => entries.forEach(forgetTyped));
    };
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', leave);
      void settle();
    };
  }, [accountId, attemptId, settle]);
  return { picks, choose, settle };
}

function without(picks: Picks, id: string): Picks {
  const { [id]: _gone, ...rest } = picks;
  return rest;
}
