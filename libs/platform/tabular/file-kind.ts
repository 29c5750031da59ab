import { TableError } from './table.js';

const signatures: readonly (readonly [string, string])[] = [
  ['25504446', 'PDF'],
  ['89504e47', 'PNG'],
  ['ffd8ff', 'JPEG'],
  ['47494638', 'GIF'],
  ['52617221', 'RAR'],
  ['377abcaf271c', '7z'],
  ['1f8b', 'GZIP'],
  ['7b5c727466', 'RTF'],
];

const compound = 'd0cf11e0a1b11ae1';
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

/**
 * What a file is, by its first bytes and never by its name. `head` should hold the first 64 KiB or so:
 * in an OLE container the names that tell an old workbook from an encrypted new one stand further in.
 */
export function fileKind(head: Buffer): 'xlsx' | 'csv' {
  if (head.length === 0) throw new TableError('file-empty');
  const start = head.subarray(0, 8).toString('hex');
  if (start.startsWith('504b0304') || start.startsWith('504b0506')) return 'xlsx';
  if (start.startsWith(compound)) refuseCompound(head);
  const known = signatures.find(([bytes]) => start.startsWith(bytes));
  if (known) throw new TableError('unsupported-format', { format: known[1] });
  const text = head.subarray(0, 4096).toString('latin1').replace(/^\xef\xbb\xbf/, '').trimStart().toLowerCase();
  // Reports of many older systems are web pages or XML named .xls.
  if (/^<(!doctype html|html|head|body|table|meta|style|div|script)\b/.test(text)) {
    throw new TableError('unsupported-format', { format: 'HTML' });
  }
  if (/^<(\?xml|workbook)\b/.test(text)) throw new TableError('unsupported-format', { format: 'XML' });
  const wide = start.startsWith('fffe') || start.startsWith('feff');
  if (!wide && head.includes(0)) throw new TableError('unsupported-format', { format: '?' });
  return 'csv';
}

function refuseCompound(head: Buffer): never {
  if (head.includes(utf16('EncryptedPackage')) || head.includes(utf16('EncryptionInfo'))) {
    throw new TableError('password-protected');
  }
  if (head.includes(utf16('WordDocument'))) throw new TableError('unsupported-format', { format: 'Word' });
  if (head.includes(utf16('PowerPoint Document'))) throw new TableError('unsupported-format', { format: 'PowerPoint' });
  throw new TableError('old-excel');
}
