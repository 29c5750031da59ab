import { graphql } from '@skillhall/ui/graphql';

graphql(`
  fragment QuestionRow on QuestionForAuthor {
    id
    code
    version
    latestVersion
    latestState
    currentVersion
    use
    type
    stem
    track
    difficulty
    updatedAt
    competency {
      code
      name
    }
    category {
      id
      name
    }
    usage {
      times
      lastDay
    }
  }
`);

graphql(`
  fragment KeyOfQuestion on KeyForAuthor {
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
    variables {
      name
      least
      most
      step
    }
    formulas {
      formula
      tolerance
      decimals
      unit
    }
    criteria {
      id
      text
      share
    }
    modelAnswer
    explanation
    revision
  }
`);

graphql(`
  fragment PartOfQuestion on QuestionPartForAuthor {
    versionId
    type
    stem
    media {
      fileId
      kind
      name
      description
    }
    options {
      key
      text
    }
    prompts {
      key
      text
    }
    blanks {
      kind
      unit
    }
    key {
      __typename
      ...KeyOfQuestion
      ... on UserError {
        message
      }
    }
  }
`);

graphql(`
  fragment WholeQuestion on QuestionForAuthor {
    ...QuestionRow
    versionId
    writtenAt
    clause
    unit {
      id
      name
    }
    media {
      fileId
      kind
      name
      description
    }
    options {
      key
      text
    }
    prompts {
      key
      text
    }
    blanks {
      kind
      unit
    }
    key {
      __typename
      ...KeyOfQuestion
      ... on UserError {
        message
      }
    }
    parts {
      ...PartOfQuestion
    }
  }
`);

export const questionsQuery = graphql(`
  query Questions($filter: QuestionFilter, $sort: QuestionSort, $offset: Int, $limit: Int) {
    questions(filter: $filter, sort: $sort, offset: $offset, limit: $limit) {
      totalCount
      nodes {
        ...QuestionRow
      }
    }
  }
`);

export const questionQuery = graphql(`
  query QuestionDetail($id: ID!, $version: Int) {
    questionForAuthor(id: $id, version: $version) {
      ...WholeQuestion
    }
  }
`);

export const historyQuery = graphql(`
  query QuestionHistory($id: ID!) {
    questionForAuthor(id: $id) {
      id
      currentVersion
      versions {
        versionId
        version
        createdAt
        authorName
        type
        stem
        track
        competency
        difficulty
        clause
        media {
          fileId
          kind
          name
          description
        }
        options {
          key
          text
        }
        prompts {
          key
          text
        }
        blanks {
          kind
          unit
        }
        steps {
          state
          comment
          at
          byName
        }
        key {
          __typename
          ...KeyOfQuestion
          ... on UserError {
            message
          }
        }
        parts {
          ...PartOfQuestion
        }
      }
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

export const categoriesQuery = graphql(`
  query QuestionCategories {
    questionCategories {
      id
      parentId
      name
      questions
      manageable
      unit {
        id
        name
      }
    }
  }
`);
