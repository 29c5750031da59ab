import { pipeline, type Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { inMiB, TableError, type Limits, type Progress } from './table.js';

export interface ReadPart {
  readonly onProgress?: Progress | undefined;
  /** Unpacked bytes, for parts that are kept in memory. */
  readonly atMost?: number;
}

/**
 * A zip file whose parts are read one by one. Nothing the file says of itself is believed: bytes are
 * counted while they unpack, and size and checksum are compared at the end of each part.
 */
export class ZipArchive {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #limits: Limits;
  #unpacked = 0;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, limits: Limits) {
    this.#zip = zip;
    this.#entries = entries;
    this.#limits = limits;
  }

  static async open(path: string, limits: Limits): Promise<ZipArchive> {
    const zip = await openPromise(path, { autoClose: false }).catch(refuse);
    try {
      zip.on('error', () => undefined); // also given to whoever waits; unheard it would end the process
      if (zip.entryCount > limits.entries) throw new TableError('too-many-entries', { limit: limits.entries });
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) {
        const key = entry.fileName.toLowerCase();
        if (entries.has(key)) throw new TableError('damaged-file', { part: entry.fileName });
        entries.set(key, entry);
      }
      return new ZipArchive(zip, entries, limits);
    } catch (error) {
      zip.close();
      return refuse(error);
    }
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  close(): void {
    this.#zip.close();
  }

  async *read(name: string, { onProgress, atMost }: ReadPart = {}): AsyncGenerator<Buffer, void, undefined> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) throw new TableError('damaged-file', { part: name });
    if (entry.isEncrypted()) throw new TableError('password-protected');
    if (!entry.canDecodeFileData()) throw new TableError('damaged-file', { part: name });
    if (entry.uncompressedSize > this.#limits.unpackedBytes) this.#tooLarge();
    const packed = await this.#zip.openReadStreamPromise(entry, { decodeFileData: false }).catch(refuse);
    const inflate = entry.compressionMethod === 8 ? createInflateRaw({ chunkSize: 2 ** 17 }) : undefined;
    const unpacked: Readable = inflate ? pipeline(packed, inflate, ignore) : packed;
    let size = 0;
    let checksum = 0;
    try {
      for await (const chunk of unpacked as AsyncIterable<Buffer>) {
        size += chunk.length;
        this.#unpacked += chunk.length;
        checksum = crc32(chunk, checksum);
        if (this.#unpacked > this.#limits.unpackedBytes || (atMost !== undefined && size > atMost)) this.#tooLarge();
        const taken = inflate?.bytesWritten ?? size;
        if (size > this.#limits.ratioFloorBytes && size > this.#limits.ratio * taken) this.#tooLarge();
        if (size > entry.uncompressedSize) throw new TableError('damaged-file', { part: name });
        onProgress?.(taken, entry.compressedSize);
        yield chunk;
      }
      if (size < entry.uncompressedSize) throw new TableError('truncated-file', { part: name });
      if (checksum !== entry.crc32) throw new TableError('damaged-file', { part: name });
    } catch (error) {
      refuse(error);
    } finally {
      packed.destroy();
      unpacked.destroy();
    }
  }

  #tooLarge(): never {
    throw new TableError('unpacks-too-large', { limit: inMiB(this.#limits.unpackedBytes) });
  }
}

const ignore = (): void => undefined; // pipeline's errors reach whoever reads the last stream

const signs: readonly (readonly [RegExp, 'truncated-file' | 'unsafe-entry-name' | 'password-protected'])[] = [
  [/end of central directory|unexpected EOF|unexpected end of file/i, 'truncated-file'],
  [/overflows file bounds|not enough bytes/i, 'truncated-file'],
  [/absolute path|relative path|invalid characters/i, 'unsafe-entry-name'],
  [/encrypt/i, 'password-protected'],
];

/** Errors of the libraries become ours; those of the disk stay what they are. */
function refuse(error: unknown): never {
  if (error instanceof TableError) throw error;
  const { message = '', code, syscall } = error as NodeJS.ErrnoException;
  if (syscall !== undefined) throw error;
  throw new TableError(signs.find(([sign]) => sign.test(message))?.[1] ?? 'damaged-file', {}, code ?? error);
}
