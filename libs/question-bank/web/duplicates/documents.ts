import { graphql } from '@skillhall/ui/graphql';
// What is spread here is declared there.
import '../documents.js';

graphql(`
  fragment PairedQuestion on QuestionForAuthor {
    ...QuestionRow
    options {
      key
      text
    }
    prompts {
      key
      text
    }
    unit {
      id
      name
    }
  }
`);

export const pairsQuery = graphql(`
  query DuplicateQuestions($exact: Boolean, $offset: Int, $limit: Int) {
    duplicateQuestions(exact: $exact, offset: $offset, limit: $limit) {
      totalCount
      nodes {
        exact
        similarity
        a {
          ...PairedQuestion
        }
        b {
          ...PairedQuestion
        }
      }
    }
  }
`);

export const judgeMutation = graphql(`
  mutation JudgeDuplicate($aId: ID!, $bId: ID!, $different: Boolean!) {
    judgeDuplicate(aId: $aId, bId: $bId, different: $different) {
      __typename
      ... on JudgeDuplicateSuccess {
        questionIds
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);
