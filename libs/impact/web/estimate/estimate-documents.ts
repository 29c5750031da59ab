import { graphql, useQuery } from '@skillhall/ui/graphql';
import { useMay } from '@skillhall/ui/session';

export const estimateQuery = graphql(`
  query Estimate($unitId: ID!, $courseId: ID!) {
    simpleEstimate(unitId: $unitId, courseId: $courseId) {
      rateRatio
      low
      high
      halls
      trainedHalls
      months
      complaints
      beforeRate
      afterRate
      sentence
      cannotExclude
      reason
    }
  }
`);

const publishedQuery = graphql(`
  query PublishedCourseNames {
    courses(filter: { status: published }, limit: 200) {
      nodes {
        id
        name
      }
    }
  }
`);

const learnableQuery = graphql(`
  query LearnableCourseNames {
    myCourses {
      id
      name
    }
  }
`);

interface Courses {
  readonly courses: readonly { readonly id: string; readonly name: string }[];
  readonly loading: boolean;
}

/** The courses whose effect can be asked about; those who may not read the list of courses choose among those they can learn. */
export function useEstimableCourses(): Courses {
  const all = useMay()('learning-record.read');
  const published = useQuery(publishedQuery, all ? {} : null);
  const learnable = useQuery(learnableQuery, all ? null : {});
  return { courses: published.data?.courses.nodes ?? learnable.data?.myCourses ?? [], loading: published.loading || learnable.loading };
}
