import { roles } from '@skillhall/kernel';
import type { AuditRowFragment } from '@skillhall/ui/gql';
import { request, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Page } from '@skillhall/ui/page';
import { Filters, SelectFilter, ServerTable, useTableState, type TableColumn } from '@skillhall/ui/table';
import type { ReactNode } from 'react';
import { useRoleName } from '../people/role-names.js';
import { auditQuery } from './audit-documents.js';
import { detailPairs, detailWords, knownAction, knownActions, knownDetail, knownSubject } from './audit-words.js';
import { phrases } from './phrases.js';
import styles from './system.module.css';

type Say = (row: AuditRowFragment) => string;

/** The words of an entry, in the viewer's language where there are any. */
export function useAuditWords(): { readonly who: Say; readonly action: Say; readonly subject: Say; readonly time: Say } {
  const t = usePhrases(phrases);
  const format = useFormat();
  return {
    // The product itself acts without an account, and so does what makes the demo company.
    who: ({ actorName }) => (actorName === 'system' || actorName === 'demo' ? t('system') : actorName),
    action: ({ action }) => {
      const known = knownAction(action);
      return known ? t(known) : action;
    },
    subject: ({ subjectType }) => {
      const known = knownSubject(subjectType);
      return known ? t(known) : subjectType;
    },
    time: ({ at }) => `${format.date(at)} ${format.moment(at).slice(-5)}`,
  };
}

function Details({ text }: { readonly text: string }): ReactNode {
  const t = usePhrases(phrases);
  const roleName = useRoleName();
  const said = (name: string, value: string) => {
    const role = name === 'role' && roles.find((one) => one === value);
    return role ? roleName(role) : value;
  };
  return (
    <span className={styles['details']}>
      {detailPairs(text).map(([name, value]) => {
        const known = knownDetail(name);
        return (
          <span key={name}>
            {name && <b>{known ? t(detailWords[known]) : name}</b>} {said(name, value)}
          </span>
        );
      })}
    </span>
  );
}

export function AuditPage(): ReactNode {
  const t = usePhrases(phrases);
  const words = useAuditWords();
  const table = useTableState(['action']);
  const action = table.filters.action ?? null;
  const query = useQuery(auditQuery, { action, offset: table.offset, limit: table.limit });
  const columns: TableColumn<AuditRowFragment>[] = [
    { key: 'seq', title: '#', show: (row) => row.seq, plain: (row) => row.seq, number: true, width: 72 },
    { key: 'at', title: t('at'), show: words.time, plain: (row) => row.at, width: 190 },
    { key: 'who', title: t('who'), show: words.who, plain: words.who },
    { key: 'what', title: t('what'), show: (row) => <strong>{words.action(row)}</strong>, plain: words.action },
    { key: 'subject', title: t('subject'), show: words.subject, plain: (row) => `${words.subject(row)} ${row.subjectId ?? ''}` },
    { key: 'details', title: t('details'), show: (row) => <Details text={row.details} />, plain: (row) => row.details },
  ];
  return (
    <Page title={t('audit')} lead={t('auditLead')} help={<p>{t('auditHelp')}</p>}>
      <Filters table={table}>
        <SelectFilter table={table} name="action" label={t('what')} options={knownActions.map((one) => ({ value: one, label: t(one) }))} wide />
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
