import { type Actor, newId } from '@skillhall/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline as pipe, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CONFIG, type Config } from '../config/index.js';
import { Database, type Transaction } from '../database/index.js';
import { readableName } from './file-name.js';
import { FILE_STORE, type FileStore } from './file-store.js';

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

export interface NewFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Readable;
  /** Null where the product itself keeps the file, for nobody to download. */
  readonly owner: Pick<Actor, 'accountId'> | null;
  /** May be downloaded once, then it is gone: initial passwords, for example. */
  readonly once?: boolean;
  /** Called when all has been read; throws where that is not the whole file, which is then not kept. */
  readonly checkWhole?: () => void;
}

const columns = `id, name, size::int as size, media_type as "mediaType", once`;

/** The file was taken away after its time, or by its one download. */
export class FileGone extends Error {}

/**
 * Files and who may read them: only the account that brought them or had them made. What has an owner is there for a
 * time (`retention.job.ts` of the imports takes it away); what is to last belongs to the product itself.
 */
@Injectable()
export class Files {
  constructor(
    private readonly database: Database,
    @Inject(FILE_STORE) private readonly store: FileStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether the account may bring more: what it has brought is less than ten of the largest files. */
  hasRoom({ accountId }: Pick<Actor, 'accountId'>): Promise<boolean> {
    return this.database.asSystem('own files only, by account id', async (tx) => {
      const [{ taken }] = (await tx.query('select coalesce(sum(size), 0)::float8 as taken from platform.file where owner_account_id = $1', [accountId])) as [{ taken: number }];
      return taken < 10 * this.config.UPLOAD_MAX_BYTES;
    });
  }

  async save({ name, mediaType, content, owner, once = false, checkWhole }: NewFile): Promise<StoredFile> {
    const id = newId();
    const sum = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        sum.update(chunk);
        done(null, chunk);
      },
    });
    // What goes wrong with either stream, an upload that breaks off for one, ends the other.
    pipe(content, measure, () => {});
    await this.store.put(id, measure);
    try {
      checkWhole?.();
      await this.database.asSystem('a file belongs to an account, not to a unit', (tx) =>
        tx.query('insert into platform.file (id, name, media_type, size, sha256, owner_account_id, once) values ($1,$2,$3,$4,$5,$6,$7)', [
          ...[id, readableName(name), mediaType, size, sum.digest('hex'), owner?.accountId ?? null, once],
        ]),
      );
    } catch (error) {
      await this.store.remove(id).catch(() => {});
      throw error;
    }
    return { id, name, size };
  }

  /** The account's own file, or null; a file meant for one download is taken away with it. */
  async open(owner: Pick<Actor, 'accountId'>, id: string): Promise<{ name: string; mediaType: string; size: number; content: Readable } | null> {
    const [file] = await this.database.asSystem('own files only, by account id', async (tx) => {
      const rows = (await tx.query(`select ${columns} from platform.file where id = $1 and owner_account_id = $2 for update`, [id, owner.accountId])) as { name: string; mediaType: string; size: number; once: boolean }[];
      if (rows[0]?.once) await tx.query('delete from platform.file where id = $1', [id]);
      return rows;
    });
    const content = file && (await this.store.get(id));
    if (!file || !content) return null;
    if (file.once) content.once('close', () => void this.store.remove(id));
    return { ...file, content };
  }

  /** What the product keeps for itself; whoever asks has checked who may see it. */
  content(id: string): Promise<Readable | null> {
    return this.store.get(id);
  }

  async find(tx: Transaction, ownerAccountId: string, id: string): Promise<StoredFile | null> {
    const [file] = (await tx.query(`select ${columns} from platform.file where id = $1 and owner_account_id = $2`, [id, ownerAccountId])) as [StoredFile?];
    return file ?? null;
  }

  /** Hands a copy on this machine to `work`, for readers that need to seek, and removes it afterwards. */
  async withLocalCopy<T>(id: string, work: (path: string) => Promise<T>): Promise<T> {
    const content = await this.store.get(id);
    if (!content) throw new FileGone();
    const folder = await mkdtemp(join(tmpdir(), 'skillhall-'));
    try {
      const path = join(folder, 'file');
      await pipeline(content, createWriteStream(path, { mode: 0o600 }));
      return await work(path);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Takes the contents of files away whose rows are gone. */
  async removeContents(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.store.remove(id);
  }

  /** Takes away what was put into the store before `before` and belongs to no file: a process died in between. Answers how many. */
  async sweep(before: Date): Promise<number> {
    await this.store.clearUnfinished(before);
    let swept = 0;
    const look = async (keys: readonly string[]): Promise<void> => {
      const nobodys = await this.database.asSystem('names of contents are compared with all files', (tx) =>
        tx.query('select key from unnest($1::uuid[]) as key where not exists (select from platform.file where id = key)', [keys]) as Promise<{ key: string }[]>,
      );
      await this.removeContents(nobodys.map(({ key }) => key));
      swept += nobodys.length;
    };
    const batch: string[] = [];
    for await (const key of this.store.keys(before)) if (batch.push(key) === 1000) await look(batch.splice(0));
    await look(batch);
    return swept;
  }
}
