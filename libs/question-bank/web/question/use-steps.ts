import { useAction, useNotice } from '@skillhall/ui/form';
import type { QuestionStep, StepQuestionsMutation } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { useCallback } from 'react';
import { stepMutation } from '../change-documents.js';
import { stepPhrases } from './step-phrases.js';

const pick = (data: StepQuestionsMutation) => data.stepQuestions;

interface Target {
  readonly id: string;
  readonly version?: number;
}

/** Takes questions through their states and says what came of it; taking out of use can be undone for a while. */
export function useSteps(): readonly [run: (targets: readonly Target[], steps: readonly QuestionStep[]) => Promise<boolean>, running: boolean] {
  const t = usePhrases(stepPhrases);
  const notice = useNotice();
  const [step, running] = useAction(stepMutation, pick);
  const run = useCallback(
    async (targets: readonly Target[], steps: readonly QuestionStep[]): Promise<boolean> => {
      const result = await step({ selection: { targets: [...targets] }, steps: [...steps] });
      if (!result) return false;
      const { changed, refused } = result;
      const [first] = refused;
      if (first) notice.warn(refused.length === 1 ? `${first.code}：${first.error.message}` : t('someRefused', { n: refused.length, code: first.code, reason: first.error.message }));
      if (!changed.length) return false;
      const back = changed.map((id) => ({ id }));
      if (steps.at(-1) === 'retire') notice.removed(t('retired', { n: changed.length }), () => step({ selection: { targets: back }, steps: ['undoRetire'] }));
      else if (!first) notice.done(t('done', { n: changed.length }));
      return true;
    },
    [step, notice, t],
  );
  return [run, running];
}
