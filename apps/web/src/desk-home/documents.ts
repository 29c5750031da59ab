import { graphql } from '@skillhall/ui/graphql';

export const unitNumbersQuery = graphql(`
  query UnitNumbers($id: ID!) {
    unit(id: $id) {
      hallCount
      peopleCount
    }
  }
`);

export const unitCountQuery = graphql(`
  query UnitCount {
    units(limit: 1) {
      totalCount
    }
  }
`);

export const peopleCountQuery = graphql(`
  query PeopleCount {
    people(limit: 1) {
      totalCount
    }
  }
`);

export const accountCountQuery = graphql(`
  query AccountCount {
    people(filter: { hasAccount: true }, limit: 1) {
      totalCount
    }
  }
`);

export const questionCountQuery = graphql(`
  query QuestionCount {
    questions(limit: 1) {
      totalCount
    }
  }
`);

export const courseCountQuery = graphql(`
  query CourseCount {
    courses(limit: 1) {
      totalCount
    }
  }
`);

export const complaintCountQuery = graphql(`
  query ComplaintCount {
    complaints(limit: 1) {
      totalCount
    }
  }
`);

export const recentRecordsQuery = graphql(`
  query RecentRecords($unitId: ID!) {
    courseProgress(unitId: $unitId, limit: 8) {
      totalCount
      nodes {
        person {
          id
          name
        }
        course {
          id
          name
        }
        enrolment {
          id
          startedAt
          completedAt
          completedActivities
          totalActivities
        }
      }
    }
  }
`);
