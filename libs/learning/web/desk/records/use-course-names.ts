import { graphql, useQuery } from '@skillhall/ui/graphql';

const namesQuery = graphql(`
  query CourseNames {
    courses(limit: 200) {
      nodes {
        id
        name
      }
    }
  }
`);

/** The courses to choose from. */
export function useCourseNames(): readonly { readonly id: string; readonly name: string }[] {
  return useQuery(namesQuery, {}).data?.courses.nodes ?? [];
}
