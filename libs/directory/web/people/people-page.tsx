import { useUnit } from '@skillhall/ui/desk';
import { usePhrases } from '@skillhall/ui/i18n';
import { Page } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { CreateAccounts } from './create-accounts.js';
import { PeopleTable, usePeopleTable } from './people-table.js';
import { PersonDrawer } from './person-drawer.js';
import { phrases } from './phrases.js';

export function PeoplePage(): ReactNode {
  const t = usePhrases(phrases);
  const may = useMay();
  const go = useNavigate();
  const { unit } = useUnit();
  const table = usePeopleTable();
  return (
    <Page
      title={t('title')}
      lead={t('lead', { unit: unit.name })}
      actions={
        <>
          {may('account.manage') && <CreateAccounts />}
          {may('person.manage') && (
            <Button type="primary" onClick={() => void go('/desk/imports/people')}>
              {t('importPeople')}
            </Button>
          )}
        </>
      }
      help={
        <>
          <p>{t('helpFind')}</p>
          <p>{t('helpRoles')}</p>
        </>
      }
    >
      <PeopleTable table={table} opens />
      <PersonDrawer id={table.open} onClose={() => table.setOpen(undefined)} />
    </Page>
  );
}
