import type { Permission } from '@skillhall/kernel';
import { useQuery, type QueryState } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Section, Skeleton } from '@skillhall/ui/page';
import { LinkButton } from '@skillhall/ui/pieces';
import { useMay, useViewer } from '@skillhall/ui/session';
import { readStored, writeStored } from '@skillhall/ui/store';
import { useState, type ReactNode } from 'react';
import { accountCountQuery, complaintCountQuery, courseCountQuery, peopleCountQuery, questionCountQuery, unitCountQuery } from './documents.js';
import styles from './first-steps.module.css';
import { phrases } from './phrases.js';

interface Step {
  readonly name: 'units' | 'people' | 'accounts' | 'questions' | 'courses' | 'complaints';
  readonly permission: Permission;
  readonly to: string;
  /** How much there is; undefined while it is asked for, null when it cannot be known now. */
  readonly count: number | undefined | null;
}

function countOf<Data>({ data, failure }: QueryState<Data>, found: (data: Data) => { readonly totalCount: number }): Step['count'] {
  if (data !== undefined) return found(data).totalCount;
  return failure ? null : undefined;
}

/** What a new organisation brings in, in the order in which one thing needs the other. */
function useSteps(): readonly Step[] {
  const may = useMay();
  const ask = (permission: Permission) => (may(permission) ? {} : null);
  const units = countOf(useQuery(unitCountQuery, ask('unit.manage')), ({ units: found }) => found);
  const people = countOf(useQuery(peopleCountQuery, ask('person.manage')), ({ people: found }) => found);
  const accounts = countOf(useQuery(accountCountQuery, ask('account.manage')), ({ people: found }) => found);
  const questions = countOf(useQuery(questionCountQuery, ask('question.manage')), ({ questions: found }) => found);
  const courses = countOf(useQuery(courseCountQuery, ask('course.manage')), ({ courses: found }) => found);
  const complaints = countOf(useQuery(complaintCountQuery, ask('complaint.manage')), ({ complaints: found }) => found);
  const steps: Step[] = [
    { name: 'units', permission: 'unit.manage', to: '/desk/imports/units', count: units },
    { name: 'people', permission: 'person.manage', to: '/desk/imports/people', count: people },
    { name: 'accounts', permission: 'account.manage', to: '/desk/accounts', count: accounts },
    { name: 'questions', permission: 'question.manage', to: '/desk/questions/import', count: questions },
    { name: 'courses', permission: 'course.manage', to: '/desk/imports/course', count: courses },
    { name: 'complaints', permission: 'complaint.manage', to: '/desk/imports/volumes', count: complaints },
  ];
  return steps.filter(({ permission, count }) => may(permission) && count !== null);
}

function StepRow({ step, order, next }: { readonly step: Step; readonly order: number; readonly next: boolean }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const done = (step.count ?? 0) > 0;
  return (
    <li className={styles['step']} data-done={done || undefined}>
      <span className={styles['sign']} aria-hidden>
        {done ? '✓' : order}
      </span>
      <div>
        <h3>{t(`${step.name}Step`)}</h3>
        <p>{done ? t(`${step.name}Done`, { n: format.count(step.count) }) : t(`${step.name}Why`)}</p>
      </div>
      {!done && (
        <LinkButton to={step.to} look={next ? 'main' : 'plain'}>
          {t(`${step.name}Do`)}
        </LinkButton>
      )}
    </li>
  );
}

/** The way from an empty installation to one that is used; goes away when it has been walked, or when told to. */
export function FirstSteps(): ReactNode {
  const t = usePhrases(phrases);
  const { accountId } = useViewer();
  const key = `firstSteps.${accountId}`;
  const [hidden, setHidden] = useState(() => readStored(key) === 'hidden');
  const steps = useSteps();
  const known = steps.every(({ count }) => count !== undefined);
  const open = steps.filter(({ count }) => count === 0);
  // Who has brought in people may do the rest later.
  const may = steps.some(({ name, count }) => name === 'people' && count !== 0);
  if (hidden || steps.length === 0 || (known && open.length === 0)) return null;
  if (!known) return <Skeleton lines={steps.length} />;
  return (
    <Section
      title={t('firstSteps', { count: open.length })}
      actions={
        may && (
          <button
            type="button"
            className={styles['hide']}
            onClick={() => {
              writeStored(key, 'hidden');
              setHidden(true);
            }}
          >
            {t('hideSteps')}
          </button>
        )
      }
    >
      <ol className={styles['steps']}>
        {steps.map((step, index) => (
          <StepRow key={step.name} step={step} order={index + 1} next={step === open[0]} />
        ))}
      </ol>
    </Section>
  );
}
