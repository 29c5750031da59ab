import { refusal } from './testing/read-all.js';
import { workbookParts } from './testing/workbook-parts.js';
import { zipBytes, type ZipPart } from './testing/zip-bytes.js';

const MiB = 2 ** 20;
const sheetOf = (data: string) => workbookParts({ sheets: [{ name: '表', data }] });
const good = sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>');
const altered = (name: string, change: Partial<ZipPart>): Buffer =>
  zipBytes(good.map((part) => (part.name === name ? { ...part, ...change } : part)));
const sheet = 'xl/worksheets/sheet1.xml';
const codeOf = async (...args: Parameters<typeof refusal>) => (await refusal(...args))?.code;

describe('a workbook that is not what it says', () => {
  it('is read where nothing is wrong', async () => {
    expect(await codeOf(zipBytes(good))).toBeUndefined();
  });

  it('is refused by its ratio while it unpacks', async () => {
    const bomb = altered(sheet, { data: `<?xml version="1.0"?><worksheet><sheetData>${'<row/>'.repeat(MiB)}</sheetData></worksheet>` });
    expect(bomb.length).toBeLessThan(32 * 1024);
    expect(await codeOf(bomb)).toBe('unpacks-too-large');
  });

  it('is refused by its size, both as declared and as it is', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `<row><c><v>${i * 7919}</v></c></row>`).join('');
    const limits = { unpackedBytes: 100_000 };
    expect(await codeOf(zipBytes(sheetOf(rows)), { limits })).toBe('unpacks-too-large');
    const lying = zipBytes(sheetOf(rows).map((part) => (part.name === sheet ? { ...part, declared: { size: 900 } } : part)));
    expect(['damaged-file', 'unpacks-too-large']).toContain(await codeOf(lying, { limits }));
  });

  it('is refused where the lists that are kept in memory would fill it', async () => {
    const relations = Array.from({ length: 600_000 }, (_, i) => `<Relationship Id="r${i}" Type="x/y" Target="${i * 7919}"/>`);
    const data = `<?xml version="1.0"?><Relationships>${relations.join('')}</Relationships>`;
    expect(await codeOf(altered('xl/_rels/workbook.xml.rels', { data }))).toBe('unpacks-too-large');
  });

  it('is refused where declared sizes or checksums are wrong', async () => {
    expect(await codeOf(altered(sheet, { declared: { size: 5 } }))).toBe('damaged-file');
    expect(await codeOf(altered(sheet, { declared: { size: 5_000 } }))).toBe('truncated-file');
    expect(await codeOf(altered(sheet, { declared: { crc: 1 } }))).toBe('damaged-file');
    expect(await codeOf(altered(sheet, { stored: true, declared: { size: 5 } }))).toBe('damaged-file');
  });

  it('is refused with too many parts or the same part twice', async () => {
    const many = Array.from({ length: 2_001 }, (_, i) => ({ name: `x/${i}`, data: '' }));
    expect(await codeOf(zipBytes([...good, ...many]))).toBe('too-many-entries');
    expect(await codeOf(zipBytes([...good, { name: 'XL/Workbook.xml', data: '' }]))).toBe('damaged-file');
  });

  it('is refused with a password or with paths that lead outside', async () => {
    expect(await codeOf(altered(sheet, { flags: 0x801 }))).toBe('password-protected');
    expect(await codeOf(altered(sheet, { flags: 0x841 }))).toBe('password-protected');
    for (const name of ['../../etc/passwd', '/etc/passwd', 'C:/x', '..\\x']) {
      expect(await codeOf(zipBytes([...good, { name, data: 'x' }]))).toBe('unsafe-entry-name');
    }
  });

  it('is refused with a document type or an entity', async () => {
    const laughs = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';
    expect(await codeOf(altered(sheet, { data: laughs }))).toBe('xml-forbidden');
    expect(await codeOf(altered(sheet, { data: '<?xml version="1.0"?><worksheet>&xxe;</worksheet>' }))).toBe('damaged-file');
  });

  it('is refused with an endless text, attribute or depth of tags', async () => {
    const endless = (inner: string) => altered(sheet, { data: `<?xml version="1.0"?><worksheet>${inner}` });
    expect(await codeOf(endless(`<!--${'x'.repeat(3 * MiB)}`))).toBe('text-too-long');
    expect(await codeOf(endless(`<c a="${'x'.repeat(3 * MiB)}`))).toBe('text-too-long');
    expect(await codeOf(endless('<a>'.repeat(1000)))).toBe('damaged-file');
  });

  it('is refused with too many rows or columns or too long a cell', async () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(11);
    expect(await refusal(zipBytes(sheetOf(rows)), { limits: { rows: 10 } })).toMatchObject({ code: 'too-many-rows', values: { limit: 10 } });
    const wide = '<row r="5"><c r="XFD5"><v>1</v></c></row>';
    expect(await refusal(zipBytes(sheetOf(wide)))).toMatchObject({ code: 'too-many-columns', values: { row: 5 } });
    expect(await codeOf(zipBytes(sheetOf('<row r="5"><c r="XFD5" s="1"/><c r="A5"><v>1</v></c></row>')))).toBeUndefined();
    const long = `<row><c t="inlineStr"><is><t>${'长'.repeat(32_768)}</t></is></c></row>`;
    expect(await codeOf(zipBytes(sheetOf(long)))).toBe('cell-too-long');
  });

  it('is refused where texts, rows or numbers point nowhere', async () => {
    for (const data of ['<row><c t="s"><v>7</v></c></row>', '<row r="5"/><row r="5"/>', '<row><c><v>abc</v></c></row>', '<row r="x"/>', '<row><c r="5"/></row>']) {
      expect(await codeOf(zipBytes(sheetOf(data)))).toBe('damaged-file');
    }
  });

  it('is refused where it is cut off, wherever that is', async () => {
    const whole = zipBytes(good);
    for (let length = 4; length < whole.length; length += 97) {
      expect(['truncated-file', 'damaged-file']).toContain(await codeOf(whole.subarray(0, length)));
    }
  });
});

