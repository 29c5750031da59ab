import ExcelJS from 'exceljs';
import { openTable } from './open-table.js';
import { cellsOf, fileOf, readAll } from './testing/read-all.js';
import { workbookParts } from './testing/workbook-parts.js';
import { zipBytes } from './testing/zip-bytes.js';

async function written(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const rowsOf = (data: string, more: Partial<Parameters<typeof workbookParts>[0]> = {}) =>
  readAll(zipBytes(workbookParts({ sheets: [{ name: '表', data }], ...more })));

describe('an XLSX file', () => {
  it('gives text, numbers, booleans, dates, rich text, results of formulas and errors', async () => {
    const bytes = await written((book) => {
      const sheet = book.addWorksheet('花名册');
      sheet.getRow(1).values = ['工号', 10001, true, false];
      sheet.getCell('E1').value = new Date(Date.UTC(2024, 0, 13, 20, 10, 13));
      sheet.getCell('E1').numFmt = 'yyyy-mm-dd hh:mm:ss';
      sheet.getCell('F1').value = { richText: [{ text: '东湖' }, { text: '营业厅', font: { bold: true } }] };
      sheet.getCell('G1').value = { formula: 'B1+1', result: 10002 };
      sheet.getCell('H1').value = { error: '#REF!' };
      sheet.getCell('I1').value = { formula: '1/0', result: { error: '#DIV/0!' } };
    });
    expect(cellsOf(await readAll(bytes))).toEqual([
      [
        '工号', 10001, true, false, new Date(Date.UTC(2024, 0, 13, 20, 10, 13)), '东湖营业厅', 10002,
        { code: 'cell-error', text: '#REF!' },
        { code: 'cell-error', text: '#DIV/0!' },
      ],
    ]);
  });

  it('says so where a formula was never calculated', async () => {
    const rows = await rowsOf('<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>1</f><v></v></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><v>1</v></c></row>');
    const error = { code: 'formula-without-value', text: '=' };
    expect(cellsOf(rows)).toEqual([[error, error, null, 1]]);
  });

  it('knows dates by built-in and custom formats, also Chinese ones', async () => {
    const formats = [14, 22, 31, 57, 164, 165, 166, 0, 3, 20];
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="165" formatCode="[$-804]aaaa, mmm-yy"/><numFmt numFmtId="166" formatCode="[Red]#,##0.00_);&quot;day&quot;"/></numFmts><cellXfs>${formats.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
    const cells = formats.map((_, i) => `<c s="${i}"><v>45292</v></c>`).join('');
    const day = new Date(Date.UTC(2024, 0, 1));
    const rows = await rowsOf(`<row>${cells}<c s="9"><v>0.5</v></c></row>`, { styles });
    expect(cellsOf(rows)).toEqual([[day, day, day, day, day, day, 45292, 45292, 45292, day, 0.5]]);
  });

  it('keeps the leading zeros that a format shows', async () => {
    const styles = '<numFmts><numFmt numFmtId="170" formatCode="00000"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs>';
    const rows = await rowsOf('<row><c s="0"><v>123</v></c><c s="0"><v>123456</v></c><c s="0"><v>1.5</v></c></row>', { styles });
    expect(cellsOf(rows)).toEqual([['00123', '123456', 1.5]]);
  });

  it('counts days from 1904 where the workbook says so', async () => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    const rows = await rowsOf('<row><c s="0"><v>43830</v></c></row>', { styles, date1904: true });
    expect(cellsOf(rows)).toEqual([[new Date(Date.UTC(2024, 0, 1))]]);
  });

  it('reads inline strings, escaped characters, ISO dates and leaves out reading aids', async () => {
    const rows = await rowsOf(
      '<row><c t="inlineStr"><is><r><t>张</t></r><r><t>三</t></r><rPh sb="0" eb="1"><t>zhang</t></rPh></is></c><c t="s"><v>0</v></c><c t="d"><v>2024-01-05T08:37:00</v></c><c t="s"><v>1</v></c></row>',
      { strings: '<si><t>一_x000D_\n二</t><rPh sb="0" eb="1"><t>yi</t></rPh></si><si><r><t xml:space="preserve"> a&amp;</t></r><r><t><![CDATA[<b>]]></t></r></si>' },
    );
    expect(cellsOf(rows)).toEqual([['张三', '一\r\n二', new Date('2024-01-05T08:37:00Z'), ' a&<b>']]);
  });

  it('keeps row numbers and columns where rows and cells are left out or have no address', async () => {
    const rows = await rowsOf('<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c><c r="AB3"><v>3</v></c></row><row><c><v>4</v></c></row><row r="9"><c r="A9" s="1"/></row>');
    expect(rows.map(({ row }) => row)).toEqual([3, 4]);
    expect(rows[0]?.cells.length).toBe(28);
    expect([rows[0]?.cells[0], rows[0]?.cells[1], rows[0]?.cells[2], rows[0]?.cells[27]]).toEqual([null, 1, 2, 3]);
  });

  it('reads parts with prefixed names and absolute targets', async () => {
    const data = '<?xml version="1.0"?><x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    expect(cellsOf(await rowsOf(data, { absoluteTargets: true }))).toEqual([['甲']]);
  });

  const sheets = [
    { name: '隐藏', state: 'veryHidden' as const, data: '<row><c><v>0</v></c></row>', part: 'worksheets/sheet1.xml' },
    { name: '人员', data: '<row><c><v>1</v></c></row>', part: 'worksheets/sheet7.xml' },
    { name: '说明', data: '<row><c><v>2</v></c></row>', part: 'worksheets/sheet2.xml' },
  ];

  it('takes the first visible sheet by the order of the tabs, not by file names', async () => {
    const table = await openTable(await fileOf(zipBytes(workbookParts({ sheets }))));
    expect([table.format, table.sheetName, table.sheetNames]).toEqual(['xlsx', '人员', ['人员', '说明']]);
    expect(cellsOf(await readAll(zipBytes(workbookParts({ sheets }))))).toEqual([[1]]);
  });

  it('takes the sheet that is asked for, but never a hidden one', async () => {
    const bytes = zipBytes(workbookParts({ sheets }));
    expect(cellsOf(await readAll(bytes, { sheet: '说明' }))).toEqual([[2]]);
    await expect(readAll(bytes, { sheet: '隐藏' })).rejects.toMatchObject({ code: 'sheet-not-found', values: { sheet: '隐藏' } });
    const hidden = zipBytes(workbookParts({ sheets: sheets.slice(0, 1) }));
    await expect(readAll(hidden)).rejects.toMatchObject({ code: 'no-visible-sheet' });
  });

  it('can be read again, left early, and tells its progress', async () => {
    const data = Array.from({ length: 3000 }, (_, i) => `<row><c><v>${i}</v></c></row>`).join('');
    const steps: number[] = [];
    const path = await fileOf(zipBytes(workbookParts({ sheets: [{ name: '表', data }] })));
    const table = await openTable(path, { onProgress: (done, total) => steps.push(done / total) });
    for await (const batch of table.rows()) {
      expect(batch[0]?.cells).toEqual([0]);
      break;
    }
    let count = 0;
    for await (const batch of table.rows()) count += batch.length;
    expect(count).toBe(3000);
    expect(steps.at(-1)).toBe(1);
  });
});
