import { fileFormats, type FileFormat } from '@skillhall/question-bank/domain';
import { UnitSearch, useUnitState } from '@skillhall/ui/desk';
import { useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { useMay } from '@skillhall/ui/session';
import { tracks, useTrackName } from '@skillhall/ui/track';
import { Select } from 'antd';
import { useId, useMemo, type ReactNode } from 'react';
import { categoriesQuery } from '../documents.js';
import { categoryOptions, categoryTrees } from '../list/categories.js';
import styles from './import.module.css';
import { importPhrases } from './phrases.js';
import { importStates, type Settings } from './settings.js';

interface ChosenProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

function Chosen<Value extends string>({ label, value, options, onChange }: ChosenProps<Value>): ReactNode {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <Select<Value> id={id} value={value} showSearch={{ optionFilterProp: 'label' }} options={[...options]} onChange={onChange} />
    </div>
  );
}

interface SettingsFormProps {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
  /** Formats in which the file may be read. */
  readonly formats?: readonly FileFormat[];
}

/** Where the questions go, and how they stand there. */
export function SettingsForm({ settings, onChange, formats = fileFormats }: SettingsFormProps): ReactNode {
  const t = usePhrases(importPhrases);
  const trackName = useTrackName();
  const may = useMay();
  const unit = useUnitState().data?.unit;
  const id = useId();
  const categories = useQuery(categoriesQuery, {});
  const places = useMemo(() => categoryOptions(categoryTrees(categories.data?.questionCategories ?? [])), [categories.data]);
  const set = (changes: Partial<Settings>) => onChange({ ...settings, ...changes });
  const states = importStates.filter((state) => state !== 'live' || may('question.review'));
  return (
    <div className={styles['settings']}>
      <Chosen label={t('format')} value={settings.format} options={formats.map((value) => ({ value, label: t(value) }))} onChange={(format) => set({ format })} />
      <div className={styles['field']}>
        <label htmlFor={`${id}-unit`}>{t('unit')}</label>
        <UnitSearch id={`${id}-unit`} value={settings.unit ?? undefined} known={unit} onChoose={(chosen) => set({ unit: chosen })} />
      </div>
      <Chosen label={t('category')} value={settings.category ?? ''} options={[{ value: '', label: t('categoryOfFile') }, ...places]} onChange={(category) => set({ category: category || null })} />
      <Chosen label={t('track')} value={settings.track} options={tracks.map((value) => ({ value, label: trackName(value) }))} onChange={(track) => set({ track })} />
      <Chosen label={t('state')} value={settings.state} options={states.map((value) => ({ value, label: t(value) }))} onChange={(state) => set({ state })} />
    </div>
  );
}
