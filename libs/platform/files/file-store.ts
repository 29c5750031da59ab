import type { Readable } from 'node:stream';

/** Where the bytes of files are kept, under names made by the product. */
export interface FileStore {
  /** Keeps what it is handed under `key`, whole or not at all; never holds more than a piece of it in memory. */
  put(key: string, content: Readable): Promise<void>;
  /** The content, or null where nothing is kept under `key`. */
  get(key: string): Promise<Readable | null>;
  remove(key: string): Promise<void>;
  /** Names under which something was put before `before`. */
  keys(before: Date): AsyncIterable<string>;
  /** Takes away what is left of writes that were cut off before `before`. */
  clearUnfinished(before: Date): Promise<void>;
}

export const FILE_STORE = Symbol('file-store');

const key = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Names are ids; whatever else lies in a folder or bucket was not put there by the product. */
export const isKey = (name: string): boolean => key.test(name);
