import { graphql } from '@skillhall/ui/graphql';

graphql(`
  fragment CourseCard on CourseForLearner {
    id
    name
    track
    summary
    hours
    enrolment {
      completedAt
      completedActivities
      totalActivities
    }
    nextActivity {
      id
      kind
      title
      minutes
      quizId
    }
  }
`);

graphql(`
  fragment ActivityLine on Activity {
    id
    kind
    title
    state
    minutes
    quizId
  }
`);

graphql(`
  fragment CourseOutline on CourseForLearner {
    ...CourseCard
    modules {
      id
      title
      activities {
        ...ActivityLine
      }
    }
  }
`);

export const myCoursesQuery = graphql(`
  query MyCourses($track: Track) {
    myCourses(track: $track) {
      ...CourseCard
    }
  }
`);

export const courseQuery = graphql(`
  query Course($id: ID!) {
    course(id: $id) {
      ...CourseOutline
    }
  }
`);

export const activityQuery = graphql(`
  query Activity($id: ID!) {
    activity(id: $id) {
      ...ActivityLine
      body
      course {
        ...CourseOutline
      }
    }
  }
`);

export const startCourseMutation = graphql(`
  mutation StartCourse($courseId: ID!) {
    startCourse(courseId: $courseId) {
      __typename
      ... on StartCourseSuccess {
        course {
          ...CourseOutline
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const completeArticleMutation = graphql(`
  mutation CompleteArticle($activityId: ID!) {
    completeArticle(activityId: $activityId) {
      __typename
      ... on CompleteArticleSuccess {
        course {
          ...CourseOutline
        }
      }
      ... on UserError {
        code
        message
      }
      ... on TooFastError {
        waitSeconds
      }
    }
  }
`);

export const myLearningQuery = graphql(`
  query MyLearning {
    myLearning {
      enrolled
      completed
      tracks {
        track
        courses
        completed
        hours
      }
    }
  }
`);
