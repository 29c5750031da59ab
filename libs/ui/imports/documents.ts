import { graphql } from '../graphql/index.js';

graphql(`
  fragment ImportRunFields on ImportRun {
    id
    kind
    fileName
    dryRun
    status
    rowsRead
    rowsTotal
    accepted
    created
    updated
    unchanged
    rejected
    encoding
    sheetName
    createdAt
    createdByName
    fileKept
    options {
      name
      value
    }
    files {
      kind
      name
      fileId
    }
    failure {
      code
      message
    }
    recognition {
      missing
      columns {
        field
        title
        required
      }
      sourceColumns {
        column
        title
        sample
      }
      mapping {
        field
        column
      }
      suggested {
        field
        column
      }
    }
  }
`);

export const runQuery = graphql(`
  query ImportRun($id: ID!, $offset: Int, $limit: Int) {
    importRun(id: $id) {
      ...ImportRunFields
      problems(offset: $offset, limit: $limit) {
        totalCount
        nodes {
          row
          field
          code
          message
        }
      }
    }
  }
`);

export const runsQuery = graphql(`
  query ImportRuns($offset: Int, $limit: Int) {
    importRuns(offset: $offset, limit: $limit) {
      totalCount
      nodes {
        id
        kind
        fileName
        dryRun
        status
        rowsRead
        rowsTotal
        created
        updated
        unchanged
        rejected
        createdAt
        createdByName
      }
    }
  }
`);

export const startMutation = graphql(`
  mutation StartImport($input: StartImportInput!) {
    startImport(input: $input) {
      __typename
      ... on StartImportSuccess {
        run {
          id
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);
