import type { QuestionContent, QuestionType } from '@skillhall/question-bank/domain';
import { questionTypes } from '@skillhall/question-bank/domain';
import { useUnitState } from '@skillhall/ui/desk';
import { useUnsaved } from '@skillhall/ui/form';
import { useQuery } from '@skillhall/ui/graphql';
import { useLocale, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Page } from '@skillhall/ui/page';
import { Banner } from '@skillhall/ui/pieces';
import { Button } from 'antd';
import { useDeferredValue, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { contentOf } from '../content.js';
import { questionQuery } from '../documents.js';
import { Preview, type Look } from '../question/preview.js';
import { CaseParts } from './case-parts.js';
import { ClassForm } from './class-form.js';
import { editorPhrases } from './editor-phrases.js';
import styles from './editor.module.css';
import { ProblemContext } from './fields.js';
import { PartForm } from './part-form.js';
import { newDraft, problemsOf, withPart, type Draft } from './question-draft.js';
import { Similar } from './similar.js';
import { useSave, type Conflict, type Existing } from './use-save.js';

function ConflictBanner({ conflict, existing, onOver }: { readonly conflict: Conflict; readonly existing: Existing; readonly onOver: () => void }): ReactNode {
  const t = usePhrases(editorPhrases);
  return (
    <Banner tone="warn" live>
      <p>
        <strong>{t('conflictTitle')}</strong>
      </p>
      <p>{conflict.message}</p>
      <p className={styles['inline']}>
        <Link to={`/desk/questions?open=${existing.id}`} target="_blank" rel="noreferrer">
          {t('conflictLook', { n: conflict.version })}
        </Link>
        <Button onClick={onOver}>{t('conflictOver')}</Button>
      </p>
    </Banner>
  );
}

interface EditorProps {
  readonly start: Draft;
  readonly title: string;
  readonly lead: string;
  readonly existing?: Existing;
}

function useEditor({ start, existing }: EditorProps) {
  const go = useNavigate();
  const locale = useLocale();
  const unit = useUnitState().data?.unit;
  const [begun] = useState(start);
  const [draft, setDraft] = useState(begun);
  const [asked, setAsked] = useState(existing !== undefined);
  const [saved, setSaved] = useState<string>();
  const saving = useSave(existing, unit?.id, setSaved);
  const problems = useMemo(() => problemsOf(draft.content, locale), [draft.content, locale]);
  useUnsaved(draft !== begun && saved === undefined);
  useEffect(() => {
    if (saved !== undefined) void go(`/desk/questions?open=${saved}`);
  }, [saved, go]);
  const save = (submit: boolean) => {
    setAsked(true);
    if (problems.size === 0) void saving.save(draft, submit);
  };
  const shown = useMemo(() => (asked ? new Map([...saving.refused, ...problems]) : new Map<string, string>()), [asked, problems, saving.refused]);
  return { draft, setDraft, problems, shown, save, saving, unit };
}

/** Writing on the left, the question as it will be on the right. */
function Editor(props: EditorProps): ReactNode {
  const { title, lead, existing } = props;
  const t = usePhrases(editorPhrases);
  const { draft, setDraft, problems, shown, save, saving, unit } = useEditor(props);
  const { content } = draft;
  const seen = useDeferredValue(content);
  const [look, setLook] = useState<Look>('asExaminee');
  const change = (next: QuestionContent) => setDraft({ ...draft, content: next });
  const help = (
    <>
      <p>{t('helpStem')}</p>
      <p>{t('helpCalculation', { name: '{{kwh}}' })}</p>
      <p>{t('helpKey')}</p>
    </>
  );
  const actions = (
    <>
      <span className={styles['count']} role="status">
        {problems.size ? t('problems', { count: problems.size }) : t('noProblems')}
      </span>
      <Button loading={saving.saving} onClick={() => save(false)}>
        {t('saveDraft')}
      </Button>
      <Button type="primary" loading={saving.saving} onClick={() => save(true)}>
        {t('saveAndSubmit')}
      </Button>
    </>
  );
  return (
    <Page title={title} lead={lead} trail={[{ to: '/desk/questions', text: t('bank') }]} actions={actions} help={help}>
      {saving.conflict && existing && <ConflictBanner conflict={saving.conflict} existing={existing} onOver={() => save(false)} />}
      <div className={styles['desk']}>
        <ProblemContext value={shown}>
          <form className={styles['form']} onSubmit={(event) => event.preventDefault()}>
            <PartForm part={content} path="" types={questionTypes} onChange={(part) => change(withPart(content, part))} />
            {content.type === 'case' && <CaseParts parts={content.parts} onChange={(parts) => change({ ...content, parts })} />}
            <ClassForm draft={draft} onChange={setDraft} isNew={!existing} />
            {!existing && unit && <p className={styles['hint']}>{t('inUnit', { unit: unit.name })}</p>}
          </form>
        </ProblemContext>
        <aside className={styles['aside']}>
          <Preview content={seen} look={look} onLook={setLook} />
          <Similar content={seen} exceptId={existing?.id ?? null} />
        </aside>
      </div>
    </Page>
  );
}

/** `/desk/questions/new`: the type and the category may be in the address. */
export function NewQuestionPage(): ReactNode {
  const t = usePhrases(editorPhrases);
  const [search] = useSearchParams();
  const type = questionTypes.find((each) => each === search.get('type')) ?? ('single' satisfies QuestionType);
  const [start] = useState(() => newDraft(type, search.get('category')));
  return <Editor start={start} title={t('newTitle')} lead={t('lead')} />;
}

/** `/desk/questions/:questionId/edit`: always the latest version. */
export function EditQuestionPage(): ReactNode {
  const t = usePhrases(editorPhrases);
  const { questionId } = useParams();
  const query = useQuery(questionQuery, { id: questionId!, version: 0 });
  // What is being written must not change under the hands when the page asks again.
  const [first, setFirst] = useState(query.data);
  if (first === undefined && query.data !== undefined) setFirst(query.data);
  return (
    <Loaded whole query={{ ...query, data: first }}>
      {({ questionForAuthor: question }) => {
        if (!question) return <Empty whole title={t('gone')} />;
        const content = contentOf(question);
        const reason = [question, ...question.parts].map(({ key }) => ('message' in key ? key.message : '')).find(Boolean);
        if (!content) return <Empty whole title={t('withheld')}>{reason}</Empty>;
        const { id, code, latestVersion, currentVersion, use, category } = question;
        const lead = currentVersion > 0 ? t('newVersionOf', { n: latestVersion + 1, current: currentVersion }) : t('lead');
        return <Editor start={{ content, use, categoryId: category?.id ?? null, code }} title={t('editTitle', { code })} lead={lead} existing={{ id, latestVersion }} />;
      }}
    </Loaded>
  );
}
