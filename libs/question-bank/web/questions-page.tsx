import type { QuestionRowFragment } from '@skillhall/ui/gql';
import { request, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Page } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import { Filters, SearchFilter, SelectFilter, ServerTable, useTableState, type TableColumn, type TableState } from '@skillhall/ui/table';
import { TrackName, tracks, useTrackName } from '@skillhall/ui/track';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { phrases } from './phrases.js';
import { competenciesQuery, questionsQuery } from './question-documents.js';
import { QuestionDrawer } from './question-drawer.js';
import { filterNames, questionFilter, questionTypes, type FilterName } from './question-filter.js';
import styles from './questions.module.css';

function useColumns(): TableColumn<QuestionRowFragment>[] {
  const t = usePhrases(phrases);
  const format = useFormat();
  const trackName = useTrackName();
  return [
    { key: 'code', title: t('code'), show: (row) => row.code, plain: (row) => row.code, width: 110 },
    { key: 'stem', title: t('stem'), show: (row) => <span className={styles['clamp']}>{row.stem}</span>, plain: (row) => row.stem },
    { key: 'type', title: t('type'), show: (row) => t(row.type), plain: (row) => t(row.type), width: 90 },
    { key: 'track', title: t('track'), show: (row) => <TrackName track={row.track} />, plain: (row) => trackName(row.track), width: 120 },
    { key: 'competency', title: t('competency'), show: (row) => row.competency?.name ?? '–', plain: (row) => row.competency?.name, width: 150 },
    { key: 'difficulty', title: t('difficulty'), show: (row) => t('difficultyOf', { n: row.difficulty }), plain: (row) => row.difficulty, number: true, width: 80 },
    { key: 'version', title: t('version'), show: (row) => row.version, plain: (row) => row.version, number: true, width: 70 },
    { key: 'updated', title: t('updated'), show: (row) => format.date(row.updatedAt), plain: (row) => row.updatedAt, width: 140 },
  ];
}

function QuestionFilters({ table }: { readonly table: TableState<FilterName> }): ReactNode {
  const t = usePhrases(phrases);
  const trackName = useTrackName();
  const known = useQuery(competenciesQuery, {});
  const competencies = (known.data?.competencies ?? []).filter(({ track }) => table.filters.track === undefined || track === table.filters.track);
  return (
    <Filters table={table}>
      <SearchFilter table={table} name="search" label={t('search')} />
      <SelectFilter table={table} name="track" label={t('track')} options={tracks.map((track) => ({ value: track, label: trackName(track) }))} />
      <SelectFilter table={table} name="type" label={t('type')} options={questionTypes.map((type) => ({ value: type, label: t(type) }))} />
      <SelectFilter table={table} name="competency" label={t('competency')} options={competencies.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))} wide />
    </Filters>
  );
}

export function QuestionsPage(): ReactNode {
  const t = usePhrases(phrases);
  const may = useMay();
  const go = useNavigate();
  const table = useTableState(filterNames);
  const filter = questionFilter(table.filters);
  const query = useQuery(questionsQuery, { filter, offset: table.offset, limit: table.limit });
  const toImport = may('question.manage') && (
    <Button type="primary" onClick={() => void go('/desk/imports/questions')}>
      {t('importQuestions')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={toImport}
      help={
        <>
          <p>{t('helpImport')}</p>
          <p>{t('helpKey')}</p>
        </>
      }
    >
      <QuestionFilters table={table} />
      <ServerTable
        label={t('title')}
        table={table}
        query={query}
        page={query.data?.questions}
        rowKey={(row) => row.id}
        opens
        columns={useColumns()}
        exports={{ name: t('exportName'), read: async (offset, limit) => (await request(questionsQuery, { filter, offset, limit })).questions.nodes }}
        empty={
          <Empty title={t('empty')} action={toImport}>
            {t('emptyText')}
          </Empty>
        }
      />
      <QuestionDrawer id={table.open} onClose={() => table.setOpen(undefined)} />
    </Page>
  );
}
