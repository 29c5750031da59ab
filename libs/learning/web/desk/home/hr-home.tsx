import { useUnit } from '@skillhall/ui/desk';
import type { HrHomeQuery } from '@skillhall/ui/gql';
import { graphql, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Section, Skeleton } from '@skillhall/ui/page';
import { Bar } from '@skillhall/ui/pieces';
import { TrackName, tracks } from '@skillhall/ui/track';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import '../courses/course-documents.js';
import { phrases } from '../phrases.js';
import { Attention } from './attention.js';
import styles from './hr-home.module.css';

const homeQuery = graphql(`
  query HrHome($unitId: ID!) {
    unit(id: $unitId) {
      id
      peopleCount
    }
    ethics: peopleWithoutLearning(unitId: $unitId, track: ethics, limit: 1) {
      totalCount
    }
    law: peopleWithoutLearning(unitId: $unitId, track: law, limit: 1) {
      totalCount
    }
    communication: peopleWithoutLearning(unitId: $unitId, track: communication, limit: 1) {
      totalCount
    }
    business: peopleWithoutLearning(unitId: $unitId, track: business, limit: 1) {
      totalCount
    }
    courses(filter: { status: published }, limit: 50) {
      nodes {
        ...CourseRow
      }
    }
  }
`);

/** The four tracks of the year: how many have finished one course of each, and who has not. */
function YearByTrack({ data }: { readonly data: HrHomeQuery }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const total = data.unit?.peopleCount ?? 0;
  return (
    <ul className={styles['list']}>
      {tracks.map((track) => {
        const missing = data[track].totalCount;
        const said = missing === 0 ? t('everybody') : t('missing', { n: format.count(missing) });
        return (
          <li key={track}>
            <TrackName track={track} />
            <Bar done={total - missing} total={total} label={said} />
            {missing === 0 ? <span className={styles['soft']}>{said}</span> : <Link to={`/desk/records/without?track=${track}`}>{said}</Link>}
          </li>
        );
      })}
    </ul>
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

/** What HR looks at first: who needs something today, and how far everybody is this year. */
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
      {(data) =>
        data.unit?.peopleCount === 0 ? (
          <Empty title={t('beginTitle')} action={<Button type="primary" onClick={() => void go('/desk/imports/people')}>{t('importPeople')}</Button>}>
            {t('beginText')}
          </Empty>
        ) : (
          <div className={styles['home']}>
            <Attention />
            {data.courses.nodes.length === 0 ? (
              <Empty title={t('noCourses')} action={<Button onClick={() => void go('/desk/courses')}>{t('toCourses')}</Button>}>
                {t('noCoursesText')}
              </Empty>
            ) : (
              <>
                <Section title={t('yearByTrack')}>
                  <p className={styles['soft']}>{t('yearByTrackLead')}</p>
                  <YearByTrack data={data} />
                </Section>
                <Section title={t('courseProgress')}>
                  <p className={styles['soft']}>{t('courseProgressLead')}</p>
                  <Courses courses={data.courses.nodes} />
                </Section>
              </>
            )}
          </div>
        )
      }
    </Loaded>
  );
}
