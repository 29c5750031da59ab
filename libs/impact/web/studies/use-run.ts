import { useAction, useNotice } from '@skillhall/ui/form';
import type { RunStudyMutation } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { readingPhrases } from './reading-phrases.js';
import { runStudyMutation } from './study-documents.js';

const pickRun = (data: RunStudyMutation) => data.runStudy;

/** Asks for a run; `reason` only from the second on. */
export function useRun(studyId: string): readonly [run: (reason?: string, snapshotId?: string) => Promise<boolean>, running: boolean] {
  const t = usePhrases(readingPhrases);
  const notice = useNotice();
  const [ask, asking] = useAction(runStudyMutation, pickRun);
  const run = async (reason?: string, snapshotId?: string) => {
    const begun = await ask({ input: { studyId, reason: reason ?? null, snapshotId: snapshotId ?? null } });
    if (begun) notice.done(t('asked'));
    return Boolean(begun);
  };
  return [run, asking];
}
