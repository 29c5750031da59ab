import { graphql } from '@skillhall/ui/graphql';

graphql(`
  fragment TrainingRow on TrainingAssignment {
    id
    state
    plannedMonth
    plannedOn
    reason
    lookedFrom
    lookedUntil
    decidedBy
    heldOn
    cancelledWhy
    lotteryId
    unit {
      id
      name
    }
    course {
      id
      name
    }
  }
`);

export const assignmentsQuery = graphql(`
  query TrainingAssignments($filter: TrainingAssignmentFilter, $offset: Int, $limit: Int) {
    trainingAssignments(filter: $filter, offset: $offset, limit: $limit) {
      totalCount
      nodes {
        ...TrainingRow
      }
    }
  }
`);

export const hintsQuery = graphql(`
  query TrainingHints($courseId: ID!, $unitId: ID!) {
    trainingHints(courseId: $courseId, unitId: $unitId) {
      code
      message
    }
  }
`);

export const hallsQuery = graphql(`
  query HallsToTrain($filter: UnitFilter) {
    units(filter: $filter, limit: 200) {
      totalCount
      nodes {
        id
        name
      }
    }
  }
`);

export const scheduleMutation = graphql(`
  mutation ScheduleTraining($input: ScheduleTrainingInput!) {
    scheduleTraining(input: $input) {
      __typename
      ... on ScheduleTrainingSuccess {
        halls
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const holdMutation = graphql(`
  mutation HoldTraining($ids: [ID!]!, $heldOn: CivilDate!) {
    holdTraining(ids: $ids, heldOn: $heldOn) {
      __typename
      ... on ScheduleTrainingSuccess {
        halls
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const cancelMutation = graphql(`
  mutation CancelTraining($ids: [ID!]!, $why: String!) {
    cancelTraining(ids: $ids, why: $why) {
      __typename
      ... on ScheduleTrainingSuccess {
        halls
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

graphql(`
  fragment LotteryFields on TrainingLottery {
    id
    state
    tiersBy
    tiers
    waves
    firstMonth
    monthsApart
    keptShare
    decidedBy
    seedDigest
    seed
    preparedAt
    preparedBy
    drawnAt
    drawnBy
    course {
      id
      name
    }
    unit {
      id
      name
    }
    lots {
      code
      tier
      wave
      unit {
        id
        name
      }
    }
  }
`);

export const lotteriesQuery = graphql(`
  query TrainingLotteries($unitId: ID) {
    trainingLotteries(unitId: $unitId) {
      ...LotteryFields
    }
  }
`);

export const prepareMutation = graphql(`
  mutation PrepareLottery($input: PrepareLotteryInput!) {
    prepareLottery(input: $input) {
      __typename
      ... on LotterySuccess {
        lottery {
          id
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const drawMutation = graphql(`
  mutation DrawLottery($id: ID!) {
    drawLottery(id: $id) {
      __typename
      ... on LotterySuccess {
        lottery {
          id
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

export const dropMutation = graphql(`
  mutation DropLottery($id: ID!) {
    dropLottery(id: $id) {
      __typename
      ... on LotterySuccess {
        lottery {
          id
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);
