import { graphql } from '@skillhall/ui/graphql';

graphql(`
  fragment ExportFields on QuestionExport {
    id
    status
    total
    done
    written
    losses
    withheld
    fileId
    fileName
    lossesFileId
  }
`);

export const exportMutation = graphql(`
  mutation ExportQuestions($input: ExportQuestionsInput!) {
    exportQuestions(input: $input) {
      __typename
      ... on ExportQuestionsSuccess {
        export {
          ...ExportFields
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const exportQuery = graphql(`
  query QuestionExport($id: ID!) {
    questionExport(id: $id) {
      ...ExportFields
    }
  }
`);
