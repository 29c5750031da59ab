import { loadAdministratorHome } from '@skillhall/directory/web';
import { loadAlerts, loadManagerHome } from '@skillhall/impact/web';
import type { Role } from '@skillhall/kernel';
import { loadHrHome, loadTrainerHome } from '@skillhall/learning/web';
import { UnitNeeded, useUnit } from '@skillhall/ui/desk';
import { common, roleWords, usePhrases } from '@skillhall/ui/i18n';
import { Page, Skeleton } from '@skillhall/ui/page';
import { Choice } from '@skillhall/ui/pieces';
import { useMay, useViewer } from '@skillhall/ui/session';
import { readStored, writeStored } from '@skillhall/ui/store';
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { deskRolesOf } from '../shell/sides.js';
import styles from './desk-home.module.css';
import { FirstSteps } from './first-steps.js';
import { phrases } from './phrases.js';
import { QuestionHome } from './question-home.js';

// The homes of the capabilities come when their role is looked at.
const ManagerHome = lazy(async () => ({ default: await loadManagerHome() }));
const HrHome = lazy(async () => ({ default: await loadHrHome() }));
const TrainerHome = lazy(async () => ({ default: await loadTrainerHome() }));
const Alerts = lazy(async () => ({ default: await loadAlerts() }));
const AdministratorHome = lazy(async () => ({ default: await loadAdministratorHome() }));

/** Trainers see at once where complaints are beyond chance, then whom to have a word with. */
const TrainerDesk = (): ReactNode => (
  <>
    <Alerts more />
    <TrainerHome />
  </>
);

const homes: Readonly<Record<Role, ComponentType>> = {
  administrator: AdministratorHome,
  hr: HrHome,
  manager: ManagerHome,
  trainer: TrainerDesk,
  organiser: QuestionHome,
  examiner: QuestionHome,
  judge: QuestionHome,
  staff: QuestionHome,
};

const helps = {
  administrator: 'helpAdministrator',
  hr: 'helpHr',
  manager: 'helpManager',
  trainer: 'helpTrainer',
  organiser: 'helpQuestions',
  examiner: 'helpQuestions',
  judge: 'helpQuestions',
  staff: 'helpQuestions',
} as const satisfies Record<Role, string>;

/** Before there is a unit: where to begin. */
function FirstDay(): ReactNode {
  const t = usePhrases(phrases);
  return (
    <Page title={t('welcome')} lead={t('welcomeLead')} help={<p>{t('helpFirstDay')}</p>}>
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
  const RoleHome = role && homes[role];
  const choose = (next: Role) => {
    writeStored(key, next);
    setSearch((before) => new URLSearchParams([...[...before].filter(([name]) => name !== 'as'), ['as', next]]), { replace: true });
  };
  return (
    <Page
      title={unit.name}
      lead={role && tc(roleWords[role])}
      help={
        <>
          {role && <p>{t(helps[role])}</p>}
          <p>{t('helpUnit')}</p>
        </>
      }
    >
      {roles.length > 1 && role && (
        <div className={styles['roles']}>
          <Choice label={t('as')} value={role} options={roles.map((value) => ({ value, text: tc(roleWords[value]) }))} onChange={choose} />
        </div>
      )}
      {may('person.manage') && <FirstSteps />}
      {RoleHome && (
        <Suspense fallback={<Skeleton lines={3} cards />}>
          <RoleHome />
        </Suspense>
      )}
    </Page>
  );
}
