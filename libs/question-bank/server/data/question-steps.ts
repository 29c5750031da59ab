import type { Actor } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { QuestionStanding, VersionRecord, VersionState } from '../../domain/index.js';
import { QuestionTexts } from './question-texts.js';

export interface LockedQuestion extends QuestionStanding {
  readonly questionId: string;
  readonly code: string;
  readonly unitPath: string;
  readonly versions: readonly (VersionRecord & { readonly versionId: string })[];
}

export interface WrittenStep {
  readonly versionId: string;
  readonly state: VersionState;
  readonly comment: string | null;
}

const lock = `select q.id as "questionId", q.code, q.unit_path as "unitPath", q.latest_version as "latestVersion", q.current_version as "currentVersion",
    (select jsonb_agg(jsonb_build_object('versionId', v.id, 'version', v.version, 'authorId', v.created_by,
       'states', (select jsonb_agg(s.state order by s.step) from question_bank.version_step s where s.version_id = v.id)) order by v.version)
     from question_bank.question_version v where v.question_id = q.id and v.part = 0) as versions
  from question_bank.question q
  where q.id = any($2) and exists (select from unnest($1::text[]) as top where starts_with(q.unit_path, top))
  order by q.id for update of q`;

const writeSteps = `insert into question_bank.version_step (version_id, step, state, comment, account_id)
  select s.version_id, coalesce((select max(step) from question_bank.version_step l where l.version_id = s.version_id), 0)
      + row_number() over (partition by s.version_id order by s.place), s.state, s.comment, $2
  from jsonb_to_recordset($1::jsonb) as s (version_id uuid, place integer, state text, comment text)`;

const writeStandings = `update question_bank.question q set current_version = s.current, latest_state = s.state, updated_at = now()
  from jsonb_to_recordset($1::jsonb) as s (id uuid, current integer, state text) where q.id = s.id`;

/** States of versions of many questions at once. Works in a system transaction, within the scope that it is handed. */
@Injectable()
export class QuestionSteps {
  constructor(private readonly texts: QuestionTexts) {}

  /** Those of the questions that lie in the scope, kept from others until the transaction ends. */
  lock(systemTx: Transaction, scope: readonly string[], ids: readonly string[]): Promise<LockedQuestion[]> {
    return systemTx.query(lock, [scope, ids]);
  }

  /** Writes the steps in their order, and where the questions stand after them. */
  async write(systemTx: Transaction, actor: Pick<Actor, 'accountId'>, steps: readonly WrittenStep[], after: readonly LockedQuestion[]): Promise<void> {
    const lines = steps.map(({ versionId, state, comment }, place) => ({ version_id: versionId, place, state, comment }));
    await systemTx.query(writeSteps, [JSON.stringify(lines), actor.accountId]);
    const standings = after.map(({ questionId, currentVersion, latestVersion, versions }) => ({
      id: questionId,
      current: currentVersion,
      state: versions.find(({ version }) => version === latestVersion)!.states.at(-1),
    }));
    await systemTx.query(writeStandings, [JSON.stringify(standings)]);
    await this.texts.refresh(systemTx, after.map(({ questionId }) => questionId));
  }
}
