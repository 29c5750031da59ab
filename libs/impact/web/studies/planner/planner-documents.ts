import { graphql } from '@skillhall/ui/graphql';

graphql(`
  fragment Outlook on StudyOutlook {
    halls
    trainedHalls
    ratePerHallMonth
    shockSd
    shockCorrelation
    shocksFromHistory
    minimumDetectableFall
    hallsNeeded
    postMonthsNeeded
    powerAtWantedFall
    hallsNeededFor {
      fall
      halls
    }
    table {
      halls
      falls {
        postMonths
        minimumDetectableFall
      }
    }
    orders {
      plan
      untrained
      answerAfterMonths
      waves {
        month
        halls
      }
      timeline {
        months
        minimumDetectableFall
        power
      }
    }
    soonestPlan
    soonestMonths
    sentence
    notes {
      code
      text
    }
  }
`);

export const outlookQuery = graphql(`
  query StudyOutlook($input: StudyOutlookInput!) {
    studyOutlook(input: $input) {
      __typename
      ... on StudyOutlook {
        ...Outlook
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);
