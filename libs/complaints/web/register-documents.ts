import { graphql } from '@skillhall/ui/graphql';

export const gapsQuery = graphql(`
  query VolumeGaps($unitId: ID!, $offset: Int, $limit: Int) {
    volumeGaps(unitId: $unitId, offset: $offset, limit: $limit) {
      from
      until
      totalCount
      nodes {
        unit {
          id
          name
        }
        months
        transactions
        onlineShare
        windowStaff
      }
    }
  }
`);

export const rulesQuery = graphql(`
  query TaxonomyChanges($unitId: ID!) {
    taxonomyChanges(unitId: $unitId) {
      id
      date
      note
      notedBy
      mayRemove
      unit {
        id
        name
      }
    }
  }
`);

export const noteRuleMutation = graphql(`
  mutation NoteTaxonomyChange($input: NoteTaxonomyChangeInput!) {
    noteTaxonomyChange(input: $input) {
      __typename
      ... on TaxonomyChangeSuccess {
        change {
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

export const removeRuleMutation = graphql(`
  mutation RemoveTaxonomyChange($id: ID!) {
    removeTaxonomyChange(id: $id) {
      __typename
      ... on TaxonomyChangeSuccess {
        change {
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

export const hallLearningQuery = graphql(`
  query HallLearning($unitId: ID!, $day: CivilDate!) {
    hallLearning(unitId: $unitId, day: $day) {
      people
      courses {
        course {
          id
          name
        }
        completed
        withQuiz
      }
      learners {
        person {
          id
          name
        }
        courses {
          course {
            id
            name
          }
          completedOn
        }
      }
    }
  }
`);
