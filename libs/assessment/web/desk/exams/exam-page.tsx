import { useUnit } from '@skillhall/ui/desk';
import { useAction, useNotice, useUnsaved } from '@skillhall/ui/form';
import type { ArchiveExamMutation, ExamDetailFragment, PublishExamMutation, ReviewTime, SaveExamMutation } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Page, Section, Skeleton } from '@skillhall/ui/page';
import { Button, Input, InputNumber, Select, Switch } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { editorPhrases } from './editor-phrases.js';
import { phrases } from './phrases.js';
import { BlueprintEditor } from './blueprint-editor.js';
import { archiveExamMutation, examQuery, publishExamMutation, saveExamMutation } from './exam-documents.js';
import { type Draft, draftOf, newDraft } from './exam-draft.js';
import { ExamStateTag } from './exam-state.js';
import styles from './exams.module.css';
import { PracticeSwitch } from './practice-switch.js';
import { SamplePaper } from './sample-paper.js';
import { useBlueprintCheck } from './use-blueprint-check.js';

const pickSave = (data: SaveExamMutation) => data.saveExam;
const pickPublish = (data: PublishExamMutation) => data.publishExam;
const pickArchive = (data: ArchiveExamMutation) => data.archiveExam;
const times = ['submitted', 'closed', 'never'] as const satisfies readonly ReviewTime[];

function Settings({ draft, set, locked }: { readonly draft: Draft; readonly set: (change: Partial<Draft>) => void; readonly locked: boolean }): ReactNode {
  const t = usePhrases(editorPhrases);
  const e = usePhrases(phrases);
  const id = useId();
  const number = (field: 'minutes' | 'passMark' | 'attemptsAllowed' | 'markers' | 'markingGap', label: string, least: number, most: number) => (
    <label className={styles['field']} htmlFor={`${id}-${field}`}>
      <span>{label}</span>
      <InputNumber id={`${id}-${field}`} disabled={locked} min={least} max={most} value={draft[field]} onChange={(value) => set({ [field]: value ?? least })} />
    </label>
  );
  return (
    <div className={styles['fields']}>
      {number('minutes', e('minutes'), 1, 600)}
      {number('passMark', e('passMark'), 1, 100)}
      {number('attemptsAllowed', t('attemptsAllowed'), 1, 20)}
      {number('markers', t('markers'), 1, 2)}
      <label className={styles['field']} htmlFor={`${id}-cap`}>
        <span>{t('exposureCap')}</span>
        <InputNumber id={`${id}-cap`} disabled={locked} min={1} max={1_000_000} placeholder={t('noCap')} value={draft.exposureCap ?? null} onChange={(exposureCap) => set({ exposureCap })} />
      </label>
      {draft.markers === 2 && number('markingGap', t('markingGap'), 0, 100)}
      {(['shuffleQuestions', 'shuffleOptions'] as const).map((field) => (
        <label key={field} className={styles['field']}>
          <span>{t(field)}</span>
          <Switch disabled={locked} checked={draft[field]} onChange={(on) => set({ [field]: on })} aria-label={t(field)} />
        </label>
      ))}
      {(['mark', 'rightAnswer', 'explanation'] as const).map((part) => (
        <label key={part} className={styles['field']} htmlFor={`${id}-${part}`}>
          <span>{t(`see-${part}`)}</span>
          <Select id={`${id}-${part}`} disabled={locked} value={draft.review[part]} onChange={(time: ReviewTime) => set({ review: { ...draft.review, [part]: time } })} options={times.map((time) => ({ value: time, label: t(`when-${time}`) }))} />
        </label>
      ))}
      {draft.review.rightAnswer === 'submitted' && <p className={styles['warning']}>{t('earlyAnswers')}</p>}
    </div>
  );
}

interface EditorProps {
  /** As the server holds it; null for one that is new. */
  readonly exam: ExamDetailFragment | null;
  readonly first: Draft;
  readonly known?: ExamDetailFragment['fixedQuestions'];
}

