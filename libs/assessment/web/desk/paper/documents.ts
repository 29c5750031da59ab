import { graphql } from '@skillhall/ui/graphql';

graphql(`
  fragment PaperFormParts on PaperForm {
    form
    sections
    entered
    questions {
      position
      type
      section
      marks
      options
      prompts
      blanks
    }
  }
`);

export const papersQuery = graphql(`
  query SittingPapers($id: ID!) {
    sitting(id: $id) {
      id
      title
      state
      delivery
      counts {
        admitted
      }
      papers {
        withheld
        forms {
          ...PaperFormParts
        }
        printing {
          id
          state
          done
          total
          missing
          at
          accountName
        }
        files {
          fileId
          kind
          form
          name
          size
        }
      }
    }
  }
`);

export const printPapersMutation = graphql(`
  mutation PrintPapers($sittingId: ID!, $forms: Int!, $anew: Boolean!) {
    printPapers(sittingId: $sittingId, forms: $forms, anew: $anew) {
      __typename
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const paperEntriesQuery = graphql(`
  query PaperEntries($sittingId: ID!, $search: String, $offset: Int, $limit: Int) {
    paperEntries(sittingId: $sittingId, search: $search, offset: $offset, limit: $limit) {
      totalCount
      nodes {
        personId
        staffNumber
        name
        form
        version
        note
        fromFile
        answered
        total
        at
        accountName
      }
    }
  }
`);

export const paperOfPersonQuery = graphql(`
  query PaperOfPerson($sittingId: ID!, $staffNumber: String!) {
    paperOfPerson(sittingId: $sittingId, staffNumber: $staffNumber) {
      staffNumber
      name
      form
      answers {
        position
        text
      }
    }
  }
`);

export const enterPaperMutation = graphql(`
  mutation EnterPaper($input: EnterPaperInput!) {
    enterPaper(input: $input) {
      __typename
      ... on EnterPaperSuccess {
        name
        answered
        total
        pending
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);
