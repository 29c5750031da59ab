import { graphql } from '@skillhall/ui/graphql';

export const regradeSubjectQuery = graphql(`
  query RegradeSubject($examId: ID!, $questionId: ID!) {
    regradeSubject(examId: $examId, questionId: $questionId) {
      questionId
      examTitle
      code
      type
      stem
      options {
        key
        text
      }
      key {
        kind
        correct
        rule
        credits {
          key
          credit
        }
        blankKeys {
          kind
          texts {
            text
            credit
          }
          numbers {
            value
            tolerance
            credit
          }
          matchCase
          unit
        }
        anyOrder
        revision
      }
      regrades {
        id
        kind
        reason
        at
        accountName
        questionId
        attempts
        gained
        lost
        nowPassed
        nowFailed
        changed
        done
      }
    }
  }
`);

graphql(`
  fragment RegradeOutcome on RegradeSuccess {
    regradeId
    report {
      attempts
      gained
      lost
      nowPassed
      nowFailed
      lines {
        attemptId
        name
        staffNumber
        unitName
        change
        verdict
        before {
          marks
          score
          passed
        }
        after {
          marks
          score
          passed
        }
      }
    }
  }
`);

export const previewRegradeMutation = graphql(`
  mutation PreviewRegrade($input: RegradeInput!) {
    previewRegrade(input: $input) {
      __typename
      ... on RegradeSuccess {
        ...RegradeOutcome
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const applyRegradeMutation = graphql(`
  mutation ApplyRegrade($input: RegradeInput!) {
    applyRegrade(input: $input) {
      __typename
      ... on RegradeSuccess {
        ...RegradeOutcome
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);
