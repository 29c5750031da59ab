import { useUnit } from '@skillhall/ui/desk';
import type { PersonRowFragment } from '@skillhall/ui/gql';
import { request, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty } from '@skillhall/ui/page';
import { Tag } from '@skillhall/ui/pieces';
import { useMay } from '@skillhall/ui/session';
import { Filters, SearchFilter, SelectFilter, ServerTable, useTableState, type TableColumn, type TableState } from '@skillhall/ui/table';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { GrantDialog } from './grant-role.js';
import { peopleQuery, postsQuery } from './person-documents.js';
import { phrases } from './phrases.js';

export type PeopleTableState = TableState<'search' | 'post' | 'account'>;

export const usePeopleTable = (): PeopleTableState => useTableState(['search', 'post', 'account']);

export function AccountTag({ has }: { readonly has: boolean }): ReactNode {
  const t = usePhrases(phrases);
  return <Tag tone={has ? 'good' : 'warn'}>{t(has ? 'hasAccount' : 'noAccount')}</Tag>;
}

function usePersonColumns(): TableColumn<PersonRowFragment>[] {
  const t = usePhrases(phrases);
  const format = useFormat();
  return [
    { key: 'number', title: t('number'), show: (row) => row.staffNumber, plain: (row) => row.staffNumber, width: 110 },
    {
      key: 'name',
      title: t('name'),
      show: (row) => (
        <>
          <strong>{row.name}</strong> {row.leftOn && <Tag tone="warn">{t('hasLeft')}</Tag>}
        </>
      ),
      plain: (row) => row.name,
    },
    { key: 'unit', title: t('unit'), show: (row) => row.unit.name, plain: (row) => row.unit.name },
    { key: 'post', title: t('post'), show: (row) => row.post?.name ?? '–', plain: (row) => row.post?.name },
    { key: 'phone', title: t('phone'), show: (row) => row.phone ?? '–', plain: (row) => row.phone, width: 130 },
    { key: 'hired', title: t('hired'), show: (row) => format.date(row.hiredOn), plain: (row) => row.hiredOn, width: 130 },
    { key: 'account', title: t('account'), show: (row) => <AccountTag has={row.hasAccount} />, plain: (row) => t(row.hasAccount ? 'hasAccount' : 'noAccount'), width: 100 },
  ];
}

interface PeopleTableProps {
  readonly table: PeopleTableState;
  /** Buttons of the row's last column. */
  readonly act?: TableColumn<PersonRowFragment>;
  readonly opens?: boolean;
}

/** Everybody at the unit and below, with filters, export and what can be done to many at once. */
export function PeopleTable({ table, act, opens }: PeopleTableProps): ReactNode {
  const t = usePhrases(phrases);
  const may = useMay();
  const go = useNavigate();
  const { unit } = useUnit();
  const wanted = table.filters.account;
  const filter = { unitId: unit.id, search: table.filters.search ?? null, postId: table.filters.post ?? null, hasAccount: wanted === undefined ? null : wanted === 'yes' };
  const query = useQuery(peopleQuery, { filter, offset: table.offset, limit: table.limit });
  const posts = useQuery(postsQuery, {});
  const columns = usePersonColumns();
  const [granting, setGranting] = useState<{ readonly ids: readonly string[]; readonly clear: () => void }>();
  return (
    <>
      <Filters table={table}>
        <SearchFilter table={table} name="search" label={t('search')} />
        <SelectFilter table={table} name="post" label={t('post')} options={(posts.data?.posts ?? []).map(({ id, name }) => ({ value: id, label: name }))} wide />
        <SelectFilter table={table} name="account" label={t('account')} options={[{ value: 'yes', label: t('hasAccount') }, { value: 'none', label: t('noAccount') }]} />
      </Filters>
      <ServerTable
        label={t('title')}
        table={table}
        query={query}
        total={(n) => t('total', { n })}
        page={query.data?.people}
        rowKey={(row) => row.id}
        opens={opens ?? false}
        columns={act ? [...columns, act] : columns}
        exports={{ name: t('exportName'), read: async (offset, limit) => (await request(peopleQuery, { filter, offset, limit })).people.nodes }}
        {...(opens && may('role.grant') && { bulk: (ids, clear) => <Button onClick={() => setGranting({ ids, clear })}>{t('grantTitle')}</Button> })}
        empty={
          <Empty title={t('emptyTitle')} action={may('person.manage') && <Button type="primary" onClick={() => void go('/desk/imports/people')}>{t('importPeople')}</Button>}>
            {t('emptyText')}
          </Empty>
        }
      />
      {granting && (
        <GrantDialog
          personIds={granting.ids}
          onClose={(done) => {
            if (done) granting.clear();
            setGranting(undefined);
          }}
        />
      )}
    </>
  );
}
