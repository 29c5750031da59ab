import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type FileStore, isKey } from './file-store.js';

const partialEnd = '.part';

/** Keeps files in a folder, two letters a level; a file appears under its name only when it is whole. */
export class FolderStore implements FileStore {
  constructor(private readonly folder: string) {}

  async put(key: string, content: Readable): Promise<void> {
    const path = this.path(key);
    await mkdir(dirname(path), { recursive: true });
    const partial = `${path}${partialEnd}`;
    try {
      await pipeline(content, createWriteStream(partial, { mode: 0o600 }));
      const handle = await open(partial, 'r');
      await handle.sync().finally(() => handle.close());
      await rename(partial, path);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  async get(key: string): Promise<Readable | null> {
    const path = this.path(key);
    return (await stat(path).catch(() => null)) ? createReadStream(path) : null;
  }

  async remove(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  async *keys(before: Date): AsyncIterable<string> {
    for await (const { name } of this.older(before)) if (isKey(name)) yield name;
  }

  async clearUnfinished(before: Date): Promise<void> {
    for await (const { path, name } of this.older(before)) if (name.endsWith(partialEnd)) await rm(path, { force: true });
  }

  private async *older(before: Date): AsyncIterable<{ path: string; name: string }> {
    const inside = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
    for (const letters of (await inside(this.folder)).filter((name) => name.length === 2))
      for (const name of await inside(join(this.folder, letters))) {
        const path = join(this.folder, letters, name);
        const found = await stat(path).catch(() => null);
        if (found?.isFile() && found.mtime < before) yield { path, name };
      }
  }

  private path(key: string): string {
    if (!isKey(key)) throw new Error('a file key is an id');
    return join(this.folder, key.slice(-2), key);
  }
}
