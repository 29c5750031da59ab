import { graphql } from '@skillhall/ui/graphql';

graphql(`
  fragment QuestionRow on QuestionForAuthor {
    id
    code
    version
    type
    stem
    track
    difficulty
    updatedAt
    competency {
      code
      name
    }
  }
`);

export const questionsQuery = graphql(`
  query Questions($filter: QuestionFilter, $offset: Int, $limit: Int) {
    questions(filter: $filter, offset: $offset, limit: $limit) {
      totalCount
      nodes {
        ...QuestionRow
      }
    }
  }
`);

export const questionQuery = graphql(`
  query QuestionDetail($id: ID!) {
    questionForAuthor(id: $id) {
      ...QuestionRow
      options {
        key
        text
      }
      key {
        __typename
        ... on KeyForAuthor {
          correct
          explanation
        }
        ... on UserError {
          message
        }
      }
      clause
    }
  }
`);

export const competenciesQuery = graphql(`
  query CompetencyNames {
    competencies {
      code
      name
      track
    }
  }
`);
