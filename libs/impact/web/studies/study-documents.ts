import { graphql } from '@skillhall/ui/graphql';

/** The plan of a study, and what may be done with it. */
graphql(`
  fragment StudyPlan on Study {
    id
    title
    state
    version
    mayManage
    outcomeClasses
    controlClasses
    countRule
    decisionWindow
    windowSource
    wantedFall
    cluster
    cost
    declaredAt
    declaredBy
    lockedAt
    lockedBy
    dataUntilAtLock
    planDigest
    adjustedPValue
    course {
      id
      name
    }
    unit {
      id
      name
    }
    replaces {
      id
      title
    }
    replacedBy {
      id
      title
    }
  }
`);

graphql(`
  fragment StudyRunLine on StudyRun {
    id
    number
    state
    progress
    reason
    askedAt
    askedBy
    endedAt
    methodVersion
    snapshot {
      id
      digest
      takenAt
      halls
      trainedHalls
      rows
      firstMonth
      lastMonth
    }
    report {
      verdict
    }
  }
`);

graphql(`
  fragment StudyListed on Study {
    id
    title
    state
    declaredAt
    course {
      id
      name
    }
    unit {
      id
      name
    }
    latest {
      id
      number
      report {
        verdict
        headline
        moreMonths
      }
    }
    runs {
      id
      state
      progress
    }
  }
`);

export const studiesQuery = graphql(`
  query Studies($unitId: ID, $courseId: ID, $offset: Int, $limit: Int) {
    studies(unitId: $unitId, courseId: $courseId, offset: $offset, limit: $limit) {
      totalCount
      nodes {
        ...StudyListed
      }
    }
  }
`);

export const studyQuery = graphql(`
  query StudyPage($id: ID!) {
    study(id: $id) {
      ...StudyPlan
      runs {
        ...StudyRunLine
      }
    }
  }
`);

export const saveStudyMutation = graphql(`
  mutation SaveStudy($input: SaveStudyInput!) {
    saveStudy(input: $input) {
      __typename
      ... on StudySuccess {
        study {
          ...StudyPlan
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const lockStudyMutation = graphql(`
  mutation LockStudy($id: ID!, $version: Int!) {
    lockStudy(id: $id, version: $version) {
      __typename
      ... on StudySuccess {
        study {
          ...StudyPlan
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const dropStudyMutation = graphql(`
  mutation DropStudy($id: ID!) {
    dropStudy(id: $id) {
      __typename
      ... on StudySuccess {
        study {
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

export const runStudyMutation = graphql(`
  mutation RunStudy($input: RunStudyInput!) {
    runStudy(input: $input) {
      __typename
      ... on RunStudySuccess {
        run {
          id
          number
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);
