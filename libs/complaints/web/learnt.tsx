import type { HallLearningQuery } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Loaded, Section, Skeleton } from '@skillhall/ui/page';
import type { ReactNode } from 'react';
import styles from './complaints.module.css';
import { hallLearningQuery } from './register-documents.js';
import { registerPhrases } from './register-phrases.js';

type Learning = NonNullable<HallLearningQuery['hallLearning']>;

function Counts({ learning: { people, courses, learners } }: { readonly learning: Learning }): ReactNode {
  const t = usePhrases(registerPhrases);
  const format = useFormat();
  return (
    <>
      <p>{t('learntPeople', { n: people })}</p>
      {courses.length === 0 ? (
        <p>{t('learntNothing')}</p>
      ) : (
        <ul className={styles['learnt']}>
          {courses.map(({ course, completed, withQuiz }, index) => (
            <li key={course?.id ?? index}>
              <span className={styles['grow']}>{course?.name ?? '–'}</span>
              <span>{t('learntCount', { done: completed, n: people })}</span>
              <small className={styles['soft']}>{t(withQuiz ? 'learntQuiz' : 'learntRead')}</small>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{t('learntList')}</summary>
        <ul className={styles['learnt']}>
          {learners.map(({ person, courses: own }) => (
            <li key={person.id}>
              <strong>{person.name}</strong>
              <span className={styles['grow']}>{own.length === 0 ? t('nothingYet') : own.map(({ course, completedOn }) => `${course?.name ?? '–'} ${format.date(completedOn)}`).join(' · ')}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** What the people of the hall had learnt by the day of a complaint; with it stands that it is no verdict on anybody. */
export function Learnt({ unitId, receivedAt }: { readonly unitId: string; readonly receivedAt: string }): ReactNode {
  const t = usePhrases(registerPhrases);
  const query = useQuery(hallLearningQuery, { unitId, day: receivedAt.slice(0, 'YYYY-MM-DD'.length) });
  return (
    <Section title={t('learnt')}>
      <p className={styles['soft']}>{t('learntCaution')}</p>
      <Loaded query={query} skeleton={<Skeleton lines={4} />}>
        {({ hallLearning }) => (hallLearning && hallLearning.people > 0 ? <Counts learning={hallLearning} /> : <p>{t('learntNobody')}</p>)}
      </Loaded>
    </Section>
  );
}
