import { useAction, useNotice } from '@skillhall/ui/form';
import type { CourseForAuthorQuery, PublishCourseMutation, RetireCourseMutation } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { common, useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Figure, Loaded, Page, Section, Skeleton } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import { TrackName } from '@skillhall/ui/track';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { phrases } from '../phrases.js';
import { courseQuery, publishMutation, retireMutation } from './course-documents.js';
import { CourseModules } from './course-modules.js';
import { StatusTag } from './course-status.js';
import styles from './courses.module.css';

const pickPublish = (data: PublishCourseMutation) => data.publishCourse;
const pickRetire = (data: RetireCourseMutation) => data.retireCourse;

export type CourseOf = NonNullable<CourseForAuthorQuery['courseForAuthor']>;

/** Publish a draft, retire what is published; both are asked about, for neither can be undone. */
function Actions({ course }: { readonly course: CourseOf }): ReactNode {
  const t = usePhrases(phrases);
  const notice = useNotice();
  const [publish] = useAction(publishMutation, pickPublish);
  const [retire] = useAction(retireMutation, pickRetire);
  const { id: courseId, name, version } = course;
  const askPublish = () =>
    notice.confirm({
      title: t('publishTitle', { name, version }),
      text: t('publishText'),
      button: t('publish'),
      onConfirm: async () => {
        if (await publish({ courseId })) notice.done(t('publishedNow'));
      },
    });
  const askRetire = () =>
    notice.confirm({
      title: t('retireTitle', { name }),
      text: t('retireText'),
      button: t('retire'),
      danger: true,
      onConfirm: async () => {
        if (await retire({ courseId })) notice.done(t('retiredNow'));
      },
    });
  return (
    <>
      {course.status === 'published' && <Button onClick={askRetire}>{t('retire')}</Button>}
      {course.status === 'draft' && (
        <Button type="primary" onClick={askPublish}>
          {t('publish')}
        </Button>
      )}
    </>
  );
}

function Shown({ course }: { readonly course: CourseOf }): ReactNode {
  const t = usePhrases(phrases);
  const tc = usePhrases(common);
  const may = useMay();
  const format = useFormat();
  return (
    <Page
      title={course.name}
      trail={[{ to: '/desk/courses', text: t('courses') }]}
      lead={
        <span className={styles['facts']}>
          <TrackName track={course.track} />
          <StatusTag status={course.status} />
          <span>{course.code}</span>
          <span>{t('versionOf', { n: course.version })}</span>
          <span>{tc('hours', { n: course.hours })}</span>
          <span>{format.date(course.updatedAt)}</span>
        </span>
      }
      actions={may('course.manage') && <Actions course={course} />}
      help={<p>{t('coursesHelp')}</p>}
    >
      <div className={styles['figures']}>
        <Figure value={format.count(course.enrolledCount)}>{t('learners')}</Figure>
        <Figure value={format.count(course.completedCount)}>{t('finished')}</Figure>
        <Link to={`/desk/records?course=${course.id}`}>{t('seeRecords')}</Link>
        <Link to={`/desk/training?course=${course.id}`}>{t('seeSchedule')}</Link>
        {may('impact.read') && <Link to={`/desk/studies?course=${course.id}`}>{t('seeStudies')}</Link>}
      </div>
      <Section title={t('modules')}>{course.modules.length > 0 ? <CourseModules modules={course.modules} /> : <p>{t('noModules')}</p>}</Section>
    </Page>
  );
}

export function CoursePage(): ReactNode {
  const t = usePhrases(phrases);
  const { courseId = '' } = useParams();
  const query = useQuery(courseQuery, { id: courseId });
  return (
    <Loaded query={query} skeleton={<Skeleton lines={10} />}>
      {(data) =>
        data.courseForAuthor ? (
          <Shown course={data.courseForAuthor} />
        ) : (
          <Page title={t('courses')} trail={[{ to: '/desk/courses', text: t('courses') }]}>
            <Empty title={t('gone')} />
          </Page>
        )
      }
    </Loaded>
  );
}
