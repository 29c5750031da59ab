import { useUnit } from '@skillhall/ui/desk';
import type { VolumeGapsQuery } from '@skillhall/ui/gql';
import { request, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Page } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import { ServerTable, useTableState, type TableColumn } from '@skillhall/ui/table';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { gapsQuery } from './register-documents.js';
import { registerPhrases } from './register-phrases.js';

type Row = VolumeGapsQuery['volumeGaps']['nodes'][number];
const listed = 4;

function useColumns(): TableColumn<Row>[] {
  const t = usePhrases(registerPhrases);
  const format = useFormat();
  const said = (months: readonly string[]): string => {
    const list = months.slice(0, listed).map((month) => format.month(month)).join(' · ');
    return months.length === 0 ? '–' : months.length > listed ? t('monthsMore', { list, n: months.length }) : list;
  };
  const missing = (key: 'transactions' | 'onlineShare' | 'windowStaff'): TableColumn<Row> => ({ key, title: t(key), show: (row) => said(row[key]), plain: (row) => row[key].join(' ') });
  return [
    { key: 'hall', title: t('hall'), show: (row) => row.unit.name, plain: (row) => row.unit.name, width: 180 },
    { key: 'months', title: t('months'), show: (row) => format.count(row.months), plain: (row) => row.months, width: 110, number: true },
    ...[missing('transactions'), missing('onlineShare'), missing('windowStaff')],
  ];
}

/** Which halls lack which months, before a study finds it out. */
export function GapsPage(): ReactNode {
  const t = usePhrases(registerPhrases);
  const format = useFormat();
  const may = useMay();
  const go = useNavigate();
  const { unit } = useUnit();
  const table = useTableState([]);
  const query = useQuery(gapsQuery, { unitId: unit.id, offset: table.offset, limit: table.limit });
  const page = query.data?.volumeGaps;
  const lead = page && !page.from ? t('gapsNoData') : t('gapsLead', { unit: unit.name, from: format.month(page?.from), until: format.month(page?.until) });
  return (
    <Page
      title={t('gaps')}
      lead={lead}
      help={<p>{t('gapsHelp')}</p>}
      actions={
        may('volume.manage') && (
          <Button type="primary" onClick={() => void go('/desk/imports/volumes')}>
            {t('importVolumes')}
          </Button>
        )
      }
    >
      <ServerTable
        label={t('gaps')}
        table={table}
        query={query}
        page={page}
        total={(n) => t('gapsTotal', { n })}
        rowKey={(row) => row.unit.id}
        columns={useColumns()}
        exports={{ name: t('gapsExport'), read: async (offset, limit) => (await request(gapsQuery, { unitId: unit.id, offset, limit })).volumeGaps.nodes }}
        empty={page?.from ? <Empty title={t('gapsNone')}>{t('gapsNoneText')}</Empty> : <Empty title={t('gapsNoData')} />}
      />
    </Page>
  );
}
