import { useUnit } from '@skillhall/ui/desk';
import type { AlertLogQuery } from '@skillhall/ui/gql';
import { graphql, request, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Page } from '@skillhall/ui/page';
import { Filters, SelectFilter, ServerTable, useTableState, type TableColumn } from '@skillhall/ui/table';
import type { ReactNode } from 'react';
import { Alerts } from './alerts.js';
import { alertPhrases } from './phrases.js';

const logQuery = graphql(`
  query AlertLog($unitId: ID!, $open: Boolean, $offset: Int, $limit: Int) {
    impactAlerts(unitId: $unitId, open: $open, offset: $offset, limit: $limit) {
      totalCount
      nodes {
        id
        since
        month
        text
        acknowledgedAt
        acknowledgedBy
        note
        unit {
          id
          name
        }
      }
    }
  }
`);

type Row = AlertLogQuery['impactAlerts']['nodes'][number];

function useColumns(): TableColumn<Row>[] {
  const t = usePhrases(alertPhrases);
  const format = useFormat();
  const months = ({ since, month }: Row): string => (since === month ? format.month(month) : t('span', { since: format.month(since), month: format.month(month) }));
  const seen = ({ acknowledgedAt, acknowledgedBy }: Row): string => (acknowledgedAt ? `${acknowledgedBy} ${format.date(acknowledgedAt)}` : t('open'));
  return [
    { key: 'months', title: t('months'), show: months, plain: months, width: 210 },
    { key: 'unit', title: t('unit'), show: (row) => row.unit.name, plain: (row) => row.unit.name, width: 170 },
    { key: 'text', title: t('text'), show: (row) => row.text, plain: (row) => row.text },
    { key: 'seen', title: t('seen'), show: seen, plain: seen, width: 190 },
    { key: 'note', title: t('note'), show: (row) => row.note ?? '', plain: (row) => row.note },
  ];
}

/** All alerts, the newest first: above them those that wait for somebody, below what was done about the others. */
export function AlertsPage(): ReactNode {
  const t = usePhrases(alertPhrases);
  const { unit } = useUnit();
  const table = useTableState(['state']);
  const asked = { unitId: unit.id, open: table.filters.state === 'open' ? true : table.filters.state === 'seen' ? false : null };
  const query = useQuery(logQuery, { ...asked, offset: table.offset, limit: table.limit });
  return (
    <Page
      title={t('title')}
      lead={t('lead', { unit: unit.name })}
      help={
        <>
          <p>{t('help')}</p>
          <p>{t('helpWindow')}</p>
        </>
      }
    >
      <Alerts />
      <Filters table={table}>
        <SelectFilter table={table} name="state" label={t('state')} options={[{ value: 'open', label: t('stateOpen') }, { value: 'seen', label: t('stateSeen') }]} />
      </Filters>
      <ServerTable
        key={unit.id}
        label={t('title')}
        table={table}
        query={query}
        page={query.data?.impactAlerts}
        total={(n) => t('total', { n })}
        rowKey={(row) => row.id}
        columns={useColumns()}
        exports={{ name: t('title'), read: async (offset, limit) => (await request(logQuery, { ...asked, offset, limit })).impactAlerts.nodes }}
        empty={<Empty title={t('none')}>{t('noneText')}</Empty>}
      />
    </Page>
  );
}
