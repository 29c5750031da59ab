import { graphql } from '@skillhall/ui/graphql';

export const signInMutation = graphql(`
  mutation SignIn($login: String!, $password: String!) {
    signIn(login: $login, password: $password) {
      __typename
      ... on SignInSuccess {
        viewer {
          ...ViewerFields
        }
      }
      ... on UserError {
        code
        message
      }
      ... on TooManyAttemptsError {
        retryAfterSeconds
      }
    }
  }
`);

export const optionsQuery = graphql(`
  query SignInOptions {
    signInOptions {
      password
      oidcLabel
    }
  }
`);

export const changePasswordMutation = graphql(`
  mutation ChangePassword($current: String!, $next: String!) {
    changePassword(current: $current, next: $next) {
      __typename
      ... on UserError {
        code
        message
      }
      ... on TooManyAttemptsError {
        retryAfterSeconds
      }
    }
  }
`);

/** Where to go after signing in: only a page of this app, never another site. */
export function safeTarget(to: string | null): string {
  return to !== null && /^\/(?![/\\])/.test(to) ? to : '/';
}
