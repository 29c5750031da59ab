import { useUnitState } from '@skillhall/ui/desk';
import type { QuestionFilter, QuestionRowFragment } from '@skillhall/ui/gql';
import { request, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Page } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import { Below, ServerTable, useTableState, type TableColumn } from '@skillhall/ui/table';
import { TrackName, useTrackName } from '@skillhall/ui/track';
import { Button } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { categoriesQuery, questionsQuery } from '../documents.js';
import { questionPhrases } from '../question/phrases.js';
import { QuestionDrawer } from '../question/question-drawer.js';
import { shortStem } from '../question/short-stem.js';
import { Standing } from '../question/state-tag.js';
import { BulkBar } from './bulk-bar.js';
import { categoryOptions, categoryTrees } from './categories.js';
import { CategoryTree } from './category-tree.js';
import { ExportQuestions } from './export-dialog.js';
import styles from './list.module.css';
import { phrases } from './phrases.js';
import { filterNames, questionFilter, questionSort } from './question-filter.js';
import { QuestionFilters } from './question-filters.js';

/** Its number and type. */
function Numbered({ row: { code, type } }: { readonly row: QuestionRowFragment }): ReactNode {
  const word = usePhrases(questionPhrases);
  return (
    <>
      {code}
      <Below>{word(type)}</Below>
    </>
  );
}

/** Its track and, where it has one, its competency. */
function Place({ row: { track, competency } }: { readonly row: QuestionRowFragment }): ReactNode {
  return (
    <>
      <TrackName track={track} />
      {competency && <Below>{competency.name}</Below>}
    </>
  );
}

function useColumns(): TableColumn<QuestionRowFragment>[] {
  const t = usePhrases(phrases);
  const word = usePhrases(questionPhrases);
  const format = useFormat();
  const trackName = useTrackName();
  return [
    { key: 'code', title: t('code'), show: (row) => <Numbered row={row} />, plain: (row) => row.code, width: 104 },
    { key: 'stem', title: t('stem'), show: (row) => <span className={styles['clamp']}>{shortStem(row.stem)}</span>, plain: (row) => row.stem },
    { key: 'type', title: t('type'), show: (row) => word(row.type), plain: (row) => word(row.type), onlyExport: true },
    {
      key: 'state',
      title: t('state'),
      show: (row) => (
        <span className={styles['standing']}>
          <Standing row={row} />
        </span>
      ),
      plain: (row) => word(row.currentVersion > 0 ? 'live' : row.latestState),
      width: 96,
    },
    { key: 'track', title: t('track'), show: (row) => <Place row={row} />, plain: (row) => trackName(row.track), width: 136 },
    { key: 'competency', title: t('competency'), show: (row) => row.competency?.name ?? '–', plain: (row) => row.competency?.name, onlyExport: true },
    { key: 'category', title: t('category'), show: (row) => row.category?.name ?? '–', plain: (row) => row.category?.name, onlyExport: true },
    { key: 'difficulty', title: t('difficulty'), show: (row) => t('difficultyOf', { n: row.difficulty }), plain: (row) => row.difficulty, number: true, width: 64 },
    { key: 'used', title: t('used'), show: (row) => format.count(row.usage.times), plain: (row) => row.usage.times, number: true, width: 76 },
    { key: 'use', title: t('use'), show: (row) => word(row.use), plain: (row) => word(row.use), onlyExport: true },
    { key: 'version', title: t('version'), show: (row) => row.version, plain: (row) => row.version, onlyExport: true },
    { key: 'updated', title: t('updated'), show: (row) => format.date(row.updatedAt), plain: (row) => row.updatedAt, width: 118 },
  ];
}

function Actions({ filter, count }: { readonly filter: QuestionFilter; readonly count: number }): ReactNode {
  const t = usePhrases(phrases);
  const may = useMay();
  const go = useNavigate();
  const to = (path: string) => () => void go(`/desk/questions/${path}`);
  return (
    <>
      {may('question.review') && <Button onClick={to('review')}>{t('toReview')}</Button>}
      {may('question.manage') && <Button onClick={to('duplicates')}>{t('duplicates')}</Button>}
      <ExportQuestions filter={filter} count={count} />
      {may('question.manage') && <Button onClick={to('import')}>{t('importQuestions')}</Button>}
      {may('question.manage') && (
        <Button type="primary" onClick={to('new')}>
          {t('write')}
        </Button>
      )}
    </>
  );
}

const tableNames = [...filterNames, 'sort'] as const;

/** The bank: trees of categories at the side, the list with its filters, one question in detail. */
export function QuestionsPage(): ReactNode {
  const t = usePhrases(phrases);
  const may = useMay();
  const unit = useUnitState().data?.unit;
  const table = useTableState(tableNames);
  const filter = questionFilter(table.filters);
  const sort = questionSort(table.filters.sort);
  const query = useQuery(questionsQuery, { filter, sort, offset: table.offset, limit: table.limit });
  const known = useQuery(categoriesQuery, {});
  const trees = useMemo(() => categoryTrees(known.data?.questionCategories ?? []), [known.data]);
  const categories = useMemo(() => categoryOptions(trees), [trees]);
  const help = (
    <>
      <p>{t('helpVersions')}</p>
      <p>{t('helpReview')}</p>
      <p>{t('helpKey')}</p>
    </>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={<Actions filter={filter} count={query.data?.questions.totalCount ?? 0} />} help={help}>
      <div className={styles['beside']}>
        <aside className={styles['tree']}>
          <CategoryTree trees={trees} chosen={table.filters.category} onChoose={(id) => table.setFilter('category', id)} home={may('question.manage') ? unit : undefined} />
        </aside>
        <div className={styles['list']}>
          <QuestionFilters table={table} categories={categories} />
          <ServerTable
            label={t('title')}
            table={table}
            query={query}
            page={query.data?.questions}
            total={(n) => t('total', { n })}
            rowKey={(row) => row.id}
            opens
            columns={useColumns()}
            bulk={(ticked, clear) => <BulkBar ticked={ticked} clear={clear} filter={filter} found={query.data?.questions.totalCount ?? 0} categories={categories} />}
            exports={{ name: t('exportName'), read: async (offset, limit) => (await request(questionsQuery, { filter, sort, offset, limit })).questions.nodes }}
            empty={<Empty title={t('empty')}>{t(may('question.manage') ? 'emptyText' : 'emptyToRead')}</Empty>}
          />
        </div>
      </div>
      <QuestionDrawer id={table.open} onClose={() => table.setOpen(undefined)} />
    </Page>
  );
}
