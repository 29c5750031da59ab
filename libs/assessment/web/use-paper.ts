import { useViewer } from '@skillhall/ui/session';
import { useMemo } from 'react';
import type { SaveState } from './components/save-mark.js';
import type { AttemptState } from './use-attempt.js';
import { usePicks } from './use-picks.js';

export interface Paper {
  readonly choiceOf: (questionId: string) => readonly string[];
  readonly stateOf: (questionId: string) => SaveState;
  readonly isAnswered: (questionId: string) => boolean;
  readonly answered: number;
  readonly waiting: number;
  readonly choose: (questionId: string, choice: readonly string[]) => void;
  /** Keeps what is still under the pen; resolves once it is kept. */
  readonly settle: () => Promise<void>;
}

/** What is on the paper: the server's answers, over them what waits here, over them the tap just made. */
export function usePaper({ snapshot, queued, durable, answer }: AttemptState): Paper {
  const { accountId } = useViewer();
  const { picks, choose, settle } = usePicks(accountId, snapshot, answer);
  const saved = useMemo(() => new Map(snapshot?.attempt.answers.map((each) => [each.questionId, each.choice])), [snapshot]);
  const waiting = useMemo(() => new Map(queued.map((entry) => [entry.questionId, entry])), [queued]);

  const choiceOf = (id: string): readonly string[] => picks[id]?.choice ?? waiting.get(id)?.choice ?? saved.get(id) ?? [];
  const stateOf = (id: string): SaveState => {
    const [pick, entry] = [picks[id], waiting.get(id)];
    if (pick) return pick.failed ? 'failed' : 'saving';
    if (entry) return entry.refused !== undefined ? 'refused' : durable ? 'local' : 'unsafe';
    return saved.has(id) ? 'saved' : 'blank';
  };
  const isAnswered = (id: string) => choiceOf(id).length > 0;
  return {
    choiceOf,
    stateOf,
    isAnswered,
    answered: snapshot?.attempt.questions.filter(({ id }) => isAnswered(id)).length ?? 0,
    waiting: queued.filter(({ refused }) => refused === undefined).length,
    choose,
    settle,
  };
}
