import { graphql } from '@skillhall/ui/graphql';

graphql(`
  fragment RatioOf on StudyRatio {
    ratio
    low
    high
  }
`);

graphql(`
  fragment BeforeAfter on StudyBeforeAfter {
    before
    after
    halls
    ratio
    low
    high
  }
`);

/** What a manager reads: the verdict, what it rests on, and the picture. */
graphql(`
  fragment StudyAnswer on StudyReport {
    verdict
    headline
    sentence
    reasons {
      code
      text
    }
    notes {
      code
      text
    }
    effect {
      ...RatioOf
    }
    pValue
    byPermutation
    minimumDetectableFall
    moreHalls
    moreMonths
    halls
    trainedHalls
    months
    complaints
    clusters
    events {
      relative
      ratio
      low
      high
      window
    }
    sameSpike {
      unmatched
      trained {
        ...BeforeAfter
      }
      untrained {
        ...BeforeAfter
      }
      series {
        relative
        trained
        untrained
      }
    }
    avoided {
      complaints
      low
      high
      hallMonths
    }
    costPerAvoided {
      cost
      low
      high
    }
  }
`);

/** What could be wrong with it. */
graphql(`
  fragment StudyDoubts on StudyReport {
    leadsP
    curve {
      stable
      points {
        decisionWindow
        ratio
        low
        high
      }
    }
    control {
      ...RatioOf
    }
    symmetricWindow {
      ...RatioOf
    }
    decisionRate {
      ...RatioOf
    }
    naive {
      quarter {
        ...BeforeAfter
      }
      year {
        ...BeforeAfter
      }
    }
    waves {
      month
      trainedHalls
      comparisonHalls
      ratio
      low
      high
    }
    permutation {
      p
      draws
      low
      high
    }
    sensitivity {
      sharp
      breakdown
      bands {
        violation
        low
        high
      }
    }
    coTraining {
      halls
      text
      course {
        id
      }
    }
    exclusions {
      code
      text
    }
  }
`);

export const runQuery = graphql(`
  query StudyRunReport($id: ID!) {
    studyRun(id: $id) {
      ...StudyRunLine
      report {
        ...StudyAnswer
        ...StudyDoubts
      }
    }
  }
`);
