import { type Actor, type Locale, pageOf, pageRequest, scopeOf } from '@skillhall/kernel';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, CurrentLocale } from '../access/decorators.js';
import { Database } from '../database/index.js';
import { auditActions, auditFacts, auditWord } from './audit-words.js';
import { AuditAction, type AuditEntry, AuditEntryPage } from './audit.types.js';

const rows = `select seq::int, at, actor_name as "actorName", action, subject_type as "subjectType",
    subject_id as "subjectId", details::text
  from platform.audit_entry where $1::text is null or action = $1 order by seq desc offset $2 limit $3`;
const total = `select count(*)::int as count from platform.audit_entry where $1::text is null or action = $1`;

@Resolver()
export class AuditResolver {
  constructor(private readonly database: Database) {}

  @Allow('audit.read')
  @Query(() => [AuditAction], { description: 'Every deed that is written down, for a choice.' })
  auditActions(@CurrentLocale() locale: Locale): AuditAction[] {
    return auditActions().map((action) => ({ action, said: auditWord('actions', action, locale) }));
  }

  @Allow('audit.read')
  @Query(() => AuditEntryPage)
  auditEntries(
    @CurrentActor() actor: Actor,
    @CurrentLocale() locale: Locale,
    @Args('action', { type: () => String, nullable: true }) action: string | null = null,
    @Args('offset', { type: () => Int, nullable: true }) offset?: number,
    @Args('limit', { type: () => Int, nullable: true }) limit?: number,
  ): Promise<AuditEntryPage> {
    const page = pageRequest(offset, limit);
    // The log speaks of everybody: who administers a part of the organisation does not read it.
    if (!scopeOf(actor, 'audit.read').includes('')) return Promise.resolve(pageOf([], 0, page) as unknown as AuditEntryPage);
    return this.database.asSystem('administrators of the whole organisation alone come here', async (tx) => {
      const found = (await tx.query(rows, [action, page.offset, page.limit])) as Omit<AuditEntry, 'said' | 'subject' | 'facts'>[];
      const nodes = found.map((entry) => ({
        ...entry,
        said: auditWord('actions', entry.action, locale),
        subject: auditWord('subjects', entry.subjectType, locale),
        facts: auditFacts(entry.details, locale),
      }));
      const [{ count }] = (await tx.query(total, [action])) as [{ count: number }];
      return pageOf(nodes, count, page) as AuditEntryPage;
    });
  }
}
