import type { ExamToMarkRowFragment } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Page } from '@skillhall/ui/page';
import { ServerTable, useTableState, type TableColumn } from '@skillhall/ui/table';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { examsToMarkQuery } from './documents.js';
import { MarkingProgress } from './marking-progress.js';
import { phrases } from './phrases.js';

function useColumns(): TableColumn<ExamToMarkRowFragment>[] {
  const t = usePhrases(phrases);
  const format = useFormat();
  const number = (key: 'waiting' | 'once' | 'disputed' | 'settled' | 'mine'): TableColumn<ExamToMarkRowFragment> => ({
    key,
    title: t(key),
    show: ({ counts }) => format.count(counts[key]),
    number: true,
    width: 110,
  });
  return [
    {
      key: 'title',
      title: t('exam'),
      show: (row) => (
        <Link to={`/desk/marking/${row.id}`}>
          <strong>{row.title}</strong>
        </Link>
      ),
    },
    { key: 'markers', title: t('markers'), show: (row) => t(row.markers === 2 ? 'markers-2' : 'markers-1'), width: 130 },
    number('waiting'),
    number('once'),
    number('disputed'),
    number('settled'),
    number('mine'),
    { key: 'progress', title: t('progress'), show: ({ counts }) => <MarkingProgress counts={counts} />, width: 140 },
  ];
}

/** Exams with answers that people mark. */
export function MarkingPage(): ReactNode {
  const t = usePhrases(phrases);
  const table = useTableState([] as const);
  const query = useQuery(examsToMarkQuery, { offset: table.offset, limit: table.limit });
  return (
    <Page title={t('marking')} lead={t('markingLead')} help={<p>{t('markingHelp')}</p>}>
      <ServerTable label={t('marking')} table={table} query={query} page={query.data?.examsToMark} rowKey={(row) => row.id} columns={useColumns()} empty={<Empty title={t('noExams')}>{t('noExamsText')}</Empty>} />
    </Page>
  );
}
