import { graphql, useQuery } from '@skillhall/ui/graphql';
import { useMay } from '@skillhall/ui/session';

const allQuery = graphql(`
  query CourseNames {
    courses(limit: 200) {
      nodes {
        id
        name
      }
    }
  }
`);

const ownQuery = graphql(`
  query OwnCourseNames {
    myCourses {
      id
      name
    }
  }
`);

/** The courses to choose from: all for those who write courses, else those that can be learned. */
export function useCourseNames(): readonly { readonly id: string; readonly name: string }[] {
  const all = useMay()('course.manage');
  const every = useQuery(allQuery, all ? {} : null);
  const own = useQuery(ownQuery, all ? null : {});
  return every.data?.courses.nodes ?? own.data?.myCourses ?? [];
}
