import { useCallback, useMemo, useState } from 'react';
import type { SaveState } from './components/save-mark.js';
import type { AttemptState } from './use-attempt.js';

export interface Paper {
  readonly choiceOf: (questionId: string) => readonly string[];
  readonly stateOf: (questionId: string) => SaveState;
  readonly isAnswered: (questionId: string) => boolean;
  readonly answered: number;
  readonly waiting: number;
  readonly choose: (questionId: string, choice: readonly string[]) => Promise<void>;
}

interface Pick {
  readonly choice: readonly string[];
  readonly failed: boolean;
}

/** What is on the paper: the server's answers, over them what waits here, over them the tap just made. */
export function usePaper({ snapshot, queued, durable, answer }: AttemptState): Paper {
  const [picks, setPicks] = useState<Readonly<Record<string, Pick>>>({});
  const saved = useMemo(() => new Map(snapshot?.attempt.answers.map((each) => [each.questionId, each.choice])), [snapshot]);
  const waiting = useMemo(() => new Map(queued.map((entry) => [entry.questionId, entry])), [queued]);

  const choiceOf = (id: string): readonly string[] => picks[id]?.choice ?? waiting.get(id)?.choice ?? saved.get(id) ?? [];
  const stateOf = (id: string): SaveState => {
    const [pick, entry] = [picks[id], waiting.get(id)];
    if (pick) return pick.failed ? 'failed' : 'saving';
    if (entry) return entry.refused !== undefined ? 'refused' : durable ? 'local' : 'unsafe';
    return saved.has(id) ? 'saved' : 'blank';
  };
  const choose = useCallback(
    async (id: string, choice: readonly string[]) => {
      const pick: Pick = { choice, failed: false };
      setPicks((before) => ({ ...before, [id]: pick }));
      try {
        await answer(id, choice);
        // Only this tap goes: a later one on the same question stays until it is kept itself.
        setPicks((before) => (before[id] === pick ? without(before, id) : before));
      } catch {
        setPicks((before) => (before[id] === pick ? { ...before, [id]: { choice, failed: true } } : before));
      }
    },
    [answer],
  );
  const isAnswered = (id: string) => choiceOf(id).length > 0;
  return {
    choiceOf,
    stateOf,
    isAnswered,
    answered: snapshot?.attempt.questions.filter(({ id }) => isAnswered(id)).length ?? 0,
    waiting: queued.filter(({ refused }) => refused === undefined).length,
    choose,
  };
}

function without(picks: Readonly<Record<string, Pick>>, id: string): Readonly<Record<string, Pick>> {
  const { [id]: _gone, ...rest } = picks;
  return rest;
}