describe('a file that is no table', () => {
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');
  const compound = (inside: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), utf16(inside)]);

  it.each([
    ['nothing', Buffer.alloc(0), 'file-empty', {}],
    ['blanks alone', Buffer.from('\ufeff \n\n'), 'file-empty', {}],
    ['an old workbook', compound('Workbook'), 'old-excel', {}],
    ['an encrypted workbook', compound('EncryptedPackage'), 'password-protected', {}],
    ['an old Word file', compound('WordDocument'), 'unsupported-format', { format: 'Word' }],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'unsupported-format', { format: 'PDF' }],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'unsupported-format', { format: 'PNG' }],
    ['a web page named .xls', Buffer.from('\n<html><table><tr><td>工号</td></tr></table>'), 'unsupported-format', { format: 'HTML' }],
    ['an XML file', Buffer.from('<?xml version="1.0"?><Workbook/>'), 'unsupported-format', { format: 'XML' }],
    ['a new Word file', zipBytes([{ name: 'word/document.xml', data: 'x' }]), 'unsupported-format', { format: 'Word' }],
    ['a Numbers file', zipBytes([{ name: 'Index/Document.iwa', data: 'x' }]), 'unsupported-format', { format: 'Numbers/Pages' }],
    ['an OpenDocument sheet', zipBytes([{ name: 'content.xml', data: 'x' }]), 'unsupported-format', { format: 'OpenDocument' }],
    ['a binary workbook', zipBytes([{ name: 'xl/workbook.bin', data: 'x' }]), 'unsupported-format', { format: 'XLSB' }],
    ['any other zip', zipBytes([{ name: 'a.txt', data: 'x' }]), 'unsupported-format', { format: 'ZIP' }],
    ['an empty zip', zipBytes([]), 'unsupported-format', { format: 'ZIP' }],
    ['bytes of a program', Buffer.from([1, 2, 0, 3, 4, 5]), 'unsupported-format', { format: '?' }],
  ])('is refused by name: %s', async (_, bytes, code, values) => {
    expect(await refusal(bytes)).toMatchObject({ code, values });
  });

  it('is refused where it is larger than allowed', async () => {
    expect(await refusal('a,b\n'.repeat(1000), { limits: { fileBytes: 2 ** 10 } })).toMatchObject({ code: 'file-too-large' });
  });
});
