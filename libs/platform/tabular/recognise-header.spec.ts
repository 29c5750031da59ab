import { date, identifier, integer, name, text } from './cells.js';
import { columnIndex, columnLetters, defineColumns, type Mapping } from './columns.js';
import { recogniseHeader } from './recognise-header.js';
import type { Cell, RawRow } from './table.js';

const columns = defineColumns({
  number: { titles: ['工号', '员工编号', '人员编码', 'staff number'], required: true, parse: identifier },
  name: { titles: ['姓名', '员工姓名', 'name'], required: true, parse: name },
  unit: { titles: ['单位编码', '单位'], required: true, parse: identifier },
  post: { titles: ['岗位', '岗位名称'], parse: text },
  hired: { titles: ['入职日期'], parse: date },
});
const rowsOf = (...rows: Cell[][]): RawRow[] => rows.map((cells, index) => ({ row: index + 1, cells }));
const recognise = (rows: RawRow[], mapping?: Mapping<typeof columns>, headerRow?: number) =>
  recogniseHeader(rows, columns, mapping, headerRow);

describe('the header', () => {
  it('is found below title rows, wherever its columns stand', () => {
    const found = recognise(rowsOf(['临江市供电公司人员花名册', null, null], [null], ['2024年1月'], ['姓名', '性别', '工号', '单位'], ['张三', '男', '10001', 'C01']));
    expect(found).toMatchObject({ recognised: true, headerRow: 4, mapping: { name: 0, number: 2, unit: 3 }, missing: [] });
    expect(found.titles).toEqual(['姓名', '性别', '工号', '单位']);
    expect(found.unrecognised).toEqual([{ column: 1, title: '性别' }]);
  });

  it.each([
    ['工号(必填)', ' 姓  名 ', '单位编码：'],
    ['＊工号', '【姓名】姓名', '单位-编码'],
    ['Staff\nNumber', 'NAME', '单位（编码）'],
    ['ＳＴＡＦＦ　ＮＵＭＢＥＲ', '员工姓名*', '单位（按编码表）'],
  ])('is known whatever blanks, brackets, case and width: %s | %s | %s', (...titles) => {
    expect(recognise(rowsOf(titles)).mapping).toEqual({ number: 0, name: 1, unit: 2 });
  });

  it('takes the better title where two columns would do, and lists the other', () => {
    const found = recognise(rowsOf(['工号', '姓名', '单位', '单位编码']));
    expect(found.mapping).toEqual({ number: 0, name: 1, unit: 3 });
    expect(found.unrecognised).toEqual([{ column: 2, title: '单位' }]);
  });

  it('may stand in two rows under merged headings', () => {
    const found = recognise(rowsOf(['花名册'], ['工号', '姓名', '任职情况', null], [null, null, '单位', '岗位'], ['1', '张三', 'C01', '营业员']));
    expect(found).toMatchObject({ recognised: true, headerRow: 3, mapping: { number: 0, name: 1, unit: 2, post: 3 } });
    expect(found.titles).toEqual(['工号', '姓名', '单位', '岗位']);
  });

  it('that lacks a needed column is not recognised, and what is alike is only suggested', () => {
    const found = recognise(rowsOf(['工号', '姓名', '所属单位编码', '入职时间', '备注']));
    expect(found).toMatchObject({ recognised: false, headerRow: 1, missing: ['unit'] });
    expect(found.mapping).not.toHaveProperty('unit');
    expect(found.mapping).not.toHaveProperty('hired');
    expect(found.suggestions.unit?.[0]).toMatchObject({ column: 2, title: '所属单位编码' });
    expect(found.suggestions.hired?.[0]).toMatchObject({ column: 3, title: '入职时间' });
    expect(found.suggestions.post).toBeUndefined();
  });

  it('of another table is not recognised, but shows its titles for a choice', () => {
    const found = recognise(rowsOf(['设备台账'], ['设备', '型号', '厂家'], ['变压器', 'S11', '甲厂']));
    expect(found).toMatchObject({ recognised: false, headerRow: 2, mapping: {}, titles: ['设备', '型号', '厂家'] });
    expect(recognise([])).toMatchObject({ recognised: false, headerRow: null, missing: ['number', 'name', 'unit'] });
  });

  it('follows a given mapping by title or by letter before anything else', () => {
    const rows = rowsOf(['工号', '姓名', '旧编号', '部门'], ['1', '张三', '2', 'C01']);
    const found = recognise(rows, { number: '旧编号', unit: 'D', post: null });
    expect(found).toMatchObject({ recognised: true, mapping: { number: 2, unit: 3, name: 1 } });
    expect(recognise(rows, { number: '没有这列', unit: 'D' }).missing).toEqual(['number']);
  });

  it('is found where columns are pointed at by letters and a title row above is shorter than the header', () => {
    const rows = rowsOf(['人员花名册'], ['姓名', '性别', '工号', '单位'], ['张三', '男', '10001', 'C01']);
    const found = recognise(rows, { name: 'A', number: 'C', unit: 'D', post: null, hired: null });
    expect(found).toMatchObject({ recognised: true, headerRow: 2, mapping: { name: 0, number: 2, unit: 3 } });
  });

  it('may be pointed at by its row', () => {
    const rows = rowsOf(['工号', '姓名', '单位'], ['1', '甲', 'C01'], ['编号', '名字', '部门']);
    const found = recognise(rows, { number: '编号', name: 'B', unit: '部门' }, 3);
    expect(found).toMatchObject({ recognised: true, headerRow: 3, mapping: { number: 0, name: 1, unit: 2 } });
  });
});

describe('columns', () => {
  it('may not answer to the same title', () => {
    expect(() => defineColumns({ a: { titles: ['数量'], parse: integer }, b: { titles: ['数 量'], parse: integer } })).toThrow('数 量');
  });

  it('have letters', () => {
    for (const index of [0, 25, 26, 27, 701, 702, 16_383]) expect(columnIndex(columnLetters(index))).toBe(index);
    expect([columnLetters(27), columnIndex('ab'), columnIndex('A1')]).toEqual(['AB', 27, undefined]);
  });
});
