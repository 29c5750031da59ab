import type { QuestionRowFragment, QuestionStep } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { useMay } from '@skillhall/ui/session';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { stepPhrases } from './step-phrases.js';
import { useSteps } from './use-steps.js';

type Step = Exclude<QuestionStep, 'undoRetire'>;
type Row = Pick<QuestionRowFragment, 'id' | 'latestVersion' | 'latestState' | 'currentVersion'>;

const ofState: Readonly<Record<QuestionRowFragment['latestState'], readonly Step[]>> = {
  draft: ['submit'],
  inReview: ['withdraw'],
  reviewed: ['publish', 'withdraw'],
  live: [],
  retired: ['restore'],
};

/** What can be done to the question as it stands; what is in use can always be retired. */
const stepsFor = ({ latestState, currentVersion }: Row): readonly Step[] => [
  ...(latestState === 'retired' && currentVersion > 0 ? [] : ofState[latestState]),
  ...(currentVersion > 0 || latestState === 'draft' ? (['retire'] as const) : []),
];

/** Edit, and the steps that the state of the question allows. */
export function QuestionActions({ row }: { readonly row: Row }): ReactNode {
  const t = usePhrases(stepPhrases);
  const may = useMay();
  const go = useNavigate();
  const [run, running] = useSteps();
  if (!may('question.manage')) return null;
  return (
    <>
      <Button type="primary" onClick={() => void go(`/desk/questions/${row.id}/edit`)}>
        {t(row.latestVersion > row.currentVersion ? 'edit' : 'newVersion')}
      </Button>
      {stepsFor(row).map((step) => (
        <Button key={step} danger={step === 'retire'} loading={running} onClick={() => void run([{ id: row.id, version: row.latestVersion }], [step])}>
          {t(step)}
        </Button>
      ))}
    </>
  );
}
