import { useUnit } from '@skillhall/ui/desk';
import { graphql, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Section, Skeleton } from '@skillhall/ui/page';
import { Bar, Rows } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import '../records/records-page.js';
import { phrases } from '../phrases.js';
import { Attention } from './attention.js';
import styles from './hr-home.module.css';

const latestQuery = graphql(`
  query LatestLearning($unitId: ID!) {
    courseProgress(unitId: $unitId, latestFirst: true, limit: 8) {
      nodes {
        ...LearningRecord
      }
    }
  }
`);

function Latest(): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const { unit } = useUnit();
  const query = useQuery(latestQuery, { unitId: unit.id });
  return (
    <Section title={t('latest')} actions={<Link to="/desk/records">{t('allRecords')}</Link>}>
      <Loaded query={query} skeleton={<Skeleton lines={6} />}>
        {({ courseProgress: { nodes } }) =>
          nodes.length === 0 ? (
            <Empty title={t('recordsEmpty')}>{t('recordsEmptyText')}</Empty>
          ) : (
            <Rows>
              {nodes.map(({ person, course, enrolment }) => {
                const said = enrolment.completedAt ? t('doneOn', { day: format.day(enrolment.completedAt) }) : t('progressOf', { done: enrolment.completedActivities, total: enrolment.totalActivities });
                return (
                  <li key={enrolment.id} className={styles['record']}>
                    <Link to={`/desk/people?search=${encodeURIComponent(person.staffNumber)}&open=${person.id}`}>{person.name}</Link>
                    <span>{course.name}</span>
                    <Bar done={enrolment.completedActivities} total={enrolment.totalActivities} label={`${person.name} ${said}`} />
                    <span className={styles['soft']}>{said}</span>
                  </li>
                );
              })}
            </Rows>
          )
        }
      </Loaded>
    </Section>
  );
}

/** What a trainer looks at first: who could do with a word, and what the colleagues have just learnt. */
export function TrainerHome(): ReactNode {
  const { unit } = useUnit();
  return (
    <div className={styles['home']} key={unit.id}>
      <Attention />
      <Latest />
    </div>
  );
}
