import { useUnit } from '@skillhall/ui/desk';
import { useAction, useNotice, useUnsaved } from '@skillhall/ui/form';
import type { DropStudyMutation, LockStudyMutation, SaveStudyMutation, StudyPlanFragment } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Page } from '@skillhall/ui/page';
import { Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { phrases } from '../phrases.js';
import styles from '../studies.module.css';
import { dropStudyMutation, lockStudyMutation, saveStudyMutation } from '../study-documents.js';
import { OutcomeChoices, SizeChoices, WindowChoices } from './choices.js';
import { draftOf, lackOf, type Draft } from './draft.js';
import { wizardPhrases } from './phrases.js';
import { Question } from './question.js';
import { Summary } from './summary.js';
import { useProposal } from './use-proposal.js';

const pickSave = (data: SaveStudyMutation) => data.saveStudy;
const pickLock = (data: LockStudyMutation) => data.lockStudy;
const pickDrop = (data: DropStudyMutation) => data.dropStudy;
const steps = ['question', 'outcome', 'window', 'size', 'lock'] as const;
type Step = (typeof steps)[number];

function Steps({ step, go }: { readonly step: Step; readonly go: (step: Step) => void }): ReactNode {
  const t = usePhrases(wizardPhrases);
  return (
    <ol className={styles['steps']} aria-label={t('steps')}>
      {steps.map((each, index) => (
        <li key={each}>
          <button type="button" aria-current={each === step ? 'step' : undefined} onClick={() => go(each)}>
            <span aria-hidden>{index + 1}</span>
            {t(`step-${each}`)}
          </button>
        </li>
      ))}
    </ol>
  );
}

interface EditorProps {
  /** As the server holds it; null for one that is new. */
  readonly study: StudyPlanFragment | null;
  readonly first: Draft;
  /** The title of the study that this one takes the place of. */
  readonly former?: string;
}

/** The study as it is written, and how it is kept, locked and given up. */
function useDraft(study: StudyPlanFragment | null, first: Draft) {
  const t = usePhrases(wizardPhrases);
  const notice = useNotice();
  const { unit } = useUnit();
  const [held, setHeld] = useState(study);
  const [draft, setDraft] = useState(first);
  const [save, saving] = useAction(saveStudyMutation, pickSave);
  const changed = JSON.stringify(draft) !== JSON.stringify(held ? draftOf(held) : first);
  useUnsaved(changed && !saving);
  const keep = async (): Promise<StudyPlanFragment | undefined> => {
    const { courseId, ...plan } = draft;
    const saved = await save({ input: { ...plan, courseId: courseId ?? '', unitId: held?.unit.id ?? unit.id, id: held?.id ?? null, version: held?.version ?? null } });
    if (!saved) return undefined;
    setHeld(saved.study);
    setDraft(draftOf(saved.study));
    notice.done(t('saved'));
    return saved.study;
  };
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const place = held?.unit ?? unit;
  const proposal = useProposal(place.id, draft.courseId);
  const isNew = held === null && first.replacesId === null;
  const { decisionWindow, windowSource } = proposal ?? {};
  useEffect(() => {
    // Another course has other records; what somebody has chosen stands, also when the same is read again.
    if (decisionWindow !== undefined && windowSource !== undefined && isNew) setDraft((before) => ({ ...before, decisionWindow, windowSource }));
  }, [draft.courseId, decisionWindow, windowSource, isNew]);
  return { held, draft, set, keep, saving, proposal, changed: changed || held === null, unit: place };
}

function useLock({ draft, held, changed, keep }: Pick<ReturnType<typeof useDraft>, 'draft' | 'held' | 'changed' | 'keep'>): { readonly askLock: () => void; readonly askDrop: () => void } {
  const t = usePhrases(wizardPhrases);
  const tp = usePhrases(phrases);
  const notice = useNotice();
  const go = useNavigate();
  const [lock] = useAction(lockStudyMutation, pickLock);
  const [drop] = useAction(dropStudyMutation, pickDrop);
  const lockNow = async () => {
    const current = changed ? await keep() : held;
    if (!current || !(await lock({ id: current.id, version: current.version }))) return;
    notice.done(t('lockedNow'));
    void go(`/desk/studies/${current.id}`, { replace: true });
  };
  return {
    askLock: () => notice.confirm({ title: t('lockAsk', { title: draft.title }), text: t('lockText'), button: t('lock'), onConfirm: lockNow }),
    askDrop: () => notice.confirm({ title: tp('dropAsk', { title: draft.title }), text: tp('dropText'), button: tp('drop'), danger: true, onConfirm: async () => void ((await drop({ id: held!.id })) && go('/desk/studies', { replace: true })) }),
  };
}

/** Declares a study step by step; it is locked at the last one. */
export function StudyEditor({ study, first, former }: EditorProps): ReactNode {
  const t = usePhrases(wizardPhrases);
  const tp = usePhrases(phrases);
  const state = useDraft(study, first);
  const { held, draft, set, keep, saving, proposal, changed, unit } = state;
  const { askLock, askDrop } = useLock(state);
  const [step, setStep] = useState<Step>(study ? 'lock' : 'question');
  const at = steps.indexOf(step);
  const ready = lackOf(draft) === undefined;
  const choices = { draft, set, proposal };
  return (
    <Page
      title={held?.title ?? (former ? t('newPlan', { title: former }) : t('newStudy'))}
      trail={[{ to: '/desk/studies', text: tp('title') }]}
      lead={t('lead', { unit: unit.name })}
      help={<p>{t('help')}</p>}
      actions={
        <>
          {held && <Button onClick={askDrop}>{tp('drop')}</Button>}
          <Button loading={saving} disabled={!ready || !changed} onClick={() => void keep()}>
            {t('save')}
          </Button>
        </>
      }
    >
      <Steps step={step} go={setStep} />
      <div className={styles['fields']}>
        {step === 'question' && <Question {...choices} fixed={held !== null || draft.replacesId !== null} />}
        {step === 'outcome' && <OutcomeChoices {...choices} />}
        {step === 'window' && <WindowChoices {...choices} />}
        {step === 'size' && <SizeChoices {...choices} />}
        {step === 'lock' && <Summary draft={draft} unitName={unit.name} />}
      </div>
      <div className={styles['buttons']}>
        {at > 0 && <Button onClick={() => setStep(steps[at - 1]!)}>{t('back')}</Button>}
        {step === 'lock' ? (
          <Button type="primary" disabled={!ready} onClick={askLock}>
            {t('lock')}
          </Button>
        ) : (
          <Button type="primary" onClick={() => setStep(steps[at + 1]!)}>
            {t('next')}
          </Button>
        )}
      </div>
    </Page>
  );
}
