import type { StartPracticeInput } from '@skillhall/ui/gql';
import { refreshAll, request } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { useViewer } from '@skillhall/ui/session';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { attemptPath, roundPath } from '../paths.js';
import { keepAttempt } from '../use-attempt.js';
import { startMockExamMutation, startPracticeMutation } from './documents.js';
import { practicePhrases } from './phrases.js';
import { keepRound } from './use-round.js';

export interface Starting {
  /** What is being started: a mode, a chapter or an exam; null while nothing is. */
  readonly busy: string | null;
  readonly fault: string | undefined;
  readonly startRound: (input: StartPracticeInput) => Promise<void>;
  readonly startMock: (examId: string) => Promise<void>;
}

/** Starts a round or a mock, or goes on with the open one, and opens it: kept on this device before it is shown. */
export function useStart(): Starting {
  const t = usePhrases(practicePhrases);
  const go = useNavigate();
  const { accountId } = useViewer();
  const [busy, setBusy] = useState<string | null>(null);
  const [fault, setFault] = useState<string>();
  const run = async (what: string, work: () => Promise<string | undefined>): Promise<void> => {
    if (busy !== null) return;
    setBusy(what);
    setFault(undefined);
    try {
      setFault(await work());
      void refreshAll();
    } catch {
      setFault(t('startFailed'));
    } finally {
      setBusy(null);
    }
  };
  return {
    busy,
    fault,
    startRound: (input) =>
      run(input.chapterId ?? input.mode, async () => {
        const { startPractice: result } = await request(startPracticeMutation, { input });
        if (result.__typename !== 'PracticeRoundSuccess') return result.message;
        await keepRound(accountId, result.round);
        await go(roundPath(result.round.id));
        return undefined;
      }),
    startMock: (examId) =>
      run(examId, async () => {
        const askedAt = Date.now();
        const { startMockExam: result } = await request(startMockExamMutation, { examId });
        if (result.__typename !== 'StartAttemptSuccess') return result.message;
        await keepAttempt(accountId, result.attempt, askedAt);
        await go(attemptPath(result.attempt.id, null));
        return undefined;
      }),
  };
}
