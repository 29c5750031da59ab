import type { QuestionContent } from '@skillhall/question-bank/domain';
import { useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { tracks, useTrackName } from '@skillhall/ui/track';
import { Select } from 'antd';
import { useId, useMemo, type ReactNode } from 'react';
import { categoriesQuery, competenciesQuery } from '../documents.js';
import { categoryOptions, categoryTrees } from '../list/categories.js';
import { levels, uses } from '../list/question-filter.js';
import { questionPhrases } from '../question/phrases.js';
import { editorPhrases } from './editor-phrases.js';
import styles from './editor.module.css';
import { Group, Line, Problem } from './fields.js';
import { withCompetency, withTrack, type Draft } from './question-draft.js';

interface Labelled {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function Labelled({ label, value, options, onChange }: Labelled): ReactNode {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <Select id={id} value={value} showSearch={{ optionFilterProp: 'label' }} options={[...options]} onChange={onChange} />
    </div>
  );
}

/** Where the question belongs and what it is for. */
export function ClassForm({ draft, onChange, isNew }: { readonly draft: Draft; readonly onChange: (draft: Draft) => void; readonly isNew: boolean }): ReactNode {
  const t = usePhrases(editorPhrases);
  const word = usePhrases(questionPhrases);
  const trackName = useTrackName();
  const known = useQuery(competenciesQuery, {});
  const categories = useQuery(categoriesQuery, {});
  const places = useMemo(() => categoryOptions(categoryTrees(categories.data?.questionCategories ?? [])), [categories.data]);
  const { content } = draft;
  const change = (next: QuestionContent) => onChange({ ...draft, content: next });
  const competencies = (known.data?.competencies ?? []).filter(({ track }) => track === content.track).map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
  return (
    <Group title={t('classes')}>
      <div className={styles['grid']}>
        <Labelled label={t('track')} value={content.track} options={tracks.map((track) => ({ value: track, label: trackName(track) }))} onChange={(track) => change(withTrack(content, track as QuestionContent['track']))} />
        <Labelled label={t('competency')} value={content.competency ?? ''} options={[{ value: '', label: t('noCompetency') }, ...competencies]} onChange={(code) => change(withCompetency(content, code || null))} />
        <Labelled label={t('difficulty')} value={String(content.difficulty)} options={levels.map((level) => ({ value: level, label: `${level} / 5` }))} onChange={(level) => change({ ...content, difficulty: Number(level) })} />
        <Labelled label={t('use')} value={draft.use} options={uses.map((use) => ({ value: use, label: word(use) }))} onChange={(use) => onChange({ ...draft, use: uses.find((each) => each === use)! })} />
        <Labelled label={t('category')} value={draft.categoryId ?? ''} options={[{ value: '', label: t('noCategory') }, ...places]} onChange={(id) => onChange({ ...draft, categoryId: id || null })} />
        <Line label={t('clause')} value={content.clause ?? ''} hint={t('clauseHint')} onChange={(clause) => change({ ...content, clause: clause === '' ? null : clause })} />
        {isNew && <Line label={t('code')} value={draft.code} hint={t('codeHint')} maxLength={40} onChange={(code) => onChange({ ...draft, code })} />}
      </div>
      <Problem field="competency" />
    </Group>
  );
}