function Editor({ exam, first, known = [] }: EditorProps): ReactNode {
  const t = usePhrases(editorPhrases);
  const e = usePhrases(phrases);
  const go = useNavigate();
  const notice = useNotice();
  const { unit } = useUnit();
  const [held, setHeld] = useState(exam);
  const [draft, setDraft] = useState(first);
  const [save, saving] = useAction(saveExamMutation, pickSave);
  const [publish] = useAction(publishExamMutation, pickPublish);
  const [archive] = useAction(archiveExamMutation, pickArchive);
  const locked = held !== null && held.state !== 'draft';
  const [looking, setLooking] = useState<string>();
  const unitId = held?.unit.id ?? unit.id;
  const changed = held === null || JSON.stringify(draftOf(held)) !== JSON.stringify(draft);
  const { counted, old } = useBlueprintCheck(draft, unitId, changed);
  useUnsaved(changed && !locked && !saving);
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const keep = async (): Promise<ExamDetailFragment | undefined> => {
    const saved = await save({ input: { ...draft, unitId, id: held?.id ?? null, version: held?.version ?? null } });
    if (!saved) return undefined;
    setHeld(saved.exam);
    setDraft(draftOf(saved.exam));
    notice.done(t('saved'));
    return saved.exam;
  };
  const look = async () => setLooking((changed && !locked ? await keep() : held)?.id);
  const askPublish = () =>
    notice.confirm({
      title: t('publishTitle', { title: draft.title }),
      text: t('publishText'),
      button: t('publish'),
      onConfirm: async () => {
        const current = changed ? await keep() : held;
        if (current && (await publish({ id: current.id }))) {
          notice.done(t('publishedNow'));
          void go('/desk/exams', { replace: true });
        }
      },
    });
  const askArchive = () =>
    notice.confirm({ title: t('archiveTitle', { title: draft.title }), text: t('archiveText'), button: t('archive'), danger: true, onConfirm: async () => void ((await archive({ id: held!.id })) && go('/desk/exams', { replace: true })) });
  const sample = (
    <Button disabled={!draft.title.trim()} onClick={() => void look()}>
      {t(changed && !locked ? 'saveAndSample' : 'sample')}
    </Button>
  );
  const actions = locked ? (
    <>
      {sample}
      {held.state === 'published' && <Button onClick={askArchive}>{t('archive')}</Button>}
      <Button onClick={() => void go(`/desk/exams/new?copy=${held.id}`)}>{t('copy')}</Button>
      {held.state === 'published' && (
        <Button type="primary" onClick={() => void go(`/desk/sittings?plan=${held.id}`)}>
          {t('planSitting')}
        </Button>
      )}
    </>
  ) : (
    <>
      {sample}
      <Button loading={saving} disabled={!changed} onClick={() => void keep()}>
        {t('save')}
      </Button>
      <Button type="primary" disabled={!draft.title.trim()} onClick={askPublish}>
        {t('publish')}
      </Button>
    </>
  );
  return (
    <Page title={held ? held.title : e('newExam')} trail={[{ to: '/desk/exams', text: e('exams') }]} lead={held && <ExamStateTag state={held.state} />} actions={actions} help={<p>{t('examHelp')}</p>}>
      {locked && <p className={styles['note']}>{t('locked')}</p>}
      <Section title={t('what')}>
        <div className={styles['texts']}>
          <Input aria-label={t('examTitle')} placeholder={t('examTitle')} disabled={locked} maxLength={200} value={draft.title} onChange={(event) => set({ title: event.target.value })} />
          <Input.TextArea aria-label={t('instructions')} placeholder={t('instructions')} disabled={locked} maxLength={4000} rows={3} value={draft.instructions} onChange={(event) => set({ instructions: event.target.value })} />
        </div>
        <Settings draft={draft} set={set} locked={locked} />
      </Section>
      <Section title={t('blueprint')}>
        <BlueprintEditor draft={draft} onChange={setDraft} counted={changed ? counted : (held ?? undefined)} old={changed && old} locked={locked} unitId={unitId} known={known} />
      </Section>
      {held?.state === 'published' && <PracticeSwitch examId={held.id} open={held.openToPractice} />}
      {looking !== undefined && <SamplePaper examId={looking} onClose={() => setLooking(undefined)} />}
    </Page>
  );
}

/** Writes an exam, or shows a published one, which no longer changes. */
export function ExamPage(): ReactNode {
  const t = usePhrases(editorPhrases);
  const e = usePhrases(phrases);
  const { examId = '' } = useParams();
  const [search] = useSearchParams();
  const fresh = examId === 'new';
  const copied = fresh ? search.get('copy') : null;
  const query = useQuery(examQuery, fresh && copied === null ? null : { id: copied ?? examId });
  if (fresh && copied === null) return <Editor key="new" exam={null} first={newDraft('', t('firstSection'))} />;
  return (
    <Loaded query={query} skeleton={<Skeleton lines={10} />}>
      {({ exam }) =>
        exam ? (
          <Editor key={`${examId}-${exam.id}`} exam={fresh ? null : exam} first={fresh ? { ...draftOf(exam), title: t('copyOf', { title: exam.title }) } : draftOf(exam)} known={exam.fixedQuestions} />
        ) : (
          <Page title={e('exams')} trail={[{ to: '/desk/exams', text: e('exams') }]}>
            <Empty title={t('gone')} />
          </Page>
        )
      }
    </Loaded>
  );
}
