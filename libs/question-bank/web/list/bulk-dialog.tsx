import { useAction, useNotice } from '@skillhall/ui/form';
import type { EditQuestionsMutation, QuestionChangesInput, QuestionSelectionInput, QuestionStep, ReviewQuestionsMutation, StepQuestionsMutation } from '@skillhall/ui/gql';
import { request, RequestFailure, useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Banner } from '@skillhall/ui/pieces';
import { Modal, Select } from 'antd';
import { useEffect, useId, useMemo, useState, type ReactNode } from 'react';
import { editMutation, reviewMutation, stepMutation } from '../change-documents.js';
import { competenciesQuery } from '../documents.js';
import { questionPhrases } from '../question/phrases.js';
import { bulkPhrases } from './bulk-phrases.js';
import type { CategoryOption } from './categories.js';
import styles from './list.module.css';
import { levels, uses } from './question-filter.js';

export type Selection = QuestionSelectionInput;
const stepsOf = { submit: ['submit'], publish: ['publish'], retire: ['retire'], restore: ['restore'] } as const satisfies Readonly<Record<string, readonly QuestionStep[]>>;
type StepDeed = keyof typeof stepsOf;
export type BulkDeed = 'category' | 'competency' | 'difficulty' | 'use' | StepDeed | 'approve';

const isStep = (deed: BulkDeed): deed is StepDeed => deed in stepsOf;
const needsValue = (deed: BulkDeed): boolean => !isStep(deed) && deed !== 'approve';

function changesOf(deed: BulkDeed, value: string): QuestionChangesInput {
  if (deed === 'category') return { categoryId: value || null };
  if (deed === 'competency') return { competency: value };
  return deed === 'difficulty' ? { difficulty: Number(value) } : { use: uses.find((use) => use === value)! };
}

interface Rehearsed {
  readonly changed: readonly string[];
  readonly refused: readonly { readonly id: string; readonly code: string; readonly error: { readonly message: string } }[];
}
type Told = Rehearsed | { readonly message: string };

/** What would come of it, told by the server, which takes it back again. */
async function rehearse(deed: BulkDeed, selection: Selection, value: string): Promise<Told> {
  if (isStep(deed)) return (await request(stepMutation, { selection, steps: [...stepsOf[deed]], rehearsal: true })).stepQuestions;
  if (deed === 'approve') return (await request(reviewMutation, { selection, verdict: 'approve', publish: true, rehearsal: true })).reviewQuestions;
  return (await request(editMutation, { selection, changes: changesOf(deed, value), rehearsal: true })).editQuestions;
}

function useRehearsal(deed: BulkDeed, selection: Selection, value: string | undefined): Told | undefined {
  const [told, setTold] = useState<Told>();
  const key = JSON.stringify(selection);
  useEffect(() => {
    let left = false;
    setTold(undefined);
    if (value !== undefined)
      rehearse(deed, JSON.parse(key) as Selection, value).then(
        (answer) => !left && setTold(answer),
        (error: unknown) => !left && setTold({ message: error instanceof RequestFailure ? error.message : String(error) }),
      );
    return () => {
      left = true;
    };
  }, [deed, key, value]);
  return told;
}

function useValues(deed: BulkDeed, categories: readonly CategoryOption[]): readonly CategoryOption[] {
  const t = usePhrases(bulkPhrases);
  const word = usePhrases(questionPhrases);
  const known = useQuery(competenciesQuery, deed === 'competency' ? {} : null);
  return useMemo(() => {
    if (deed === 'category') return [{ value: '', label: t('noCategory') }, ...categories];
    if (deed === 'competency') return (known.data?.competencies ?? []).map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
    return deed === 'difficulty' ? levels.map((level) => ({ value: level, label: level })) : uses.map((use) => ({ value: use, label: word(use) }));
  }, [deed, categories, known.data, t, word]);
}

function Outcome({ told }: { readonly told: Told }): ReactNode {
  const t = usePhrases(bulkPhrases);
  if ('message' in told) return <Banner tone="warn">{told.message}</Banner>;
  const reasons = new Map<string, string[]>();
  for (const { code, error } of told.refused) reasons.set(error.message, [...(reasons.get(error.message) ?? []), code]);
  return (
    <>
      <p>{told.changed.length ? t('preview', { n: told.changed.length }) : t('previewNone')}</p>
      {told.refused.length > 0 && (
        <div>
          <p>{t('left', { n: told.refused.length })}</p>
          <ul className={styles['reasons']}>
            {[...reasons].map(([reason, codes]) => (
              <li key={reason}>
                {reason}
                <span>{codes.slice(0, 8).join('、') + (codes.length > 8 ? '…' : '')}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

interface BulkDialogProps {
  readonly deed: BulkDeed;
  readonly selection: Selection;
  readonly count: number;
  readonly categories: readonly CategoryOption[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const pickStep = (data: StepQuestionsMutation) => data.stepQuestions;
const pickReview = (data: ReviewQuestionsMutation) => data.reviewQuestions;
const pickEdit = (data: EditQuestionsMutation) => data.editQuestions;

/** One change to many questions: what to, what would come of it, and then it is done. */
export function BulkDialog({ deed, selection, count, categories, onClose, onDone }: BulkDialogProps): ReactNode {
  const t = usePhrases(bulkPhrases);
  const notice = useNotice();
  const id = useId();
  const [value, setValue] = useState<string | undefined>(needsValue(deed) ? undefined : '');
  const told = useRehearsal(deed, selection, value);
  const [step, stepping] = useAction(stepMutation, pickStep);
  const [review, reviewing] = useAction(reviewMutation, pickReview);
  const [edit, editing] = useAction(editMutation, pickEdit);
  const options = useValues(deed, categories);
  const confirm = async () => {
    const done = isStep(deed)
      ? await step({ selection, steps: [...stepsOf[deed]] })
      : deed === 'approve'
        ? await review({ selection, verdict: 'approve', publish: true })
        : await edit({ selection, changes: changesOf(deed, value!) });
    if (!done) return;
    const back = done.changed.map((changed) => ({ id: changed }));
    if (deed === 'retire') notice.removed(t('retired', { n: back.length }), () => step({ selection: { targets: back }, steps: ['undoRetire'] }));
    else notice.done(t('done', { n: back.length }));
    onDone();
  };
  const ready = told !== undefined && 'changed' in told && told.changed.length > 0;
  return (
    <Modal open title={`${t(deed)} · ${count}`} okText={t(deed)} okButtonProps={{ disabled: !ready, danger: deed === 'retire' }} confirmLoading={stepping || reviewing || editing} onOk={() => void confirm()} onCancel={onClose}>
      <div className={styles['dialog']}>
        {needsValue(deed) && (
          <>
            <label htmlFor={id}>{t(deed)}</label>
            <Select id={id} value={value ?? null} placeholder={t('choose')} showSearch={{ optionFilterProp: 'label' }} options={[...options]} onChange={setValue} />
          </>
        )}
        {(deed === 'competency' || deed === 'difficulty') && <p className={styles['note']}>{t('versionNote')}</p>}
        {deed === 'approve' && <p className={styles['note']}>{t('reviewNote')}</p>}
        <div role="status">{told ? <Outcome told={told} /> : value !== undefined && <p>{t('looking')}</p>}</div>
      </div>
    </Modal>
  );
}
