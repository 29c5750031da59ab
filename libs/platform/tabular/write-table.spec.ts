import ExcelJS from 'exceljs';
import { date, identifier, integer, oneOf, text } from './cells.js';
import { defineColumns } from './columns.js';
import { openTable } from './open-table.js';
import { previewTable, readRecords } from './read-records.js';
import { cellsOf, fileOf, readAll } from './testing/read-all.js';
import { csvText, tableWorkbook, writeFailedRows, writeTemplate } from './write-table.js';

const columns = defineColumns({
  number: { titles: ['工号'], required: true, parse: identifier, note: '不得重复', example: '10001' },
  kind: { titles: ['类型'], parse: oneOf({ hall: ['营业厅'], county: ['县公司'] }) },
  unit: { titles: ['单位'], required: true, parse: text },
  hired: { titles: ['入职日期'], parse: date },
  count: { titles: ['人数'], parse: integer },
});

/** What exceljs reads back of the rules of a sheet; its types do not know it. */
const rulesOf = (sheet: ExcelJS.Worksheet | undefined) =>
  (sheet as unknown as { dataValidations: { model: Record<string, ExcelJS.DataValidation> } }).dataValidations.model;

describe('a template', () => {
  const units = Array.from({ length: 60 }, (_, i) => `第${i + 1}营业厅`);

  it('has bold frozen titles, drop-down lists and a sheet that explains them', async () => {
    const bytes = await writeTemplate(columns, { sheetName: '人员', notes: ['一人一行'], lists: { unit: units } });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const sheet = book.getWorksheet('人员');
    expect(sheet?.getRow(1).values).toEqual([undefined, '工号*', '类型', '单位*', '入职日期', '人数']);
    expect([sheet?.getRow(1).font.bold, sheet?.views[0]]).toMatchObject([true, { state: 'frozen', ySplit: 1 }]);
    expect(sheet?.getColumn(1).numFmt).toBe('@');
    const rules = rulesOf(sheet);
    expect(rules['B2']).toMatchObject({ type: 'list', allowBlank: true, formulae: ['"营业厅,县公司"'] });
    expect(rules['C5000']).toMatchObject({ type: 'list', formulae: ["'选项'!$C$1:$C$60"] });
    expect(book.getWorksheet('选项')?.state).toBe('hidden');
    const guide = book.getWorksheet('填写说明');
    expect(guide?.getRow(2).values).toEqual([undefined, '工号', '是', '不得重复', '', '10001']);
    expect(guide?.getCell('A8').value).toBe('一人一行');
  });

  it('is recognised when it comes back, in any language', async () => {
    for (const locale of ['zh-CN', 'zh-TW', 'en'] as const) {
      const table = await openTable(await fileOf(await writeTemplate(columns, { locale })));
      const { recognition, sample } = await previewTable(table, columns);
      expect(recognition).toMatchObject({ recognised: true, mapping: { number: 0, kind: 1, unit: 2, hired: 3, count: 4 } });
      expect(sample).toEqual([]);
    }
  });
});

describe('failed rows', () => {
  const header = ['工号', '单位', '入职日期'];
  const rows = [
    { row: 7, cells: ['00123', '=cmd|calc', '2024年二月三十日'], reasons: ['日期不存在', '单位不存在'] },
    { row: 9, cells: ['+1', '@x'], reasons: ['单位不存在'] },
  ];

  it('come with their row and reasons, and no cell is a formula', async () => {
    const bytes = await writeFailedRows(header, rows);
    expect(cellsOf(await readAll(bytes))).toEqual([
      [...header, '原行号', '原因'],
      ['00123', '=cmd|calc', '2024年二月三十日', 7, '日期不存在；单位不存在'],
      ['+1', '@x', null, 9, '单位不存在'],
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
    const cell = book.worksheets[0]?.getCell('B2');
    expect([cell?.type, cell?.numFmt]).toEqual([ExcelJS.ValueType.String, '@']);
  });

  it('can be imported again, and their two columns are not doubled', async () => {
    const path = await fileOf(await writeFailedRows(header, rows));
    for await (const batch of readRecords(await openTable(path), columns)) {
      expect(batch.problems.map(({ code }) => code)).toEqual(['bad-date']);
      expect(batch.records).toMatchObject([{ values: { number: '+1', unit: '@x' } }]);
      const again = await writeFailedRows(batch.recognition.titles, [{ row: 2, cells: batch.problems[0]!.raw, reasons: ['x'] }]);
      expect((await readAll(again))[0]?.cells).toEqual([...header, '原行号', '原因']);
    }
  });

  it('may come from an asynchronous source, whose failure is not swallowed', async () => {
    async function* failing() {
      yield rows[0]!;
      throw new Error('lost');
    }
    await expect(writeFailedRows(header, failing())).rejects.toThrow('lost');
  });
});

it('CSV is guarded against formulas and reads back as it was', async () => {
  const rows = [['工号', '内容'], ['=1+1', '-5'], ['@a,"b"', '一\n二'], ['+86', ' x']];
  const written = csvText(rows);
  expect(written).toContain(`'=1+1,'-5`);
  expect(cellsOf(await readAll(written))).toEqual(rows);
});

it('a large workbook leaves other work its turn while it is written, and holds every row', async () => {
  let others = 0;
  function* many() {
    setImmediate(() => others++);
    for (let row = 0; row < 1200; row++) yield [String(row)];
    // All was handed over by now.
    expect(others).toBe(1);
  }
  const found = await readAll(await tableWorkbook('题目', ['题号'], many()));
  expect([found.length, found.at(-1)?.cells, others]).toEqual([1201, ['1199'], 1]);
});
