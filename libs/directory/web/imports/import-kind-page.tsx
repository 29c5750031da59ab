import type { Permission } from '@skillhall/kernel';
import { ImportPage, type NextStep } from '@skillhall/ui/imports';
import type { ImportKind } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Empty, Page } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { isImportKind, kindsFor } from './import-kinds.js';
import { leads, phrases } from './phrases.js';

/** After an import: what was brought in, and what a new organisation brings next. */
const nexts = {
  units: [['/desk/imports/people', 'nextPeople', 'person.manage'], ['/desk/units', 'seeUnits', 'person.read']],
  people: [['/desk/accounts', 'nextAccounts', 'account.manage'], ['/desk/people', 'seePeople', 'person.read']],
  questions: [['/desk/questions', 'seeQuestions', 'question.read']],
  course: [['/desk/courses', 'seeCourses', 'learning-record.read']],
  volumes: [['/desk/imports/complaints', 'nextComplaints', 'complaint.manage'], ['/desk/impact', 'seeRate', 'impact.read']],
  complaints: [['/desk/impact', 'seeRate', 'impact.read'], ['/desk/complaints', 'seeComplaints', 'complaint.read']],
  paperResults: [['/desk/sittings', 'seeSittings', 'exam.manage']],
  training: [['/desk/training', 'seeTraining', 'learning-record.read']],
} as const satisfies Record<ImportKind, readonly (readonly [to: string, text: string, permission: Permission])[]>;

function useNext(kind: ImportKind): readonly NextStep[] {
  const t = usePhrases(phrases);
  const may = useMay();
  return nexts[kind].filter(([, , permission]) => may(permission)).map(([to, text]) => ({ to, text: t(text) }));
}

function Wizard({ kind }: { readonly kind: ImportKind }): ReactNode {
  const t = usePhrases(phrases);
  const help = (
    <>
      <p>{t('helpDry')}</p>
      <p>{t('helpColumns')}</p>
      <p>{t('helpAgain')}</p>
    </>
  );
  return <ImportPage kind={kind} title={t('pageTitle', { name: t(kind) })} lead={t(leads[kind])} trail={[{ to: '/desk/imports', text: t('title') }]} help={help} next={useNext(kind)} />;
}

/** The wizard of one kind. */
export function ImportKindPage(): ReactNode {
  const t = usePhrases(phrases);
  const { kind } = useParams();
  const kinds = kindsFor(useMay());
  if (!isImportKind(kind) || !kinds.includes(kind))
    return (
      <Page title={t('title')} trail={[{ to: '/desk/imports', text: t('title') }]}>
        <Empty title={t('unknown')} />
      </Page>
    );
  return <Wizard key={kind} kind={kind} />;
}
