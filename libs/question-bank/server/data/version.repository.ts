import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { Classification, QuestionContent, QuestionFace, QuestionPart, VersionState } from '../../domain/index.js';

/** A part of a case as it is kept, without its key. */
export interface PartRow extends QuestionFace {
  readonly versionId: string;
}

export interface StepRow {
  readonly state: VersionState;
  readonly comment: string | null;
  readonly at: Date;
  readonly byName: string | null;
}

/** One version of a question, without its key. */
export interface VersionRow extends QuestionFace, Classification {
  readonly versionId: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly authorId: string | null;
  readonly authorName: string | null;
}

const face = 'v.type, v.stem, v.media, v.options, v.prompts, v.blanks';

const content = `select v.id as "versionId", ${face}, v.track, v.competency, v.difficulty, v.clause,
    (select jsonb_build_object('key', coalesce(r.key, k.key), 'explanation', case when r.version_id is null then k.explanation else r.explanation end)
     from question_bank.question_key k left join lateral (
       select * from question_bank.key_revision r where r.version_id = k.version_id order by revision desc limit 1) r on true
     where k.version_id = v.id) as secret
  from question_bank.question_version v`;

type Secret = Pick<QuestionPart, 'key' | 'explanation'>;
interface ContentRow extends QuestionFace, Classification {
  readonly versionId: string;
  readonly caseId: string | null;
  readonly secret: Secret;
}

const partOf = ({ type, stem, media, options, prompts, blanks, secret }: ContentRow): QuestionPart => ({ type, stem, media, options, prompts, blanks, ...secret });

/** Versions by id or by question. The names of authors come with them; accounts are not for the product's role to read. */
@Injectable()
export class VersionRepository {
  /** All versions of a question that was found in scope, the newest first. Works in a system transaction. */
  ofQuestion(systemTx: Transaction, questionId: string): Promise<VersionRow[]> {
    return systemTx.query(
      `select v.id as "versionId", v.version, ${face}, v.track, v.competency, v.difficulty, v.clause, v.created_at as "createdAt", v.created_by as "authorId", a.name as "authorName"
       from question_bank.question_version v left join platform.account a on a.id = v.created_by
       where v.question_id = $1 and v.part = 0 order by v.version desc`,
      [questionId],
    );
  }

  /** Digest of a version's content in hexadecimal. */
  async hashOf(tx: Transaction, questionId: string, version: number): Promise<string | null> {
    const [row] = (await tx.query(`select encode(content_hash, 'hex') as hash from question_bank.question_version where question_id = $1 and version = $2 and part = 0`, [questionId, version])) as [{ hash: string }?];
    return row?.hash ?? null;
  }

  async steps(systemTx: Transaction, versionIds: readonly string[]): Promise<StepRow[][]> {
    const rows = (await systemTx.query(
      `select s.version_id as "versionId", s.state, s.comment, s.at, a.name as "byName"
       from question_bank.version_step s left join platform.account a on a.id = s.account_id where s.version_id = any($1) order by s.version_id, s.step`,
      [versionIds],
    )) as (StepRow & { versionId: string })[];
    return versionIds.map((id) => rows.filter(({ versionId }) => versionId === id));
  }

  /** Parts of cases, in their order. */
  async parts(tx: Transaction, caseIds: readonly string[]): Promise<PartRow[][]> {
    const rows = (await tx.query(`select v.case_id as "caseId", v.id as "versionId", ${face} from question_bank.question_version v where v.case_id = any($1) order by v.part`, [caseIds])) as (PartRow & { caseId: string })[];
    return caseIds.map((id) => rows.filter(({ caseId }) => caseId === id));
  }

  /** Whole contents with keys, in the order of the ids. Works in a system transaction, for what was found in scope. */
  async contents(systemTx: Transaction, versionIds: readonly string[]): Promise<QuestionContent[]> {
    const heads = (await systemTx.query(`${content} where v.id = any($1)`, [versionIds])) as ContentRow[];
    const cases = heads.filter(({ type }) => type === 'case').map(({ versionId }) => versionId);
    const parts = cases.length ? ((await systemTx.query(`${content.replace('v.id as', 'v.case_id as "caseId", v.id as')} where v.case_id = any($1) order by v.part`, [cases])) as ContentRow[]) : [];
    const found = new Map(heads.map((row) => [row.versionId, row]));
    return versionIds.flatMap((id) => {
      const row = found.get(id);
      if (!row) return [];
      const { track, competency, difficulty, clause } = row;
      return [{ ...partOf(row), track, competency, difficulty, clause, parts: parts.filter(({ caseId }) => caseId === id).map(partOf) }];
    });
  }
}
