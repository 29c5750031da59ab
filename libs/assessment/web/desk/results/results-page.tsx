import type { ExamsSatQuery } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Page } from '@skillhall/ui/page';
import { Filters, SearchFilter, ServerTable, useTableState, type TableColumn } from '@skillhall/ui/table';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { examsSatQuery } from './documents.js';
import { phrases } from './phrases.js';

type Row = ExamsSatQuery['examsSat']['nodes'][number];

function useColumns(): TableColumn<Row>[] {
  const t = usePhrases(phrases);
  const format = useFormat();
  return [
    {
      key: 'title',
      title: t('exam'),
      show: (row) => (
        <Link to={`/desk/results/${row.id}`}>
          <strong>{row.title}</strong>
        </Link>
      ),
    },
    { key: 'sat', title: t('sat'), show: (row) => format.count(row.sat), number: true, width: 90 },
    { key: 'passed', title: t('passed'), show: (row) => format.count(row.passed), number: true, width: 90 },
    { key: 'rate', title: t('passRate'), show: (row) => (row.sat > row.pending ? format.share(row.passed / (row.sat - row.pending)) : '–'), number: true, width: 100 },
    { key: 'pending', title: t('pending'), show: (row) => format.count(row.pending), number: true, width: 100 },
    { key: 'mean', title: t('mean'), show: (row) => format.decimal(row.mean), number: true, width: 100 },
    { key: 'lastSat', title: t('lastSat'), show: (row) => format.date(row.lastSat), width: 150 },
  ];
}

/** Exams that people in the reader's charge have sat. */
export function ResultsPage(): ReactNode {
  const t = usePhrases(phrases);
  const table = useTableState(['search'] as const);
  const query = useQuery(examsSatQuery, { search: table.filters.search ?? null, offset: table.offset, limit: table.limit });
  return (
    <Page title={t('results')} lead={t('resultsLead')} help={<p>{t('resultsHelp')}</p>}>
      <Filters table={table}>
        <SearchFilter table={table} name="search" label={t('searchExam')} />
      </Filters>
      <ServerTable label={t('results')} table={table} query={query} page={query.data?.examsSat} rowKey={(row) => row.id} columns={useColumns()} empty={<Empty title={t('noExams')}>{t('noExamsText')}</Empty>} />
    </Page>
  );
}
