import { graphql } from '@skillhall/ui/graphql';

graphql(`
  fragment UnitMonthPoint on UnitMonth {
    month
    transactions
    complaints
    counterComplaints
    ratePer10k
    coverage
  }
`);

export const overviewQuery = graphql(`
  query ImpactOverview($unitId: ID!) {
    impactOverview(unitId: $unitId) {
      sentence
      latest {
        ...UnitMonthPoint
      }
      months {
        ...UnitMonthPoint
      }
    }
  }
`);
