import { pageOf, pageRequest } from '@skillhall/kernel';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/decorators.js';
import { Database } from '../database/index.js';
import { AuditEntry, AuditEntryPage } from './audit.types.js';

const rows = `select seq::int, at, actor_name as "actorName", action, subject_type as "subjectType",
    subject_id as "subjectId", details::text
  from platform.audit_entry where $1::text is null or action = $1 order by seq desc offset $2 limit $3`;
const total = `select count(*)::int as count from platform.audit_entry where $1::text is null or action = $1`;

@Resolver()
export class AuditResolver {
  constructor(private readonly database: Database) {}

  @Allow('audit.read')
  @Query(() => AuditEntryPage)
  auditEntries(
    @Args('action', { type: () => String, nullable: true }) action: string | null = null,
    @Args('offset', { type: () => Int, nullable: true }) offset?: number,
    @Args('limit', { type: () => Int, nullable: true }) limit?: number,
  ): Promise<AuditEntryPage> {
    const page = pageRequest(offset, limit);
    return this.database.asSystem('only administrators of the whole organisation hold audit.read', async (tx) => {
      const nodes = (await tx.query(rows, [action, page.offset, page.limit])) as AuditEntry[];
      const [{ count }] = (await tx.query(total, [action])) as [{ count: number }];
      return pageOf(nodes, count, page) as AuditEntryPage;
    });
  }
}
