import type { SittingFilter, SittingRowFragment, SittingState } from '@skillhall/ui/gql';
import { request, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Page } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import { Filters, SearchFilter, SelectFilter, ServerTable, useTableState, type TableColumn } from '@skillhall/ui/table';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { listPhrases } from './list-phrases.js';
import { phrases } from './phrases.js';
import { planPhrases } from './plan-phrases.js';
import { PlanSitting } from './plan-sitting.js';
import { sittingsQuery } from './sitting-documents.js';
import { SittingStateTag } from './sitting-state.js';

const states = ['planned', 'open', 'closed', 'cancelled'] as const satisfies readonly SittingState[];

function useColumns(): TableColumn<SittingRowFragment>[] {
  const t = usePhrases(listPhrases);
  const s = usePhrases(phrases);
  const p = usePhrases(planPhrases);
  const format = useFormat();
  return [
    {
      key: 'title',
      title: t('sitting'),
      show: (row) => (
        <Link to={`/desk/sittings/${row.id}`}>
          <strong>{row.title}</strong>
        </Link>
      ),
      plain: (row) => row.title,
    },
    { key: 'state', title: s('state'), show: (row) => <SittingStateTag state={row.state} />, plain: (row) => s(`sitting-${row.state}`), width: 110 },
    { key: 'opensAt', title: p('opensAt'), show: (row) => format.moment(row.opensAt), plain: (row) => row.opensAt, width: 180 },
    { key: 'closesAt', title: p('closesAt'), show: (row) => format.moment(row.closesAt), plain: (row) => row.closesAt, width: 180 },
    { key: 'place', title: p('place'), show: (row) => row.place ?? '–', plain: (row) => row.place, width: 150 },
    { key: 'admitted', title: s('admitted'), show: (row) => row.counts.admitted, plain: (row) => row.counts.admitted, number: true, width: 90 },
    { key: 'submitted', title: t('submittedCount'), show: (row) => row.counts.submitted, plain: (row) => row.counts.submitted, number: true, width: 90 },
  ];
}

export function SittingsPage(): ReactNode {
  const t = usePhrases(listPhrases);
  const s = usePhrases(phrases);
  const p = usePhrases(planPhrases);
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const table = useTableState(['search', 'state'] as const);
  const filter: SittingFilter = { search: table.filters.search ?? null, state: states.find((name) => name === table.filters.state) ?? null };
  const query = useQuery(sittingsQuery, { filter, offset: table.offset, limit: table.limit });
  const planning = search.get('plan');
  const plan = (exam: string | null) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (exam === null) after.delete('plan');
      else after.set('plan', exam);
      return after;
    });
  const toPlan = may('exam.manage') && (
    <Button type="primary" onClick={() => plan('choose')}>
      {p('planSitting')}
    </Button>
  );
  return (
    <Page title={s('sittings')} lead={t('sittingsLead')} actions={toPlan} help={<p>{t('sittingsHelp')}</p>}>
      <Filters table={table}>
        <SearchFilter table={table} name="search" label={t('searchSitting')} />
        <SelectFilter table={table} name="state" label={s('state')} options={states.map((state) => ({ value: state, label: s(`sitting-${state}`) }))} />
      </Filters>
      <ServerTable
        label={s('sittings')}
        table={table}
        query={query}
        page={query.data?.sittingsToRun}
        rowKey={(row) => row.id}
        columns={useColumns()}
        exports={{ name: s('sittings'), read: async (offset, limit) => (await request(sittingsQuery, { filter, offset, limit })).sittingsToRun.nodes }}
        empty={
          <Empty title={t('noSittings')} action={toPlan}>
            {t('noSittingsText')}
          </Empty>
        }
      />
      {planning !== null && (
        <PlanSitting
          examId={planning === 'choose' ? undefined : planning}
          onClose={(done) => {
            plan(null);
            if (done) query.refetch();
          }}
        />
      )}
    </Page>
  );
}
