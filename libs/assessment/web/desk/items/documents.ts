import { graphql } from '@skillhall/ui/graphql';

export const itemAnalysisQuery = graphql(`
  query ItemAnalysis($examId: ID!) {
    itemAnalysis(examId: $examId) {
      examId
      title
      at
      test {
        attempts
        items
        maximum
        mean
        median
        standardDeviation
        skewness
        kurtosis
        cronbachAlpha
        errorRatio
        standardError
      }
      items {
        versionId
        questionId
        code
        type
        stem
        maximum
        attempts
        facility
        discriminationIndex
        discriminativeEfficiency
        upperLower
        omitted
        options {
          option
          text
          key
          share
          upperShare
          lowerShare
        }
        flags {
          reason
          sentence
        }
      }
    }
  }
`);

export const analyseExamMutation = graphql(`
  mutation AnalyseExam($examId: ID!) {
    analyseExam(examId: $examId) {
      __typename
      ... on AnalyseExamSuccess {
        asked
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);
