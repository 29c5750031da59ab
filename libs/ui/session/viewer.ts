import { graphql } from '../graphql/document.js';

export const viewerFragment = graphql(`
  fragment ViewerFields on Viewer {
    accountId
    login
    name
    roles
    permissions
    locale
    mustChangePassword
    person {
      id
      staffNumber
      unit {
        id
        name
      }
      post {
        name
      }
    }
  }
`);

export const viewerQuery = graphql(`
  query Viewer {
    viewer {
      ...ViewerFields
    }
  }
`);

export const signOutMutation = graphql(`
  mutation SignOut {
    signOut {
      signedOut
    }
  }
`);

export const setLocaleMutation = graphql(`
  mutation SetLocale($locale: String!) {
    setLocale(locale: $locale) {
      ...ViewerFields
    }
  }
`);
