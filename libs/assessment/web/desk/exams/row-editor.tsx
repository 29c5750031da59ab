import { categoriesQuery, categoryOptions, categoryTrees, competenciesQuery, questionPhrases, type CategoryOption } from '@skillhall/question-bank/picking';
import type { CompetencyNamesQuery, QuestionType, Track } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { tracks, useTrackName } from '@skillhall/ui/track';
import { Button, InputNumber, Select } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { type Draft, withRow, withSection, withTrack } from './exam-draft.js';
import styles from './exams.module.css';
import { blueprintPhrases } from './blueprint-phrases.js';
import type { Counted } from './use-blueprint-check.js';

const types = ['single', 'multiple', 'trueFalse', 'fillIn', 'numeric', 'ordering', 'matching', 'calculation', 'shortAnswer', 'case'] as const satisfies readonly QuestionType[];

/** What a row can ask for besides type and difficulty. */
export interface Kinds {
  readonly categories: readonly CategoryOption[];
  readonly competencies: CompetencyNamesQuery['competencies'];
}

export function useKinds(): Kinds {
  const categories = useQuery(categoriesQuery, {}).data?.questionCategories;
  const competencies = useQuery(competenciesQuery, {}).data?.competencies ?? [];
  return { categories: useMemo(() => categoryOptions(categoryTrees(categories ?? [])), [categories]), competencies };
}

interface RowProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly counted: Counted | undefined;
  readonly old: boolean;
  readonly locked: boolean;
  readonly kinds: Kinds;
  readonly section: number;
  readonly index: number;
}

/** One row of a blueprint: so many questions of this kind, and how many the bank has. */
export function RowEditor({ draft, onChange, counted, old, locked, kinds, section, index }: RowProps): ReactNode {
  const t = usePhrases(blueprintPhrases);
  const word = usePhrases(questionPhrases);
  const trackName = useTrackName();
  const row = draft.sections[section]!.rows[index]!;
  const set = (change: Partial<typeof row>) => onChange(withRow(draft, section, index, change));
  const fitting = counted?.fitting[section]?.[index];
  const short = counted?.problems.some(({ rows }) => rows.some((place) => place.section === section && place.row === index)) ?? false;
  const competencies = kinds.competencies.filter(({ track }) => row.track === null || row.track === undefined || track === row.track);
  return (
    <tr data-short={short || undefined}>
      <td>
        <Select<QuestionType | ''> aria-label={t('type')} disabled={locked} value={row.type ?? ''} onChange={(type) => set({ type: type || null })} options={[{ value: '' as const, label: t('anyType') }, ...types.map((type) => ({ value: type, label: word(type) }))]} />
      </td>
      <td>
        <Select<Track | ''> aria-label={t('track')} disabled={locked} value={row.track ?? ''} onChange={(track) => onChange(withTrack(draft, section, index, track || null))} options={[{ value: '' as const, label: t('anyTrack') }, ...tracks.map((track) => ({ value: track, label: trackName(track) }))]} />
      </td>
      <td>
        <Select aria-label={t('category')} className={styles['kind'] ?? ''} mode="multiple" maxTagCount={1} disabled={locked} value={[...row.categoryIds]} onChange={(categoryIds: string[]) => set({ categoryIds })} options={[...kinds.categories]} placeholder={t('anyCategory')} showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false} />
      </td>
      <td>
        <Select aria-label={t('competency')} className={styles['kind'] ?? ''} disabled={locked} value={row.competency ?? ''} onChange={(competency: string) => set({ competency: competency || null })} options={[{ value: '', label: t('anyCompetency') }, ...competencies.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))]} showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false} />
      </td>
      <td>
        <span className={styles['range']}>
          <InputNumber aria-label={t('leastDifficulty')} disabled={locked} min={1} max={row.mostDifficulty} value={row.leastDifficulty} onChange={(value) => set({ leastDifficulty: value ?? 1 })} />
          <span>–</span>
          <InputNumber aria-label={t('mostDifficulty')} disabled={locked} min={row.leastDifficulty} max={5} value={row.mostDifficulty} onChange={(value) => set({ mostDifficulty: value ?? 5 })} />
        </span>
      </td>
      <td>
        <InputNumber aria-label={t('count')} disabled={locked} min={1} max={500} value={row.count} onChange={(value) => set({ count: value ?? 1 })} />
      </td>
      <td>
        <InputNumber aria-label={t('marksEach')} disabled={locked} min={0.01} max={1000} precision={2} value={row.marks} formatter={(value) => String(value ?? '')} onChange={(value) => set({ marks: value ?? 1 })} />
      </td>
      <td className={styles['fits']} data-old={old || undefined}>
        {fitting === undefined ? '–' : t('fits', { n: fitting })}
      </td>
      <td>
        {!locked && (
          <Button type="text" size="small" onClick={() => onChange(withSection(draft, section, { rows: draft.sections[section]!.rows.filter((_, place) => place !== index) }))}>
            {t('remove')}
          </Button>
        )}
      </td>
    </tr>
  );
}
