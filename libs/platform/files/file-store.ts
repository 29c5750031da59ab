import type { Readable } from 'node:stream';

/** Where the bytes of files are kept, under names made by the product. */
export interface FileStore {
  put(key: string, content: Readable, size: number | null): Promise<void>;
  /** The content, or null where nothing is kept under `key`. */
  get(key: string): Promise<Readable | null>;
  remove(key: string): Promise<void>;
}

export const FILE_STORE = Symbol('file-store');
