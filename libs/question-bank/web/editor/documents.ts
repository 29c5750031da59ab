import { graphql } from '@skillhall/ui/graphql';

export const saveMutation = graphql(`
  mutation SaveQuestion($input: SaveQuestionInput!) {
    saveQuestion(input: $input) {
      __typename
      ... on SaveQuestionSuccess {
        question {
          id
          code
          version
          latestState
        }
      }
      ... on QuestionInvalidError {
        problems {
          field
          code
          message
        }
      }
      ... on VersionConflictError {
        version
        name
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const similarQuery = graphql(`
  query SimilarQuestions($words: QuestionWordsInput!, $exceptId: ID) {
    similarQuestions(words: $words, exceptId: $exceptId) {
      similarity
      question {
        id
        code
        stem
        type
      }
    }
  }
`);
