import { Transform, type Readable } from 'node:stream';

/** The bytes that somebody wants, both ends included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** One range of a header such as `bytes=0-` or `bytes=-500`; undefined where the whole is wanted, null where it lies outside. */
export function byteRange(header: string | undefined, size: number): ByteRange | undefined | null {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!found || (!found[1] && !found[2])) return undefined;
  const [from, to] = [found[1] === '' ? undefined : Number(found[1]), found[2] === '' ? undefined : Number(found[2])];
  const start = from ?? Math.max(0, size - to!);
  const end = from === undefined ? size - 1 : Math.min(to ?? size - 1, size - 1);
  return start < size && start <= end ? { start, end } : null;
}

/** That part of a stream. Players of recordings ask for parts, and some play nothing without. */
export function partOf(content: Readable, { start, end }: ByteRange): Readable {
  let at = 0;
  const cut = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const part = chunk.subarray(Math.max(0, start - at), Math.max(0, end + 1 - at));
      at += chunk.length;
      done(null, part.length ? part : undefined);
    },
  });
  content.on('error', (error) => cut.destroy(error));
  return content.pipe(cut);
}
