import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

export interface MediaRow {
  readonly fileId: string;
  readonly kind: 'image' | 'audio';
  readonly mediaType: string;
  readonly name: string;
  readonly size: number;
}

const columns = `m.file_id as "fileId", m.kind, m.media_type as "mediaType", m.name, m.size`;

/** Pictures and recordings of stems. Accounts bring them; versions hold them. Works in system transactions. */
@Injectable()
export class MediaRepository {
  async insert(systemTx: Transaction, { fileId, kind, mediaType, name, size }: MediaRow, accountId: string): Promise<void> {
    await systemTx.query('insert into question_bank.media (file_id, kind, media_type, name, size, account_id) values ($1,$2,$3,$4,$5,$6)', [fileId, kind, mediaType, name, size, accountId]);
  }

  /** Those of the files that somebody may put into a question: brought by that account, or held by a question in scope. */
  async usable(systemTx: Transaction, scope: readonly string[], accountId: string, fileIds: readonly string[]): Promise<Map<string, MediaRow>> {
    if (!fileIds.length) return new Map();
    const rows = (await systemTx.query(
      `select ${columns} from question_bank.media m where m.file_id = any($3) and (m.account_id = $2 or exists (
         select from question_bank.question_version v join question_bank.question q on q.id = v.question_id
         where v.media <> '[]' and v.media @> jsonb_build_array(jsonb_build_object('fileId', m.file_id))
           and exists (select from unnest($1::text[]) as top where starts_with(q.unit_path, top))))`,
      [scope, accountId, fileIds],
    )) as MediaRow[];
    return new Map(rows.map((row) => [row.fileId, row]));
  }

  /** The file, if one of these versions holds it: a paper's own, for example, or the case of one of them. */
  async heldBy(systemTx: Transaction, fileId: string, versionIds: readonly string[]): Promise<MediaRow | null> {
    const [row] = (await systemTx.query(
      `select ${columns} from question_bank.media m where m.file_id = $1 and exists (
         select from question_bank.question_version v
         where v.media <> '[]' and v.media @> jsonb_build_array(jsonb_build_object('fileId', m.file_id))
           and (v.id = any($2) or v.id in (select case_id from question_bank.question_version where id = any($2))))`,
      [fileId, versionIds],
    )) as [MediaRow?];
    return row ?? null;
  }
}
