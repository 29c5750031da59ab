import { roles } from '@skillhall/kernel';
import type { AuditRowFragment } from '@skillhall/ui/gql';
import { request, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Page } from '@skillhall/ui/page';
import { Filters, SelectFilter, ServerTable, useTableState, type TableColumn } from '@skillhall/ui/table';
import type { ReactNode } from 'react';
import { useRoleName } from '../people/role-names.js';
import { auditActionsQuery, auditQuery } from './audit-documents.js';
import { phrases } from './phrases.js';
import styles from './system.module.css';

/** Who did it; the product itself acts without an account, and so does what makes the demo company. */
export function useAuditor(): (row: Pick<AuditRowFragment, 'actorName'>) => string {
  const t = usePhrases(phrases);
  return ({ actorName }) => (actorName === 'system' || actorName === 'demo' ? t('system') : actorName);
}

function Facts({ facts }: Pick<AuditRowFragment, 'facts'>): ReactNode {
  const roleName = useRoleName();
  const said = (key: string, value: string) => {
    const role = key === 'role' && roles.find((one) => one === value);
    return role ? roleName(role) : value;
  };
  return (
    <span className={styles['details']}>
      {facts.map(({ key, name, value }) => (
        <span key={key}>
          {name && <b>{name}</b>} {said(key, value)}
        </span>
      ))}
    </span>
  );
}

export function AuditPage(): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const who = useAuditor();
  const table = useTableState(['action']);
  const action = table.filters.action ?? null;
  const query = useQuery(auditQuery, { action, offset: table.offset, limit: table.limit });
  const actions = useQuery(auditActionsQuery, {}).data?.auditActions ?? [];
  const time = ({ at }: AuditRowFragment) => `${format.date(at)} ${format.moment(at).slice(-5)}`;
  const columns: TableColumn<AuditRowFragment>[] = [
    { key: 'seq', title: '#', show: (row) => row.seq, plain: (row) => row.seq, number: true, width: 72 },
    { key: 'at', title: t('at'), show: time, plain: (row) => row.at, width: 190 },
    { key: 'who', title: t('who'), show: who, plain: who },
    { key: 'what', title: t('what'), show: (row) => <strong>{row.said}</strong>, plain: (row) => row.said },
    { key: 'subject', title: t('subject'), show: (row) => row.subject, plain: (row) => `${row.subject} ${row.subjectId}` },
    { key: 'details', title: t('details'), show: (row) => <Facts facts={row.facts} />, plain: (row) => row.details },
  ];
  return (
    <Page title={t('audit')} lead={t('auditLead')} help={<p>{t('auditHelp')}</p>}>
      <Filters table={table}>
        <SelectFilter table={table} name="action" label={t('what')} options={actions.map((one) => ({ value: one.action, label: one.said }))} wide />
      </Filters>
      <ServerTable
        label={t('audit')}
        table={table}
        query={query}
        page={query.data?.auditEntries}
        rowKey={(row) => String(row.seq)}
        columns={columns}
        exports={{ name: t('exportName'), read: async (offset, limit) => (await request(auditQuery, { action, offset, limit })).auditEntries.nodes }}
        empty={<Empty title={t('empty')}>{t('emptyText')}</Empty>}
      />
    </Page>
  );
}
