import { graphql } from '@skillhall/ui/graphql';
// Declares what every question that is asked says.
import '../../documents.js';

export const examsSatQuery = graphql(`
  query ExamsSat($search: String, $offset: Int, $limit: Int) {
    examsSat(search: $search, offset: $offset, limit: $limit) {
      totalCount
      nodes {
        id
        title
        passMark
        sat
        passed
        pending
        mean
        lastSat
      }
    }
  }
`);

export const examResultsQuery = graphql(`
  query ExamResults($id: ID!, $sittingId: ID, $unitId: ID, $filter: PersonResultFilter, $offset: Int, $limit: Int) {
    examResults(id: $id, sittingId: $sittingId, unitId: $unitId) {
      id
      title
      passMark
      sittings {
        id
        title
        opensAt
        over
      }
      summary {
        sat
        passed
        pending
        mean
        absent
        bins
        spread {
          least
          lowerQuarter
          median
          upperQuarter
          most
        }
      }
      units {
        unitId
        unitName
        sat
        passed
        pending
        mean
        spread {
          least
          lowerQuarter
          median
          upperQuarter
          most
        }
      }
      people(filter: $filter, offset: $offset, limit: $limit) {
        totalCount
        nodes {
          attemptId
          name
          staffNumber
          unitName
          sittingTitle
          startedAt
          submittedAt
          score
          marks
          maxMarks
          pending
          passed
          regraded
        }
      }
    }
  }
`);

export const absentQuery = graphql(`
  query AbsentPeople($id: ID!, $sittingId: ID, $unitId: ID, $offset: Int, $limit: Int) {
    examResults(id: $id, sittingId: $sittingId, unitId: $unitId) {
      id
      absent(offset: $offset, limit: $limit) {
        totalCount
        nodes {
          personId
          name
          staffNumber
          unitName
          sittingTitle
        }
      }
    }
  }
`);

export const paperEvidenceQuery = graphql(`
  query PaperEvidence($attemptId: ID!) {
    paperEvidence(attemptId: $attemptId) {
      id
      personName
      staffNumber
      unitName
      examTitle
      sittingTitle
      startedAt
      submittedAt
      submittedBy
      receiptCode
      grades {
        version
        cause
        at
        score
        marks
        passed
        reason
      }
      answers {
        choice
        marks
        given {
          round
          marks
          comment
        }
        question {
          ...AskedQuestion
        }
      }
      events {
        kind
        at
        seconds
      }
      incidents {
        id
        kind
        minutes
        note
        at
        accountName
      }
    }
  }
`);
