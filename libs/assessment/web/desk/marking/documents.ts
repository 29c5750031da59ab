import { graphql } from '@skillhall/ui/graphql';

graphql(`
  fragment ExamToMarkRow on ExamToMark {
    id
    title
    markers
    markingGap
    counts {
      waiting
      once
      disputed
      settled
      mine
    }
  }
`);

export const examsToMarkQuery = graphql(`
  query ExamsToMark($offset: Int, $limit: Int) {
    examsToMark(offset: $offset, limit: $limit) {
      totalCount
      nodes {
        ...ExamToMarkRow
      }
    }
  }
`);

export const markingQueueQuery = graphql(`
  query MarkingQueue($examId: ID!) {
    markingQueue(examId: $examId) {
      ...ExamToMarkRow
      questionsToMark {
        questionId
        stem
        maxMarks
        waiting
        once
        disputed
        settled
        mine
        agreement {
          answers
          exact
          meanAbsoluteDifference
          weightedKappa
          intraclass
        }
      }
    }
  }
`);

export const claimAnswerMutation = graphql(`
  mutation ClaimAnswer($examId: ID!, $questionId: ID) {
    claimAnswer(examId: $examId, questionId: $questionId) {
      __typename
      ... on ClaimAnswerSuccess {
        answer {
          id
          questionId
          type
          stem
          media {
            fileId
            kind
            name
            description
          }
          maxMarks
          case {
            id
            stem
            media {
              fileId
              kind
              name
              description
            }
          }
          values {
            name
            value
          }
          answer
          criteria {
            id
            text
            marks
          }
          modelAnswer
          earlier {
            marks
            comment
          }
          until
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const markAnswerMutation = graphql(`
  mutation MarkAnswer($input: MarkAnswerInput!) {
    markAnswer(input: $input) {
      __typename
      ... on MarkAnswerSuccess {
        state
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const releaseAnswerMutation = graphql(`
  mutation ReleaseAnswer($id: ID!) {
    releaseAnswer(id: $id) {
      __typename
      ... on UserError {
        code
        message
      }
    }
  }
`);
