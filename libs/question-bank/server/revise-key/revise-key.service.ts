import { type Actor, err, failure, type Failure, ok, type Result } from '@skillhall/kernel';
import { AuditLog } from '@skillhall/platform/audit';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { checkContent, type ContentProblem, type QuestionContent, type QuestionKey } from '../../domain/index.js';
import { VersionRepository } from '../data/version.repository.js';

export interface KeyCorrection {
  /** A version, or a part of a case. */
  readonly versionId: string;
  readonly key: QuestionKey;
  readonly explanation: string | null;
  readonly reason: string;
}

export type RevisionFailure = Failure<'NOT_FOUND' | 'COMMENT_NEEDED'> | { readonly problems: readonly ContentProblem[] };

const append = `insert into question_bank.key_revision (version_id, revision, key, explanation, reason, created_by)
  select $1, coalesce(max(revision), 0) + 1, $2, $3, $4, $5 from question_bank.key_revision where version_id = $1 returning revision`;

/**
 * A key that turned out wrong is corrected beside the first one, with the reason; papers that were graded are graded
 * again by whoever keeps them. It works in the transaction of that regrade, for a version that the actor may manage.
 */
@Injectable()
export class ReviseKey {
  constructor(
    private readonly versions: VersionRepository,
    private readonly audit: AuditLog,
  ) {}

  async revise(systemTx: Transaction, actor: Actor, scope: readonly string[], { versionId, key, explanation, reason }: KeyCorrection): Promise<Result<number, RevisionFailure>> {
    if (!reason.trim()) return err(failure('COMMENT_NEEDED'));
    const [face] = await this.lock(systemTx, scope, versionId);
    if (!face) return err(failure('NOT_FOUND'));
    const problems = checkContent({ ...face, key, explanation, parts: [] }).filter(({ field }) => field.startsWith('key'));
    if (problems.length) return err({ problems });
    const [{ revision }] = (await systemTx.query(append, [versionId, JSON.stringify(key), explanation, reason.trim(), actor.accountId])) as [{ revision: number }];
    await this.audit.record(systemTx, actor, { action: 'question.key-revised', subjectType: 'question', subjectId: face.questionId, details: { versionId, revision, reason: reason.trim() } });
    return ok(revision);
  }

  /** The version in scope, its question kept from others until the transaction ends. */
  private async lock(systemTx: Transaction, scope: readonly string[], versionId: string): Promise<(QuestionContent & { questionId: string })[]> {
    const [found] = (await systemTx.query(
      `select q.id as "questionId" from question_bank.question_version v join question_bank.question q on q.id = v.question_id
       where v.id = $2 and exists (select from unnest($1::text[]) as top where starts_with(q.unit_path, top)) for update of q`,
      [scope, versionId],
    )) as [{ questionId: string }?];
    return found ? (await this.versions.contents(systemTx, [versionId])).map((content) => ({ ...content, ...found })) : [];
  }
}
