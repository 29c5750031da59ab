import { date, identifier, integer, name, oneOf } from './cells.js';
import { defineColumns } from './columns.js';
import { HeaderNotRecognised, previewTable, readRecords, type Batch } from './read-records.js';
import type { Cell, RawRow, Table } from './table.js';

const columns = defineColumns({
  number: { titles: ['工号'], required: true, missing: 'missing-number', parse: identifier },
  name: { titles: ['姓名'], required: true, parse: name },
  kind: { titles: ['类型'], parse: oneOf({ hall: ['营业厅'], county: ['县公司'] }) },
  hired: { titles: ['入职日期'], parse: date },
  count: { titles: ['人数'], parse: integer },
});

/** Rows numbered from 1, one batch each, as a slow file would give them. */
const tableOf = (...rows: Cell[][]): Table => ({
  format: 'csv',
  async *rows(): AsyncGenerator<RawRow[]> {
    for (const [index, cells] of rows.entries()) yield [{ row: index + 1, cells }];
  },
});
const header = ['工号', '姓名', '类型', '入职日期', '人数'];

async function read(table: Table, options = {}) {
  const all: Batch<typeof columns>[] = [];
  for await (const batch of readRecords(table, columns, options)) all.push(batch);
  return {
    records: all.flatMap(({ records }) => records),
    problems: all.flatMap(({ problems }) => problems),
    skipped: all.flatMap(({ skipped }) => skipped),
  };
}

describe('records', () => {
  it('hold the values of the fields, null where an optional one is blank, dashed or has no column', async () => {
    const { records } = await read(tableOf(['花名册'], header.slice(0, 4), [10001, ' 张　三', '营业厅', '2024/1/5'], ['２', '李四', '—', null]));
    expect(records).toEqual([
      { row: 3, values: { number: '10001', name: '张三', kind: 'hall', hired: '2024-01-05', count: null } },
      { row: 4, values: { number: '2', name: '李四', kind: null, hired: null, count: null } },
    ]);
    // The types follow the declaration.
    const first: string | undefined = records[0]?.values.number;
    const kind: 'hall' | 'county' | null | undefined = records[0]?.values.kind;
    expect([first, kind]).toEqual(['10001', 'hall']);
  });

  it('are not made of a row with bad cells; each of these is a problem', async () => {
    const error = { code: 'cell-error', text: '#REF!' } as const;
    const { records, problems } = await read(tableOf(header, ['', '张三', '班组', '2024-02-30', error], ['—', null, null, null, 5]));
    expect(records).toEqual([
    ]);
    expect(problems.map(({ row, field, code, values }) => ({ row, field, code, values }))).toEqual([
      { row: 2, field: 'number', code: 'missing-number', values: { text: '', title: '工号' } },
      { row: 2, field: 'kind', code: 'not-in-list', values: { text: '班组', title: '类型', allowed: '营业厅、县公司' } },
      { row: 2, field: 'hired', code: 'bad-date', values: { text: '2024-02-30', title: '入职日期' } },
      { row: 2, field: 'count', code: 'cell-error', values: { text: '#REF!', title: '人数' } },
      { row: 3, field: 'name', code: 'missing-value', values: { text: '', title: '姓名' } },
    ]);
    expect(problems[0]?.raw).toEqual(['', '张三', '班组', '2024-02-30', '#REF!']);
  });

  it('leave out blank rows, repeated headers and footers, and say so', async () => {
    const { records, skipped } = await read(
      tableOf(
        header,
        ['1', '张三'],
        [null, ' \u3000', ''],
        header,
        ['2', '合计', null, null, '3'],
        ['合  计', null, '县公司', '2024-1-1', '12'],
        ['填表人:', '', '', '审核人：李四'],
        ['制表人王五'],
        ['备注：以上数据截至月底'],
        ['说明'],
      ),
    );
    expect(records.map(({ row }) => row)).toEqual([2, 5]);
    expect(skipped).toEqual([
      { row: 3, reason: 'blank' },
      { row: 4, reason: 'repeated-header' },
      { row: 6, reason: 'footer' },
      { row: 7, reason: 'footer' },
      { row: 8, reason: 'footer' },
      { row: 9, reason: 'footer' },
      { row: 10, reason: 'footer' },
    ]);
  });

  it('are kept where a first cell only begins like a footer', async () => {
    const { records, problems } = await read(tableOf(header, ['注册001', '张三'], ['审核电费岗01', '李四'], ['总计量室', null]));
    expect(records.map(({ values }) => values.number)).toEqual(['注册001', '审核电费岗01']);
    expect(problems.map(({ row }) => row)).toEqual([4]);
  });

  it('follow a mapping and a header row that a person has given', async () => {
    const table = tableOf(['编号', '名字'], ['1', '张三']);
    expect((await read(table, { mapping: { number: 'A', name: '名字' } })).records).toMatchObject([{ row: 2, values: { number: '1', name: '张三' } }]);
    expect((await read(tableOf(header, header, ['1', '张三']), { headerRow: 2 })).records).toMatchObject([{ row: 3 }]);
  });

  it('are not guessed where the header is not recognised; the error carries what could be suggested', async () => {
    const error = await read(tableOf(['员工工号', '姓名'], ['1', '张三'])).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(HeaderNotRecognised);
    expect(error).toMatchObject({
      code: 'header-not-recognised',
      values: { missing: '工号' },
      recognition: { missing: ['number'], suggestions: { number: [{ column: 0, title: '员工工号' }] } },
    });
    await expect(read(tableOf())).rejects.toBeInstanceOf(HeaderNotRecognised);
  });
});

it('a preview shows the header and the first rows without judging them', async () => {
  const { recognition, sample } = await previewTable(tableOf(['花名册'], ['编号', '姓名'], [], [1, '张三'], ['2', '李四']), columns, { rows: 1 });
  expect(recognition).toMatchObject({ recognised: false, headerRow: 2, missing: ['number'] });
  expect(sample).toEqual([{ row: 4, raw: ['1', '张三'] }]);
});
