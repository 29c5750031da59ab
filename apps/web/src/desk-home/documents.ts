import { graphql } from '@skillhall/ui/graphql';

export const unitNumbersQuery = graphql(`
  query UnitNumbers($id: ID!) {
    unit(id: $id) {
      hallCount
      peopleCount
    }
  }
`);

export const courseNumbersQuery = graphql(`
  query CourseNumbers {
    published: courses(filter: { status: published }, limit: 1) {
      totalCount
    }
    drafts: courses(filter: { status: draft }, limit: 1) {
      totalCount
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

export const overviewQuery = graphql(`
  query HomeOverview($unitId: ID!) {
    impactOverview(unitId: $unitId) {
      sentence
      latest {
        ...HomeMonth
      }
      months {
        ...HomeMonth
      }
    }
  }
`);

graphql(`
  fragment HomeMonth on UnitMonth {
    month
    transactions
    counterComplaints
    ratePer10k
    coverage
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

export const recentImportsQuery = graphql(`
  query RecentImports {
    importRuns(limit: 6) {
      nodes {
        id
        fileName
        createdAt
        createdByName
      }
    }
  }
`);

export const recentAuditQuery = graphql(`
  query RecentAudit {
    auditEntries(limit: 6) {
      nodes {
        seq
        at
        actorName
        action
      }
    }
  }
`);
