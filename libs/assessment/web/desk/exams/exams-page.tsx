import type { ExamFilter, ExamRowFragment, ExamState } from '@skillhall/ui/gql';
import { request, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Page } from '@skillhall/ui/page';
import { Filters, SearchFilter, SelectFilter, ServerTable, useTableState, type TableColumn } from '@skillhall/ui/table';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { listPhrases } from './list-phrases.js';
import { phrases } from './phrases.js';
import { examsQuery } from './exam-documents.js';
import { ExamStateTag } from './exam-state.js';

const states = ['draft', 'published', 'archived'] as const satisfies readonly ExamState[];

function useColumns(): TableColumn<ExamRowFragment>[] {
  const t = usePhrases(listPhrases);
  const e = usePhrases(phrases);
  const format = useFormat();
  return [
    {
      key: 'title',
      title: t('exam'),
      show: (row) => (
        <Link to={`/desk/exams/${row.id}`}>
          <strong>{row.title}</strong>
        </Link>
      ),
      plain: (row) => row.title,
    },
    { key: 'state', title: e('state'), show: (row) => <ExamStateTag state={row.state} />, plain: (row) => e(row.state), width: 110 },
    { key: 'questions', title: t('questions'), show: (row) => row.totals.questions, plain: (row) => row.totals.questions, number: true, width: 80 },
    { key: 'marks', title: t('marks'), show: (row) => format.short(row.totals.marks, 2), plain: (row) => row.totals.marks, number: true, width: 80 },
    { key: 'minutes', title: e('minutes'), show: (row) => row.minutes, plain: (row) => row.minutes, number: true, width: 90 },
    { key: 'passMark', title: e('passMark'), show: (row) => `${row.passMark}%`, plain: (row) => row.passMark, number: true, width: 90 },
    { key: 'unit', title: t('unit'), show: (row) => row.unit.name, plain: (row) => row.unit.name, width: 170 },
    { key: 'updated', title: t('updated'), show: (row) => format.date(row.updatedAt), plain: (row) => row.updatedAt, width: 140 },
  ];
}

export function ExamsPage(): ReactNode {
  const t = usePhrases(listPhrases);
  const e = usePhrases(phrases);
  const go = useNavigate();
  const table = useTableState(['search', 'state'] as const);
  const filter: ExamFilter = { search: table.filters.search ?? null, state: states.find((name) => name === table.filters.state) ?? null };
  const query = useQuery(examsQuery, { filter, offset: table.offset, limit: table.limit });
  const write = (
    <Button type="primary" onClick={() => void go('/desk/exams/new')}>
      {e('newExam')}
    </Button>
  );
  return (
    <Page title={e('exams')} lead={t('examsLead')} actions={write} help={<p>{t('examsHelp')}</p>}>
      <Filters table={table}>
        <SearchFilter table={table} name="search" label={t('searchExam')} />
        <SelectFilter table={table} name="state" label={e('state')} options={states.map((state) => ({ value: state, label: e(state) }))} />
      </Filters>
      <ServerTable
        label={e('exams')}
        table={table}
        query={query}
        page={query.data?.exams}
        rowKey={(row) => row.id}
        columns={useColumns()}
        exports={{ name: e('exams'), read: async (offset, limit) => (await request(examsQuery, { filter, offset, limit })).exams.nodes }}
        empty={
          <Empty title={t('noExams')} action={write}>
            {t('noExamsText')}
          </Empty>
        }
      />
    </Page>
  );
}
