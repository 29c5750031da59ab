import { useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Filters, SearchFilter, SelectFilter, type TableState } from '@skillhall/ui/table';
import { tracks, useTrackName } from '@skillhall/ui/track';
import { useState, type ReactNode } from 'react';
import { competenciesQuery } from '../documents.js';
import { questionPhrases } from '../question/phrases.js';
import type { CategoryOption } from './categories.js';
import styles from './list.module.css';
import { phrases } from './phrases.js';
import { ages, levels, orders, questionTypes, states, uses, type FilterName } from './question-filter.js';

type Table = TableState<FilterName | 'sort'>;

/** Filters that are needed less often, opened by a button; open from the start where one of them is set. */
const seldom = ['difficulty', 'use', 'clause', 'used', 'age'] as const satisfies readonly FilterName[];

function MoreFilters({ table }: { readonly table: Table }): ReactNode {
  const t = usePhrases(phrases);
  const word = usePhrases(questionPhrases);
  return (
    <>
      <SelectFilter table={table} name="difficulty" label={t('difficulty')} options={levels.map((value) => ({ value, label: t('difficultyOf', { n: value }) }))} />
      <SelectFilter table={table} name="use" label={t('use')} options={uses.map((value) => ({ value, label: word(value) }))} />
      <SelectFilter table={table} name="used" label={t('used')} options={(['never', 'seldom', 'often'] as const).map((value) => ({ value, label: t(value) }))} />
      <SelectFilter table={table} name="age" label={t('age')} options={ages.map((value) => ({ value, label: t('olderThan', { n: Number(value) / 12 }) }))} />
      <SearchFilter table={table} name="clause" label={t('clause')} />
    </>
  );
}

export function QuestionFilters({ table, categories }: { readonly table: Table; readonly categories: readonly CategoryOption[] }): ReactNode {
  const t = usePhrases(phrases);
  const word = usePhrases(questionPhrases);
  const trackName = useTrackName();
  const known = useQuery(competenciesQuery, {});
  const competencies = (known.data?.competencies ?? []).filter(({ track }) => table.filters.track === undefined || track === table.filters.track);
  const [more, setMore] = useState(seldom.some((name) => table.filters[name] !== undefined));
  return (
    <Filters table={table}>
      <SearchFilter table={table} name="search" label={t('search')} />
      <div className={styles['only-narrow']}>
        <SelectFilter table={table} name="category" label={t('category')} options={[{ value: 'none', label: t('noCategory') }, ...categories]} wide />
      </div>
      <SelectFilter table={table} name="type" label={t('type')} options={questionTypes.map((type) => ({ value: type, label: word(type) }))} />
      <SelectFilter table={table} name="state" label={t('state')} options={states.map((state) => ({ value: state, label: word(state) }))} />
      <SelectFilter table={table} name="track" label={t('track')} options={tracks.map((track) => ({ value: track, label: trackName(track) }))} />
      <SelectFilter table={table} name="competency" label={t('competency')} options={competencies.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))} wide />
      {more && <MoreFilters table={table} />}
      <SelectFilter table={table} name="sort" label={t('sort')} options={orders.map((order) => ({ value: order, label: t(`by-${order}`) }))} />
      <button type="button" className={styles['more']} aria-expanded={more} onClick={() => setMore(!more)}>
        {t(more ? 'fewerFilters' : 'moreFilters')}
      </button>
    </Filters>
  );
}
