import { graphql } from '@skillhall/ui/graphql';

graphql(`
  fragment PersonRow on Person {
    id
    staffNumber
    name
    phone
    hiredOn
    leftOn
    hasAccount
    unit {
      id
      name
    }
    post {
      id
      name
    }
  }
`);

export const peopleQuery = graphql(`
  query People($filter: PersonFilter, $offset: Int, $limit: Int) {
    people(filter: $filter, offset: $offset, limit: $limit) {
      totalCount
      nodes {
        ...PersonRow
      }
    }
  }
`);

export const postsQuery = graphql(`
  query PostNames {
    posts {
      id
      name
    }
  }
`);

export const personQuery = graphql(`
  query PersonDetail($id: ID!) {
    person(id: $id) {
      ...PersonRow
      employmentKind
      employments {
        from
        until
        unit {
          id
          name
        }
        post {
          name
        }
      }
      roleGrants {
        id
        role
        unit {
          id
          name
        }
      }
    }
  }
`);
