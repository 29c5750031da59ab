import { graphql } from '@skillhall/ui/graphql';

export const sittingPlanQuery = graphql(`
  query SittingPlan($id: ID!) {
    sitting(id: $id) {
      ...SittingRow
      version
      examId
      lateEntryMinutes
      checkIn
      proctoring {
        fullScreen
        blur
        paste
      }
      admittedUnits {
        id
        name
      }
      admittedPostIds
      invigilators {
        id
        name
      }
    }
  }
`);

export const wouldAdmitQuery = graphql(`
  query SittingWouldAdmit($unitIds: [ID!]!, $postIds: [ID!]!) {
    sittingWouldAdmit(unitIds: $unitIds, postIds: $postIds)
  }
`);

export const unitNameQuery = graphql(`
  query UnitToAdmit($id: ID!) {
    unit(id: $id) {
      id
      name
    }
  }
`);

export const postsQuery = graphql(`
  query PostsToAdmit {
    posts {
      id
      name
    }
  }
`);

export const findPeopleQuery = graphql(`
  query PeopleToAdmit($search: String!) {
    people(filter: { search: $search }, limit: 20) {
      nodes {
        id
        name
        staffNumber
        unit {
          id
          name
        }
      }
    }
  }
`);

export const candidatesQuery = graphql(`
  query Candidates($id: ID!, $filter: CandidateFilter, $offset: Int, $limit: Int) {
    sitting(id: $id) {
      id
      title
      state
      people(filter: $filter, offset: $offset, limit: $limit) {
        totalCount
        nodes {
          personId
          staffNumber
          name
          unitName
          byName
          extraMinutes
          checkedInAt
          note
          attempt {
            id
            state
          }
        }
      }
    }
  }
`);

export const setCandidateMutation = graphql(`
  mutation SetCandidate($input: CandidateInput!) {
    setCandidate(input: $input) {
      __typename
      ... on SaveSittingSuccess {
        sitting {
          id
          counts {
            admitted
          }
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const cancelSittingMutation = graphql(`
  mutation CancelSitting($id: ID!, $reason: String!) {
    cancelSitting(id: $id, reason: $reason) {
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
