import { graphql } from '@skillhall/ui/graphql';

graphql(`
  fragment SittingCardFields on SittingForExaminee {
    id
    title
    examTitle
    place
    delivery
    opensAt
    closesAt
    state
    serverNow
    refusal
    minutes
    extraMinutes
    myAttempts {
      id
      state
      receipt {
        submittedAt
        score
        maxMarks
        passed
        pending
      }
    }
  }
`);

export const mySittingsQuery = graphql(`
  query MySittings {
    mySittings {
      ...SittingCardFields
    }
  }
`);

export const mySittingQuery = graphql(`
  query MySitting($id: ID!) {
    mySitting(id: $id) {
      ...SittingCardFields
      instructions
      lateEntryMinutes
      checkIn
      checkedIn
      cancelledReason
      passMark
      attemptsAllowed
      attemptsUsed
      deadlineIfBegun
      size {
        questions
        marks
      }
      proctoring {
        fullScreen
        blur
        paste
      }
    }
  }
`);

export const startSittingMutation = graphql(`
  mutation StartSitting($input: StartSittingInput!) {
    startSitting(input: $input) {
      __typename
      ... on StartAttemptSuccess {
        attempt {
          ...AttemptFields
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const attemptPulseQuery = graphql(`
  query AttemptPulse($id: ID!) {
    attempt(id: $id) {
      state
      deadline
      deviceId
      serverNow
    }
  }
`);

export const recordEventsMutation = graphql(`
  mutation RecordAttemptEvents($input: RecordEventsInput!) {
    recordAttemptEvents(input: $input) {
      __typename
      ... on UserError {
        code
      }
    }
  }
`);
