import type { Actor } from '@skillhall/kernel';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';

export interface AuditEvent {
  /** What was done, as `subject.verb`, for example `role.granted`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

const insert = `insert into platform.audit_entry (actor_id, actor_name, action, subject_type, subject_id, details)
  values ($1, $2, $3, $4, $5, $6)`;

/** The log of what people did to people; written in the transaction of the deed, only ever added to. */
@Injectable()
export class AuditLog {
  async record(tx: Transaction, actor: Pick<Actor, 'accountId' | 'name'> | null, event: AuditEvent): Promise<void> {
    const { action, subjectType, subjectId, details = {} } = event;
    const who = actor ? [actor.accountId, actor.name] : [null, 'system'];
    await tx.query(insert, [...who, action, subjectType, subjectId, JSON.stringify(details)]);
  }
}
