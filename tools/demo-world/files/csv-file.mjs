import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { encodeGb18030 } from './gb18030.mjs';

const pieceLength = 1 << 18;
const field = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** A CSV file written piece by piece, so that the largest world needs no more memory than the smallest. */
export class CsvFile {
  rows = 0;
  #text = '';
  #hash = createHash('sha256');

  constructor(path, titles, { encoding = 'utf-8' } = {}) {
    this.encode = encoding === 'gb18030' ? encodeGb18030 : (text) => Buffer.from(text);
    this.handle = openSync(path, 'w');
    // Spreadsheets read UTF-8 only behind a byte order mark.
    if (encoding === 'utf-8') this.#text = '\ufeff';
    this.#line(titles);
  }

  add(cells) {
    this.rows++;
    this.#line(cells);
    if (this.#text.length > pieceLength) this.#flush();
  }

  /** Closes the file; answers its rows (without the header) and its checksum. */
  close() {
    this.#flush();
    closeSync(this.handle);
    return { rows: this.rows, sha256: this.#hash.digest('hex') };
  }

  #line(cells) {
    let line = '';
    for (let at = 0; at < cells.length; at++) line += (at ? ',' : '') + field(String(cells[at]));
    this.#text += `${line}\r\n`;
  }

  #flush() {
    const bytes = this.encode(this.#text);
    this.#hash.update(bytes);
    for (let done = 0; done < bytes.length; ) done += writeSync(this.handle, bytes, done);
    this.#text = '';
  }
}

/** Copies a file as it is; answers its checksum. */
export function copyWithChecksum(from, to) {
  const bytes = readFileSync(from);
  writeFileSync(to, bytes);
  return { sha256: createHash('sha256').update(bytes).digest('hex') };
}
