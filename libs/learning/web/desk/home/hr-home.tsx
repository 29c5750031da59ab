import { useUnit } from '@skillhall/ui/desk';
import type { HrHomeQuery } from '@skillhall/ui/gql';
import { graphql, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Figure, Loaded, Section, Skeleton } from '@skillhall/ui/page';
import { Bar } from '@skillhall/ui/pieces';
import { TrackName } from '@skillhall/ui/track';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import '../courses/course-documents.js';
import { phrases } from '../phrases.js';
import styles from './hr-home.module.css';

const homeQuery = graphql(`
  query HrHome($unitId: ID!) {
    unit(id: $unitId) {
      id
      hallCount
      peopleCount
    }
    courses(filter: { status: published }, limit: 50) {
      totalCount
      nodes {
        ...CourseRow
      }
    }
    courseProgress(unitId: $unitId, limit: 1) {
      totalCount
    }
  }
`);

function Figures({ data }: { readonly data: HrHomeQuery }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  return (
    <div className={styles['figures']}>
      <Figure value={format.count(data.unit?.peopleCount)}>
        <Link to="/desk/people">{t('people')}</Link>
      </Figure>
      <Figure value={format.count(data.unit?.hallCount)}>
        <Link to="/desk/units">{t('halls')}</Link>
      </Figure>
      <Figure value={format.count(data.courses.totalCount)}>
        <Link to="/desk/courses?status=published">{t('publishedCourses')}</Link>
      </Figure>
      <Figure value={format.count(data.courseProgress.totalCount)}>
        <Link to="/desk/records">{t('starts')}</Link>
      </Figure>
    </div>
  );
}

function Courses({ courses }: { readonly courses: HrHomeQuery['courses']['nodes'] }): ReactNode {
  const t = usePhrases(phrases);
  return (
    <ul className={styles['courses']}>
      {courses.map(({ id, name, track, enrolledCount, completedCount }) => {
        const said = enrolledCount === 0 ? t('nobodyYet') : t('finishedOf', { done: completedCount, total: enrolledCount });
        return (
          <li key={id}>
            <TrackName track={track} />
            <Link to={`/desk/courses/${id}`}>{name}</Link>
            <Bar done={completedCount} total={enrolledCount} label={`${name} ${said}`} />
            <span className={styles['soft']}>{said}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** What HR looks at first: how many people, what they can learn, how far they are. */
export function HrHome(): ReactNode {
  const { unit } = useUnit();
  // Another unit begins anew: the former one's numbers are not its own.
  return <OfUnit key={unit.id} unitId={unit.id} />;
}

function OfUnit({ unitId }: { readonly unitId: string }): ReactNode {
  const t = usePhrases(phrases);
  const go = useNavigate();
  const query = useQuery(homeQuery, { unitId });
  return (
    <Loaded query={query} skeleton={<Skeleton lines={3} cards />}>
      {(data) => (
        <div className={styles['home']}>
          <Figures data={data} />
          {data.unit?.peopleCount === 0 && (
            <Empty title={t('beginTitle')} action={<Button type="primary" onClick={() => void go('/desk/imports/people')}>{t('importPeople')}</Button>}>
              {t('beginText')}
            </Empty>
          )}
          <Section title={t('courseProgress')}>
            {data.courses.nodes.length === 0 ? (
              <Empty title={t('noCourses')} action={<Button onClick={() => void go('/desk/courses')}>{t('toCourses')}</Button>}>
                {t('noCoursesText')}
              </Empty>
            ) : (
              <>
                <p className={styles['soft']}>{t('courseProgressLead')}</p>
                <Courses courses={data.courses.nodes} />
              </>
            )}
          </Section>
        </div>
      )}
    </Loaded>
  );
}
