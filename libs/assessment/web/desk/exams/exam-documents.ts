import { graphql } from '@skillhall/ui/graphql';
// Declares what every question that is asked says.
import '../../documents.js';

graphql(`
  fragment ExamRow on Exam {
    id
    title
    state
    minutes
    passMark
    updatedAt
    totals {
      questions
      marks
    }
    unit {
      id
      name
    }
  }
`);

export const examsQuery = graphql(`
  query Exams($filter: ExamFilter, $offset: Int, $limit: Int) {
    exams(filter: $filter, offset: $offset, limit: $limit) {
      totalCount
      nodes {
        ...ExamRow
      }
    }
  }
`);

graphql(`
  fragment ExamDetail on Exam {
    ...ExamRow
    instructions
    attemptsAllowed
    shuffleQuestions
    shuffleOptions
    exposureCap
    markers
    markingGap
    openToPractice
    version
    review {
      mark
      rightAnswer
      explanation
    }
    sections {
      title
      rows {
        categoryIds
        track
        competency
        type
        leastDifficulty
        mostDifficulty
        count
        marks
      }
      fixed {
        questionId
        marks
      }
    }
    fixedQuestions {
      ...FixedFace
    }
    fitting
    problems {
      ...BlueprintProblem
    }
  }
`);

graphql(`
  fragment FixedFace on FixedQuestionFace {
    questionId
    code
    type
    stem
    difficulty
  }
`);

graphql(`
  fragment BlueprintProblem on BlueprintProblemType {
    kind
    rows {
      section
      row
    }
    needed
    available
    section
    questionId
  }
`);

export const blueprintCheckQuery = graphql(`
  query BlueprintCheck($draft: BlueprintDraftInput!) {
    blueprintCheck(draft: $draft) {
      fitting
      problems {
        ...BlueprintProblem
      }
    }
  }
`);

export const questionsToFixQuery = graphql(`
  query QuestionsToFix($unitId: ID!, $search: String!) {
    questionsToFix(unitId: $unitId, search: $search) {
      ...FixedFace
    }
  }
`);

export const examPreviewQuery = graphql(`
  query ExamPreview($id: ID!) {
    examPreview(id: $id) {
      sections
      questions {
        ...AskedQuestion
      }
    }
  }
`);

export const examQuery = graphql(`
  query Exam($id: ID!) {
    exam(id: $id) {
      ...ExamDetail
    }
  }
`);

export const saveExamMutation = graphql(`
  mutation SaveExam($input: SaveExamInput!) {
    saveExam(input: $input) {
      __typename
      ... on SaveExamSuccess {
        exam {
          ...ExamDetail
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const publishExamMutation = graphql(`
  mutation PublishExam($id: ID!) {
    publishExam(id: $id) {
      __typename
      ... on SaveExamSuccess {
        exam {
          id
          state
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const archiveExamMutation = graphql(`
  mutation ArchiveExam($id: ID!) {
    archiveExam(id: $id) {
      __typename
      ... on SaveExamSuccess {
        exam {
          id
          state
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const openExamToPracticeMutation = graphql(`
  mutation OpenExamToPractice($id: ID!, $open: Boolean!) {
    openExamToPractice(id: $id, open: $open) {
      __typename
      ... on SaveExamSuccess {
        exam {
          id
          openToPractice
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);
