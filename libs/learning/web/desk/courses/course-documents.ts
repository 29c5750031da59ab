import { graphql } from '@skillhall/ui/graphql';

graphql(`
  fragment CourseRow on CourseForAuthor {
    id
    code
    name
    track
    hours
    status
    version
    enrolledCount
    completedCount
    updatedAt
  }
`);

export const coursesQuery = graphql(`
  query Courses($filter: CourseFilter, $offset: Int, $limit: Int) {
    courses(filter: $filter, offset: $offset, limit: $limit) {
      totalCount
      nodes {
        ...CourseRow
      }
    }
  }
`);

export const courseQuery = graphql(`
  query CourseForAuthor($id: ID!) {
    courseForAuthor(id: $id) {
      ...CourseRow
      modules {
        id
        title
        activities {
          id
          kind
          title
          body
          questionCodes
          passMark
        }
      }
    }
  }
`);

export const publishMutation = graphql(`
  mutation PublishCourse($courseId: ID!) {
    publishCourse(courseId: $courseId) {
      __typename
      ... on PublishCourseSuccess {
        course {
          id
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const retireMutation = graphql(`
  mutation RetireCourse($courseId: ID!) {
    retireCourse(courseId: $courseId) {
      __typename
      ... on PublishCourseSuccess {
        course {
          id
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);
