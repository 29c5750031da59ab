import { graphql } from '@skillhall/ui/graphql';

export const unitNumbersQuery = graphql(`
  query UnitNumbers($id: ID!) {
    unit(id: $id) {
      hallCount
      peopleCount
    }
  }
`);

export const questionNumberQuery = graphql(`
  query QuestionNumber {
    questions(limit: 1) {
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
