import fc from 'fast-check';
import { writeFile } from 'node:fs/promises';
import { openTable } from './open-table.js';
import { cellsOf, fileOf, readAll, refusal } from './testing/read-all.js';

/** 工号,姓名 / 10001,张三 in GB18030. */
const chinese = Buffer.from('b9a4bac52cd0d5c3fb0a31303030312cd5c5c8fd0a', 'hex');
const open = async (bytes: Buffer | string) => openTable(await fileOf(bytes));
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('a CSV file', () => {
  it('is read in UTF-8 with and without its mark, in GB18030 and in UTF-16', async () => {
    const rows = [['工号', '姓名'], ['10001', '张三']];
    const text = '工号,姓名\r\n10001,张三\r\n';
    for (const [bytes, encoding] of [
      [Buffer.from(text), 'utf-8'],
      [Buffer.from(`\ufeff${text}`), 'utf-8'],
      [chinese, 'gb18030'],
      [Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
      [utf16be(`\ufeff${text}`), 'utf-16be'],
    ] as const) {
      expect((await open(bytes)).encoding).toBe(encoding);
      expect(cellsOf(await readAll(bytes))).toEqual(rows);
    }
  });

  it('is known as GB18030 by a character far behind a long stretch of ASCII', async () => {
    const bytes = Buffer.concat([Buffer.from('a,b\n'.repeat(200_000)), chinese]);
    const rows = await readAll(bytes);
    expect(rows.at(-1)).toEqual({ row: 200_002, cells: ['10001', '张三'] });
  });

  it('reads four-byte characters of GB18030 wherever the file is cut into pieces', async () => {
    const rare = Buffer.from('8139ee39', 'hex'); // 㐀
    const decoded = new TextDecoder('gb18030').decode(rare);
    for (const shift of [0, 1, 2, 3]) {
      const bytes = Buffer.concat([Buffer.from('x'.repeat(shift) + '\n'), Buffer.from(`${'y'.repeat(99)}\n`.repeat(2621)), Buffer.from('y'.repeat(40)), rare, chinese]);
      const rows = await readAll(bytes);
      expect(rows.at(-2)?.cells[0]).toBe(`${'y'.repeat(40)}${decoded}工号`);
    }
  });

  it('in UTF-8 with one bad byte is refused, not turned to noise', async () => {
    const bytes = Buffer.from('工号,姓名,单位,岗位,入职日期,手机号\n'.repeat(3));
    bytes[bytes.length - 3] = 0xff;
    expect((await refusal(bytes))?.code).toBe('unknown-encoding');
    expect((await refusal(Buffer.from('工号,姓名\n张').subarray(0, -1)))?.code).toBe('truncated-file');
    expect((await refusal(Buffer.concat([chinese, Buffer.from([0xff, 0xff])])))?.code).toBe('unknown-encoding');
  });

  it.each([
    ['a;b\n1,5;2,5\n3,5;4\n', ';'],
    ['a\tb, c\n1\t2\n', '\t'],
    ['"a;b","c;d"\n1,2\n', ','],
    ['title\na,b,c\n1,2,3\n', ','],
    ['a\nb\n', ','],
    ['sep=|\na|b\n', '|'],
  ])('has its separator found: %j', async (text, separator) => {
    expect((await open(text)).separator).toBe(separator);
  });

  it('with a separator declared in its first line does not count that line', async () => {
    expect(await readAll('sep=;\r\na;b\r\n')).toEqual([{ row: 1, cells: ['a', 'b'] }]);
  });

  it('numbers its records as a spreadsheet program does', async () => {
    const rows = await readAll('a,b\n"1\n2",x\n\n3,y\n');
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
  });

  it('is refused with too many rows', async () => {
    expect(await refusal('a\n'.repeat(11), { limits: { rows: 10 } })).toMatchObject({ code: 'too-many-rows' });
  });

  it('made of any bytes is read or refused, never a crash', async () => {
    const path = await fileOf('');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await writeFile(path, bytes);
        try {
          for await (const rows of (await openTable(path)).rows()) expect(rows.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toMatchObject({ name: 'TableError' });
        }
      }),
      { numRuns: 300 },
    );
  });
});
