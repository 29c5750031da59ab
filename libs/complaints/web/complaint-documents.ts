import { graphql } from '@skillhall/ui/graphql';

graphql(`
  fragment ComplaintRow on Complaint {
    id
    orderNumber
    receivedAt
    class
    secondClass
    thirdClass
    substantiated
    closedOn
    text
    unit {
      id
      name
    }
  }
`);

export const complaintsQuery = graphql(`
  query Complaints($filter: ComplaintFilter, $offset: Int, $limit: Int) {
    complaints(filter: $filter, offset: $offset, limit: $limit) {
      totalCount
      nodes {
        ...ComplaintRow
      }
    }
  }
`);

export const complaintQuery = graphql(`
  query ComplaintDetail($id: ID!) {
    complaint(id: $id) {
      ...ComplaintRow
      level
      channel
    }
  }
`);
