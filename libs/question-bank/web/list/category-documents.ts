import { graphql } from '@skillhall/ui/graphql';

export const createMutation = graphql(`
  mutation CreateQuestionCategory($unitId: ID!, $name: String!, $parentId: ID) {
    createQuestionCategory(unitId: $unitId, name: $name, parentId: $parentId) {
      __typename
      ... on CategorySuccess {
        categoryId
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const renameMutation = graphql(`
  mutation RenameQuestionCategory($id: ID!, $name: String!) {
    renameQuestionCategory(id: $id, name: $name) {
      __typename
      ... on CategorySuccess {
        categoryId
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const moveMutation = graphql(`
  mutation MoveQuestionCategory($id: ID!, $parentId: ID, $position: Int!) {
    moveQuestionCategory(id: $id, parentId: $parentId, position: $position) {
      __typename
      ... on CategorySuccess {
        categoryId
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const mergeMutation = graphql(`
  mutation MergeQuestionCategories($id: ID!, $intoId: ID!) {
    mergeQuestionCategories(id: $id, intoId: $intoId) {
      __typename
      ... on CategorySuccess {
        categoryId
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const removeMutation = graphql(`
  mutation RemoveQuestionCategory($id: ID!) {
    removeQuestionCategory(id: $id) {
      __typename
      ... on CategorySuccess {
        categoryId
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);
