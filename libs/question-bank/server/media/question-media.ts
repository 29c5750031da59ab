import type { Actor } from '@skillhall/kernel';
import { Database } from '@skillhall/platform/database';
import { Files } from '@skillhall/platform/files';
import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { mediaKind, mostMediaBytes } from '../../domain/index.js';
import { MediaRepository, type MediaRow } from '../data/media.repository.js';

export type MediaRefusal = 'not-media' | 'too-large';

/** Pictures and recordings of stems: brought by authors, shown to them and to whoever has a paper that holds them. */
@Injectable()
export class QuestionMediaFiles {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly rows: MediaRepository,
  ) {}

  async take(actor: Actor, name: string, content: Readable): Promise<MediaRow | MediaRefusal> {
    const found = await gathered(content);
    if (typeof found === 'string') return found;
    const { kind, mediaType, bytes } = found;
    const { id: fileId, size } = await this.files.save({ name, mediaType, content: Readable.from([bytes]), owner: null });
    const row = { fileId, kind, mediaType, name: name.slice(0, 200), size };
    await this.database.asSystem('a file belongs to the account that brought it', (tx) => this.rows.insert(tx, row, actor.accountId));
    return row;
  }

  /** For authors: their own files, and those of questions that they may read. */
  forAuthor(actor: Actor, scope: readonly string[], fileId: string): Promise<MediaRow | null> {
    return this.database.asSystem('files are found by their account or by questions in scope', async (tx) => (await this.rows.usable(tx, scope, actor.accountId, [fileId])).get(fileId) ?? null);
  }

  /** For whoever has one of these versions before them; the caller has checked that they do. */
  heldBy(fileId: string, versionIds: readonly string[]): Promise<MediaRow | null> {
    return this.database.asSystem('the caller has checked who has these versions before them', (tx) => this.rows.heldBy(tx, fileId, versionIds));
  }

  content({ fileId }: MediaRow): Promise<Readable | null> {
    return this.files.content(fileId);
  }
}

const headBytes = 64;

/** Reads as long as the file may be what it says with its first bytes. */
async function gathered(content: Readable): Promise<{ kind: MediaRow['kind']; mediaType: string; bytes: Buffer } | MediaRefusal> {
  const chunks: Buffer[] = [];
  let [size, head] = [0, Buffer.alloc(0)];
  for await (const chunk of content as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (head.length < headBytes) head = Buffer.concat([head, chunk]).subarray(0, headBytes);
    const known = mediaKind(head);
    if (head.length === headBytes && !known) return 'not-media';
    if (known && size > mostMediaBytes[known.kind]) return 'too-large';
  }
  const known = mediaKind(head);
  return known && head.length === headBytes ? { ...known, bytes: Buffer.concat(chunks) } : 'not-media';
}
