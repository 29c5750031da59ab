import { complaintClasses, complaintClassNames } from '@skillhall/complaints/domain';
import { say } from '@skillhall/kernel';
import { useUnit } from '@skillhall/ui/desk';
import type { ComplaintRowFragment } from '@skillhall/ui/gql';
import { request, useQuery } from '@skillhall/ui/graphql';
import { useFormat, useLocale, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Page } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import { Filters, SearchFilter, SelectFilter, ServerTable, useTableState, type TableColumn, type TableState } from '@skillhall/ui/table';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { complaintsQuery } from './complaint-documents.js';
import { ComplaintDrawer } from './complaint-drawer.js';
import { complaintFilter, filterNames, monthsBack, type FilterName } from './complaint-filter.js';
import styles from './complaints.module.css';
import { phrases } from './phrases.js';
import { Substantiated } from './substantiated.js';

const monthsOffered = 72;
const thisMonth = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' }).format(new Date());

const causeOf = ({ secondClass, thirdClass }: ComplaintRowFragment): string => [secondClass, thirdClass].filter(Boolean).join(' › ');

function useColumns(): TableColumn<ComplaintRowFragment>[] {
  const t = usePhrases(phrases);
  const format = useFormat();
  const locale = useLocale();
  const classOf = (row: ComplaintRowFragment) => say(complaintClassNames[row.class], locale);
  const decided = (row: ComplaintRowFragment) => t(row.substantiated === null ? 'open' : row.substantiated ? 'yes' : 'no');
  return [
    { key: 'received', title: t('received'), show: (row) => format.date(row.receivedAt), plain: (row) => row.receivedAt, width: 130 },
    { key: 'number', title: t('number'), show: (row) => row.orderNumber, plain: (row) => row.orderNumber, width: 130 },
    { key: 'unit', title: t('unit'), show: (row) => row.unit.name, plain: (row) => row.unit.name, width: 150 },
    {
      key: 'class',
      title: t('class'),
      show: (row) => (
        <>
          {classOf(row)}
          <small className={styles['cause']}>{causeOf(row)}</small>
        </>
      ),
      plain: classOf,
      width: 190,
    },
    { key: 'cause', title: t('cause'), show: causeOf, plain: causeOf, onlyExport: true },
    { key: 'substantiated', title: t('substantiated'), show: (row) => <Substantiated value={row.substantiated} />, plain: decided, width: 110 },
    { key: 'text', title: t('text'), show: (row) => <span className={styles['clamp']}>{row.text}</span>, plain: (row) => row.text },
  ];
}

function ComplaintFilters({ table }: { readonly table: TableState<FilterName> }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const locale = useLocale();
  const months = monthsBack(thisMonth(), monthsOffered).map((month) => ({ value: month, label: format.month(month) }));
  return (
    <Filters table={table}>
      <SearchFilter table={table} name="search" label={t('search')} />
      <SelectFilter table={table} name="class" label={t('class')} options={complaintClasses.map((name) => ({ value: name, label: say(complaintClassNames[name], locale) }))} />
      <SelectFilter table={table} name="substantiated" label={t('substantiated')} options={(['yes', 'no', 'open'] as const).map((name) => ({ value: name, label: t(name) }))} />
      <SelectFilter table={table} name="from" label={t('from')} options={months} />
      <SelectFilter table={table} name="until" label={t('until')} options={months} />
    </Filters>
  );
}

export function ComplaintsPage(): ReactNode {
  const t = usePhrases(phrases);
  const may = useMay();
  const go = useNavigate();
  const { unit } = useUnit();
  const table = useTableState(filterNames);
  const filter = complaintFilter(unit.id, table.filters);
  const query = useQuery(complaintsQuery, { filter, offset: table.offset, limit: table.limit });
  const mayImport = may('complaint.manage');
  const toImport = (
    <Button type="primary" onClick={() => void go('/desk/imports/complaints')}>
      {t('importComplaints')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      lead={t('lead', { unit: unit.name })}
      actions={
        <>
          {may('volume.manage') && <Button onClick={() => void go('/desk/imports/volumes')}>{t('importVolumes')}</Button>}
          {mayImport && toImport}
        </>
      }
      help={
        <>
          <p>{t('helpClass')}</p>
          <p>{t('helpScrub')}</p>
          <p>{t('helpFair')}</p>
        </>
      }
    >
      <ComplaintFilters table={table} />
      <ServerTable
        label={t('title')}
        table={table}
        query={query}
        total={(n) => t('total', { n })}
        page={query.data?.complaints}
        rowKey={(row) => row.id}
        opens
        columns={useColumns()}
        exports={{ name: t('exportName'), read: async (offset, limit) => (await request(complaintsQuery, { filter, offset, limit })).complaints.nodes }}
        empty={
          <Empty title={t('empty')} action={mayImport && toImport}>
            {t('emptyText')}
          </Empty>
        }
      />
      <ComplaintDrawer id={table.open} onClose={() => table.setOpen(undefined)} />
    </Page>
  );
}
