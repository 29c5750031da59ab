import { graphql } from '@skillhall/ui/graphql';

graphql(`
  fragment SittingRow on Sitting {
    id
    title
    place
    state
    delivery
    opensAt
    closesAt
    unit {
      id
      name
    }
    counts {
      admitted
      checkedIn
      open
      submitted
    }
  }
`);

export const sittingsQuery = graphql(`
  query SittingsToRun($filter: SittingFilter, $offset: Int, $limit: Int) {
    sittingsToRun(filter: $filter, offset: $offset, limit: $limit) {
      totalCount
      nodes {
        ...SittingRow
      }
    }
  }
`);

export const publishedExamsQuery = graphql(`
  query PublishedExams {
    exams(filter: { state: published }, limit: 200) {
      nodes {
        id
        title
        unit {
          id
          name
        }
      }
    }
  }
`);

export const saveSittingMutation = graphql(`
  mutation SaveSitting($input: SaveSittingInput!) {
    saveSitting(input: $input) {
      __typename
      ... on SaveSittingSuccess {
        sitting {
          ...SittingRow
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const boardQuery = graphql(`
  query Board($id: ID!, $filter: CandidateFilter, $offset: Int, $limit: Int) {
    sitting(id: $id) {
      ...SittingRow
      cancelledReason
      checkIn
      checkInCode
      people(filter: $filter, offset: $offset, limit: $limit) {
        totalCount
        nodes {
          personId
          staffNumber
          name
          unitName
          checkedInAt
          attempt {
            id
            state
            deadline
            answered
            total
            lastSavedAt
            takeovers
            timesLeft
            pastes
          }
        }
      }
      incidents {
        id
        kind
        personName
        minutes
        note
        at
        accountName
      }
    }
  }
`);

export const checkInMutation = graphql(`
  mutation CheckInCandidate($sittingId: ID!, $personId: ID!) {
    checkInCandidate(sittingId: $sittingId, personId: $personId) {
      __typename
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const extendAttemptMutation = graphql(`
  mutation ExtendAttempt($sittingId: ID!, $attemptId: ID!, $minutes: Int!, $note: String!) {
    extendAttempt(sittingId: $sittingId, attemptId: $attemptId, minutes: $minutes, note: $note) {
      __typename
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const extendSittingMutation = graphql(`
  mutation ExtendSitting($sittingId: ID!, $minutes: Int!, $note: String!) {
    extendSitting(sittingId: $sittingId, minutes: $minutes, note: $note) {
      __typename
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const forceSubmitMutation = graphql(`
  mutation ForceSubmit($sittingId: ID!, $attemptId: ID!, $note: String!) {
    forceSubmit(sittingId: $sittingId, attemptId: $attemptId, note: $note) {
      __typename
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const noteIncidentMutation = graphql(`
  mutation NoteIncident($sittingId: ID!, $attemptId: ID, $note: String!) {
    noteIncident(sittingId: $sittingId, attemptId: $attemptId, technical: false, note: $note) {
      __typename
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const endSittingMutation = graphql(`
  mutation EndSitting($sittingId: ID!, $note: String!) {
    endSitting(sittingId: $sittingId, note: $note) {
      __typename
      ... on UserError {
        code
        message
      }
    }
  }
`);
