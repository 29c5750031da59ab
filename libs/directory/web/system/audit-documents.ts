import { graphql } from '@skillhall/ui/graphql';

graphql(`
  fragment AuditRow on AuditEntry {
    seq
    at
    actorName
    action
    subjectType
    subjectId
    details
  }
`);

export const auditQuery = graphql(`
  query AuditEntries($action: String, $offset: Int, $limit: Int) {
    auditEntries(action: $action, offset: $offset, limit: $limit) {
      totalCount
      nodes {
        ...AuditRow
      }
    }
  }
`);
