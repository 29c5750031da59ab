import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { writeFile } from 'node:fs/promises';
import { openTable } from './open-table.js';
import { defaultLimits } from './table.js';
import { fileOf } from './testing/read-all.js';
import { workbookParts } from './testing/workbook-parts.js';
import { zipBytes } from './testing/zip-bytes.js';

async function workbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('人员');
  sheet.addRow(['工号', '姓名', '入职日期']);
  for (let i = 0; i < 40; i++) sheet.addRow([10_001 + i, `张三${i}`, new Date(Date.UTC(2000, i, 1))]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Reads all of it; the only error there may be is one with a code. */
async function survives(path: string): Promise<void> {
  let rows = 0;
  try {
    for await (const batch of (await openTable(path)).rows()) {
      rows += batch.length;
      for (const { cells } of batch) expect(cells.length).toBeLessThanOrEqual(defaultLimits.columns);
    }
  } catch (error) {
    expect(error).toMatchObject({ name: 'TableError' });
  }
  expect(rows).toBeLessThanOrEqual(defaultLimits.rows);
}

const flipsOf = (length: number) =>
  fc.array(fc.tuple(fc.nat({ max: length - 1 }), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 6 });

function flipped(sound: Buffer, changes: readonly (readonly [number, number])[]): Buffer {
  const bytes = Buffer.from(sound);
  for (const [at, mask] of changes) bytes[at]! ^= mask;
  return bytes;
}

describe('a workbook with random damage', () => {
  it('to the file is read or refused with a code: it never crashes nor exceeds the limits', async () => {
    const sound = await workbook();
    const path = await fileOf('');
    await fc.assert(
      fc.asyncProperty(flipsOf(sound.length), fc.option(fc.nat({ max: sound.length })), async (changes, cut) => {
        await writeFile(path, flipped(sound, changes).subarray(0, cut ?? sound.length));
        await survives(path);
      }),
      { numRuns: 300 },
    );
  });

  it('to any of its parts, packed soundly, is survived as well', async () => {
    const parts = workbookParts({
      sheets: [
        {
          name: '一',
          data:
            '<row r="1" spans="1:4"><c r="A1" s="1"><v>45292</v></c><c r="B1" t="s"><v>0</v></c>' +
            '<c r="C1" t="inlineStr"><is><t>x</t></is></c><c r="D1" t="str"><f>A1</f><v>&#20803;</v></c></row>',
        },
      ],
      strings: '<si><t>甲_x000D_</t></si>',
      styles:
        '<numFmts><numFmt numFmtId="170" formatCode="yyyy-mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>',
    });
    const path = await fileOf('');
    const damage = fc
      .nat({ max: parts.length - 1 })
      .chain((index) => fc.tuple(fc.constant(index), flipsOf(Buffer.byteLength(parts[index]!.data))));
    await fc.assert(
      fc.asyncProperty(damage, async ([index, changes]) => {
        const part = parts[index]!;
        const damaged = { ...part, data: flipped(Buffer.from(part.data), changes) };
        await writeFile(path, zipBytes(parts.with(index, damaged)));
        await survives(path);
      }),
      { numRuns: 300 },
    );
  });
});
