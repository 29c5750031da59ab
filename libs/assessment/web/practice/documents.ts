import { graphql } from '@skillhall/ui/graphql';

graphql(`
  fragment PracticeTold on PracticeAnswer {
    position
    choice
    credit
    right
    explanation
    judged
  }
`);

graphql(`
  fragment PracticeRoundFields on PracticeRound {
    id
    mode
    chapterId
    chapterName
    startedAt
    endedAt
    total
    reasons {
      topic
      answered
      missed
      questions
    }
    questions {
      ...AskedQuestion
    }
    answers {
      ...PracticeTold
    }
  }
`);

export const practiceHomeQuery = graphql(`
  query PracticeHome {
    practiceHome {
      total
      answered
      mastered
      missed
      chapters {
        id
        parentId
        name
        total
        answered
        mastered
      }
      weak {
        topic
        answered
        missed
      }
      open {
        id
        mode
        chapterName
        total
        answered
      }
      mocks {
        id
        title
        minutes
        passMark
        size {
          questions
          marks
        }
        openAttemptId
      }
    }
  }
`);

export const practiceQuery = graphql(`
  query Practice($id: ID!) {
    practice(id: $id) {
      ...PracticeRoundFields
    }
  }
`);

export const startPracticeMutation = graphql(`
  mutation StartPractice($input: StartPracticeInput!) {
    startPractice(input: $input) {
      __typename
      ... on PracticeRoundSuccess {
        round {
          ...PracticeRoundFields
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const answerPracticeMutation = graphql(`
  mutation AnswerPractice($input: AnswerPracticeInput!) {
    answerPractice(input: $input) {
      __typename
      ... on AnswerPracticeSuccess {
        answer {
          ...PracticeTold
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const judgePracticeMutation = graphql(`
  mutation JudgePractice($input: JudgePracticeInput!) {
    judgePractice(input: $input) {
      __typename
      ... on AnswerPracticeSuccess {
        answer {
          ...PracticeTold
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const endPracticeMutation = graphql(`
  mutation EndPractice($id: ID!) {
    endPractice(id: $id) {
      __typename
      ... on PracticeRoundSuccess {
        round {
          id
          endedAt
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const startMockExamMutation = graphql(`
  mutation StartMockExam($examId: ID!) {
    startMockExam(examId: $examId) {
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

export const missedAnswersQuery = graphql(`
  query MissedAnswers($offset: Int, $limit: Int) {
    missedAnswers(offset: $offset, limit: $limit) {
      totalCount
      nodes {
        answeredAt
        review {
          ...ReviewedQuestion
        }
      }
    }
  }
`);
