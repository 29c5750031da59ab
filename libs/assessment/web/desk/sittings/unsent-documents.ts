import { graphql } from '@skillhall/ui/graphql';

graphql(`
  fragment UnsentFile on UnsentFileType {
    id
    personName
    sound
    sameDevice
    at
    accountName
    answers {
      position
      answeredAt
      finding
    }
    decision {
      accepted
      note
      counted
      at
      accountName
    }
  }
`);

export const unsentFilesQuery = graphql(`
  query UnsentFiles($id: ID!) {
    sitting(id: $id) {
      id
      unsentFiles {
        ...UnsentFile
      }
    }
  }
`);

export const bringUnsentMutation = graphql(`
  mutation BringUnsentAnswers($sittingId: ID!, $content: String!) {
    bringUnsentAnswers(sittingId: $sittingId, content: $content) {
      __typename
      ... on UnsentFileSuccess {
        file {
          ...UnsentFile
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const decideUnsentMutation = graphql(`
  mutation DecideUnsentAnswers($id: ID!, $accepted: Boolean!, $note: String!) {
    decideUnsentAnswers(id: $id, accepted: $accepted, note: $note) {
      __typename
      ... on UnsentFileSuccess {
        file {
          ...UnsentFile
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);
