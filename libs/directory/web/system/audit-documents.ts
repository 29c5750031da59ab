import { graphql } from '@skillhall/ui/graphql';

graphql(`
  fragment AuditRow on AuditEntry {
    seq
    at
    actorName
    said
    subject
    subjectId
    details
    facts {
      key
      name
      value
    }
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

export const auditActionsQuery = graphql(`
  query AuditActions {
    auditActions {
      action
      said
    }
  }
`);
