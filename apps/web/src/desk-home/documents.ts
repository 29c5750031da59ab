import { graphql } from '@skillhall/ui/graphql';

export const unitNumbersQuery = graphql(`
  query UnitNumbers($id: ID!) {
    unit(id: $id) {
      hallCount
      peopleCount
    }
  }
`);

export const unitCountQuery = graphql(`
  query UnitCount {
    units(limit: 1) {
      totalCount
    }
  }
`);

export const peopleCountQuery = graphql(`
  query PeopleCount {
    people(limit: 1) {
      totalCount
    }
  }
`);

export const accountCountQuery = graphql(`
  query AccountCount {
    people(filter: { hasAccount: true }, limit: 1) {
      totalCount
    }
  }
`);

export const questionCountQuery = graphql(`
  query QuestionCount {
    questions(limit: 1) {
      totalCount
    }
  }
`);

export const courseCountQuery = graphql(`
  query CourseCount {
    courses(limit: 1) {
      totalCount
    }
  }
`);

export const complaintCountQuery = graphql(`
  query ComplaintCount {
    complaints(limit: 1) {
      totalCount
    }
  }
`);

export const questionsByTrackQuery = graphql(`
  query QuestionsByTrack {
    questions(limit: 1) {
      totalCount
    }
    ethics: questions(filter: { track: ethics }, limit: 1) {
      totalCount
    }
    law: questions(filter: { track: law }, limit: 1) {
      totalCount
    }
    communication: questions(filter: { track: communication }, limit: 1) {
      totalCount
    }
    business: questions(filter: { track: business }, limit: 1) {
      totalCount
    }
  }
`);
