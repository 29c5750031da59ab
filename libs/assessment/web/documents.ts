import { graphql } from '@skillhall/ui/graphql';

graphql(`
  fragment AttemptFields on AttemptForExaminee {
    id
    state
    startedAt
    deadline
    serverNow
    title
    passMark
    limited
    quizId
    sittingId
    mockExamId
    deviceId
    sitting {
      proctoring {
        fullScreen
        blur
        paste
      }
    }
    sections
    questions {
      ...AskedQuestion
    }
    answers {
      questionId
      choice
      clientSeq
      savedAt
    }
    receipt {
      code
      submittedAt
      answered
      total
      score
      marks
      maxMarks
      pending
      passed
      submittedBy
    }
  }
`);

graphql(`
  fragment AskedQuestion on QuestionForExaminee {
    id
    position
    marks
    section
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
    case {
      id
      stem
      media {
        fileId
        kind
        name
        description
      }
    }
    values {
      name
      value
    }
  }
`);

graphql(`
  fragment ReviewedQuestion on QuestionReview {
    question {
      ...AskedQuestion
    }
    choice
    right
    correct
    marks
    maxMarks
    explanation
  }
`);

export const attemptQuery = graphql(`
  query Attempt($id: ID!) {
    attempt(id: $id) {
      ...AttemptFields
    }
  }
`);

export const startAttemptMutation = graphql(`
  mutation StartAttempt($quizId: ID!) {
    startAttempt(quizId: $quizId) {
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

export const saveAnswerMutation = graphql(`
  mutation SaveAnswer($input: SaveAnswerInput!) {
    saveAnswer(input: $input) {
      __typename
      ... on SaveAnswerSuccess {
        clientSeq
        savedAt
        deviceId
      }
      ... on UserError {
        code
        message
      }
      ... on BusyError {
        retryAfterSeconds
      }
    }
  }
`);

export const submitAttemptMutation = graphql(`
  mutation SubmitAttempt($attemptId: ID!) {
    submitAttempt(attemptId: $attemptId) {
      __typename
      ... on SubmitAttemptSuccess {
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

export const quizQuery = graphql(`
  query Quiz($id: ID!) {
    quiz(id: $id) {
      id
      title
      questionCount
      passMark
      timeLimitMinutes
      myAttempts {
        id
        state
        startedAt
        deadline
        receipt {
          submittedAt
          score
          passed
        }
      }
    }
  }
`);

export const reviewQuery = graphql(`
  query AttemptReview($id: ID!) {
    attemptReview(id: $id) {
      ...ReviewedQuestion
    }
  }
`);
