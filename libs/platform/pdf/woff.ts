import { inflateSync } from 'node:zlib';

interface PackedTable {
  readonly tag: Buffer;
  readonly checksum: number;
  readonly length: number;
  readonly data: Buffer;
}

const packedEntry = 20;
const plainEntry = 16;
const padded = (length: number): number => (length + 3) & ~3;

function packedTables(woff: Buffer): PackedTable[] {
  return Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const at = 44 + index * packedEntry;
    const [offset, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)];
    const stored = woff.subarray(offset, offset + packed);
    return { tag: woff.subarray(at, at + 4), checksum: woff.readUInt32BE(at + 16), length, data: packed < length ? inflateSync(stored) : stored };
  });
}

/**
 * A font as WOFF 1.0 (W3C, 2012) to the plain tables inside. Done once: written from WOFF directly, each document would
 * unpack every table again for every glyph, which takes seconds.
 */
export function plainFont(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a font in WOFF 1.0');
  const tables = packedTables(woff);
  const range = 2 ** Math.floor(Math.log2(tables.length));
  const head = Buffer.alloc(12 + tables.length * plainEntry);
  woff.copy(head, 0, 4, 8);
  [tables.length, range * plainEntry, Math.log2(range), (tables.length - range) * plainEntry].forEach((value, index) => head.writeUInt16BE(value, 4 + index * 2));
  const parts: Buffer[] = [head];
  let offset = head.length;
  tables.forEach(({ tag, checksum, length, data }, index) => {
    const at = 12 + index * plainEntry;
    tag.copy(head, at);
    [checksum, offset, length].forEach((value, place) => head.writeUInt32BE(value, at + 4 + place * 4));
    parts.push(data, Buffer.alloc(padded(length) - length));
    offset += padded(length);
  });
  return Buffer.concat(parts);
}
