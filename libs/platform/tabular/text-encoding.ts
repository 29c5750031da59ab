import { createReadStream } from 'node:fs';
import { TableError, type Encoding, type Progress } from './table.js';

const chunkBytes = 2 ** 18;
/** So many characters of several bytes read well as UTF-8 do not happen in a GB18030 text. */
const surelyUtf8 = 16;

/** The decoded text of a file, chunk by chunk; a byte that does not fit the encoding is an error. */
export async function* decodedText(
  path: string,
  encoding: Encoding,
  onProgress?: (done: number) => void,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let done = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
    const text = decoder.decode(chunk, { stream: true });
    done += chunk.length;
    onProgress?.(done);
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

interface Trial {
  readonly fits: boolean;
  readonly wideCharacters: number;
  /** The text was good up to a last character cut in two. */
  readonly cutOff: boolean;
}

async function tryEncoding(path: string, encoding: Encoding): Promise<Trial> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let wideCharacters = 0;
  const count = (text: string): void => {
    if (wideCharacters < surelyUtf8) wideCharacters += text.match(/[^\0-\x7f\ufeff]/g)?.length ?? 0;
  };
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
    try {
      count(decoder.decode(chunk, { stream: true }));
    } catch {
      if (wideCharacters < surelyUtf8) count(goodStart(chunk));
      return { fits: false, wideCharacters, cutOff: false };
    }
  }
  try {
    decoder.decode();
    return { fits: true, wideCharacters, cutOff: false };
  } catch {
    return { fits: false, wideCharacters, cutOff: true };
  }
}

/** What of a chunk reads as UTF-8 before the first byte that does not. */
const goodStart = (chunk: Buffer): string => chunk.toString('utf8').split('\ufffd', 1)[0]!;

function byMark(head: Buffer): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  return undefined;
}

/**
 * The encoding of a text file. The whole file is decoded for it: a file can be ASCII for a long time,
 * and a UTF-8 file with one bad byte must not be taken for GB18030, which would turn all of it to noise.
 */
export async function textEncoding(path: string, head: Buffer): Promise<Encoding> {
  const marked = byMark(head);
  const utf8 = await tryEncoding(path, marked ?? 'utf-8');
  if (utf8.fits) return marked ?? 'utf-8';
  if (utf8.cutOff && (marked !== undefined || utf8.wideCharacters > 0)) throw new TableError('truncated-file');
  if (marked === undefined && utf8.wideCharacters < surelyUtf8) {
    const chinese = await tryEncoding(path, 'gb18030');
    if (chinese.fits) return 'gb18030';
    if (chinese.cutOff) throw new TableError('truncated-file');
  }
  throw new TableError('unknown-encoding');
}

/** Turns bytes done into the caller's (done, total). */
export const progressOf = (onProgress: Progress | undefined, total: number): ((done: number) => void) | undefined =>
  onProgress && ((done) => onProgress(done, total));
