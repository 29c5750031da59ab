import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Skeleton } from '@skillhall/ui/page';
import { Banner, Bar, Button, LinkButton } from '@skillhall/ui/pieces';
import { Screen } from '@skillhall/ui/screen';
import { TrackName } from '@skillhall/ui/track';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { CourseOutline } from '../components/outline.js';
import { activityPath, courseState, type Outline } from '../course.js';
import { courseQuery } from '../documents.js';
import { phrases } from '../phrases.js';
import { useStartCourse } from '../use-start-course.js';

function Action({ course }: { readonly course: Outline }): ReactNode {
  const t = usePhrases(phrases);
  const { start, busy, fault } = useStartCourse();
  const state = courseState(course);
  if (state === 'completed') return null;
  return (
    <>
      {fault && (
        <Banner tone="bad" live>
          {fault}
        </Banner>
      )}
      {state === 'notStarted' ? (
        <Button look="main" wide busy={busy} onClick={() => void start(course.id)}>
          {t('start')}
        </Button>
      ) : (
        course.nextActivity && (
          <LinkButton look="main" wide to={activityPath(course.id, course.nextActivity)}>
            {t('goOn')}
          </LinkButton>
        )
      )}
    </>
  );
}

function CourseScreen({ course }: { readonly course: Outline }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const { enrolment } = course;
  const action = courseState(course) === 'completed' ? undefined : <Action course={course} />;
  const progress = enrolment && t('started', { done: enrolment.completedActivities, total: enrolment.totalActivities });
  return (
    <Screen title={course.name} over={<TrackName track={course.track} />} lead={course.summary} back="/learn" action={action}>
      {enrolment?.completedAt && <Banner tone="good">{`${t('courseDone')} · ${format.date(enrolment.completedAt)}`}</Banner>}
      {enrolment && !enrolment.completedAt && progress && (
        <div>
          <p>{progress}</p>
          <Bar done={enrolment.completedActivities} total={enrolment.totalActivities} label={progress} />
        </div>
      )}
      <CourseOutline course={course} />
    </Screen>
  );
}

/** A course: what it is for, its parts, and the one button to go on. */
export function CoursePage(): ReactNode {
  const t = usePhrases(phrases);
  const query = useQuery(courseQuery, { id: useParams()['courseId']! });
  return (
    <Loaded whole query={query} skeleton={<Skeleton cards lines={4} />}>
      {({ course }) =>
        course ? (
          <CourseScreen course={course} />
        ) : (
          <Empty whole title={t('courseMissing')} action={<LinkButton to="/learn">{t('toLearn')}</LinkButton>}>
            {t('courseMissingText')}
          </Empty>
        )
      }
    </Loaded>
  );
}
