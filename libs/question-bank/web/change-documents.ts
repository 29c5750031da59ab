import { graphql } from '@skillhall/ui/graphql';

export const stepMutation = graphql(`
  mutation StepQuestions($selection: QuestionSelectionInput!, $steps: [QuestionStep!]!, $rehearsal: Boolean) {
    stepQuestions(selection: $selection, steps: $steps, rehearsal: $rehearsal) {
      __typename
      ... on ChangeQuestionsSuccess {
        changed
        refused {
          id
          code
          error {
            message
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

export const reviewMutation = graphql(`
  mutation ReviewQuestions($selection: QuestionSelectionInput!, $verdict: ReviewVerdict!, $comment: String, $publish: Boolean!, $rehearsal: Boolean) {
    reviewQuestions(selection: $selection, verdict: $verdict, comment: $comment, publish: $publish, rehearsal: $rehearsal) {
      __typename
      ... on ChangeQuestionsSuccess {
        changed
        refused {
          id
          code
          error {
            message
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

export const editMutation = graphql(`
  mutation EditQuestions($selection: QuestionSelectionInput!, $changes: QuestionChangesInput!, $rehearsal: Boolean) {
    editQuestions(selection: $selection, changes: $changes, rehearsal: $rehearsal) {
      __typename
      ... on ChangeQuestionsSuccess {
        changed
        refused {
          id
          code
          error {
            message
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
