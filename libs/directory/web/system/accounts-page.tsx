import { useUnit } from '@skillhall/ui/desk';
import { usePhrases } from '@skillhall/ui/i18n';
import { Page } from '@skillhall/ui/page';
import type { ReactNode } from 'react';
import { CreateAccounts } from '../people/create-accounts.js';
import { PeopleTable, usePeopleTable } from '../people/people-table.js';
import { ResetPassword } from '../people/reset-password.js';
import { phrases } from './phrases.js';

/** Who has an account; creating them for a unit, and new passwords. */
export function AccountsPage(): ReactNode {
  const t = usePhrases(phrases);
  const { unit } = useUnit();
  const table = usePeopleTable();
  return (
    <Page title={t('accounts')} lead={t('accountsLead', { unit: unit.name })} actions={<CreateAccounts primary />} help={<p>{t('accountsHelp')}</p>}>
      <PeopleTable
        table={table}
        act={{ key: 'act', title: t('act'), width: 160, show: (person) => (person.hasAccount ? <ResetPassword key={person.id} person={person} small /> : null) }}
      />
    </Page>
  );
}
