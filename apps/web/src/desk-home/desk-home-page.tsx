import { loadAdministratorHome } from '@skillhall/directory/web';
import { loadManagerHome } from '@skillhall/impact/web';
import type { Role } from '@skillhall/kernel';
import { loadHrHome } from '@skillhall/learning/web';
import { UnitNeeded, useUnit } from '@skillhall/ui/desk';
import { common, roleWords, usePhrases } from '@skillhall/ui/i18n';
import { Page, Skeleton } from '@skillhall/ui/page';
import { Choice } from '@skillhall/ui/pieces';
import { useMay, useViewer } from '@skillhall/ui/session';
import { readStored, writeStored } from '@skillhall/ui/store';
import { lazy, Suspense, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { deskRolesOf } from '../shell/sides.js';
import styles from './desk-home.module.css';
import { FirstSteps } from './first-steps.js';
import { QuestionNumber, RecordNumber, UnitNumbers } from './numbers.js';
import { phrases } from './phrases.js';
import { RecentRecords } from './recent-records.js';

// The homes of the capabilities come when their role is looked at.
const ManagerHome = lazy(async () => ({ default: await loadManagerHome() }));
const HrHome = lazy(async () => ({ default: await loadHrHome() }));
const AdministratorHome = lazy(async () => ({ default: await loadAdministratorHome() }));

/** What each role sees first; each part only for who may see its numbers. */
function RoleHome({ role }: { readonly role: Role }): ReactNode {
  const may = useMay();
  const people = may('person.read') && <UnitNumbers />;
  const questions = may('question.read') && <QuestionNumber />;
  const records = may('learning-record.read') && <RecordNumber />;
  switch (role) {
    case 'manager':
      return <ManagerHome />;
    case 'hr':
      return <HrHome />;
    case 'trainer':
      return (
        <>
          <div className={styles['numbers']}>
            {people}
            {records}
          </div>
          <RecentRecords />
        </>
      );
    case 'administrator':
      return <AdministratorHome />;
    default:
      return (
        <div className={styles['numbers']}>
          {people}
          {questions}
        </div>
      );
  }
}

/** Before there is a unit: where to begin. */
function FirstDay(): ReactNode {
  const t = usePhrases(phrases);
  return (
    <Page title={t('welcome')} lead={t('welcomeLead')}>
      <FirstSteps />
    </Page>
  );
}

/** The home of the desk: one for each role of the person, who can switch between them. */
export function DeskHomePage(): ReactNode {
  const may = useMay();
  return (
    <UnitNeeded none={may('unit.manage') && <FirstDay />}>
      <HomeOfUnit />
    </UnitNeeded>
  );
}

function HomeOfUnit(): ReactNode {
  const t = usePhrases(phrases);
  const tc = usePhrases(common);
  const may = useMay();
  const viewer = useViewer();
  const { unit } = useUnit();
  const [search, setSearch] = useSearchParams();
  const roles = deskRolesOf(viewer);
  const key = `role.${viewer.accountId}`;
  const wanted = search.get('as') ?? readStored(key);
  const role = roles.find((each) => each === wanted) ?? roles[0];
  const choose = (next: Role) => {
    writeStored(key, next);
    setSearch((before) => new URLSearchParams([...[...before].filter(([name]) => name !== 'as'), ['as', next]]), { replace: true });
  };
  return (
    <Page title={unit.name} lead={role && tc(roleWords[role])}>
      {roles.length > 1 && role && (
        <div className={styles['roles']}>
          <Choice label={t('as')} value={role} options={roles.map((value) => ({ value, text: tc(roleWords[value]) }))} onChange={choose} />
        </div>
      )}
      {may('person.manage') && <FirstSteps />}
      {role && (
        <Suspense fallback={<Skeleton lines={3} cards />}>
          <RoleHome role={role} />
        </Suspense>
      )}
    </Page>
  );
}
