import { useCallback, useEffect, useRef, useState } from 'react';
import { forgetTyped, noteTyped, typedOf } from '../outbox/typing-journal.js';
import type { Question } from '../components/question-card.js';

type Choices = Readonly<Record<string, readonly string[]>>;

const written = new Set<string>(['fillIn', 'numeric', 'calculation', 'shortAnswer']);

export interface Drafts {
  readonly choiceOf: (questionId: string) => readonly string[];
  readonly choose: (question: Pick<Question, 'id' | 'type'>, choice: readonly string[]) => void;
  /** The answer is kept elsewhere by now. */
  readonly forget: (questionId: string) => void;
}

/** What is chosen or written but not yet checked. Texts are noted when the page goes, and are there when it comes again. */
export function useDrafts(accountId: string, practiceId: string): Drafts {
  const [choices, setChoices] = useState<Choices>(() => Object.fromEntries(typedOf(accountId, practiceId).map(({ questionId, choice }) => [questionId, choice])));
  const texts = useRef(new Map<string, readonly string[]>());
  useEffect(() => {
    const note = () => {
      if (texts.current.size > 0) noteTyped([...texts.current].map(([questionId, choice]) => ({ accountId, attemptId: practiceId, questionId, choice, at: Date.now() })));
    };
    const leave = () => document.visibilityState !== 'visible' && note();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', note);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', note);
      note();
    };
  }, [accountId, practiceId]);
  const choose = useCallback(({ id, type }: Pick<Question, 'id' | 'type'>, choice: readonly string[]) => {
    if (written.has(type)) texts.current.set(id, choice);
    setChoices((before) => ({ ...before, [id]: choice }));
  }, []);
  const forget = useCallback(
    (questionId: string) => {
      texts.current.delete(questionId);
      forgetTyped({ attemptId: practiceId, questionId, at: Date.now() });
    },
    [practiceId],
  );
  return { choiceOf: (id) => choices[id] ?? [], choose, forget };
}
