import fc from 'fast-check';
import { identifier, integer, name, number, oneOf, share, shown, text, within, yesNo } from './cells.js';
import type { Cell } from './table.js';
import { readCell as read, wide } from './testing/read-cell.js';

describe('every parser', () => {
  it('refuses blank cells and error cells alike', () => {
    for (const parse of [text, name, identifier, integer, number, share, yesNo, oneOf({ a: ['甲'] })]) {
      expect(read<unknown>(parse, null)).toBe('!missing-value');
      expect(read<unknown>(parse, ' \u3000\u200b')).toBe('!missing-value');
      expect(read<unknown>(parse, { code: 'cell-error', text: '#N/A' })).toBe('!cell-error');
      expect(read<unknown>(parse, { code: 'formula-without-value', text: '=' })).toBe('!formula-without-value');
    }
  });
});

describe('text', () => {
  it.each<[Cell, string]>([
    ['\u3000东湖营业厅\u00a0 ', '东湖营业厅'],
    ['\ufeff客户反映，（要求）答复。\r\n电话１２３', '客户反映，（要求）答复。\n电话１２３'],
    ['a\u200bb\u0000', 'ab'],
    [10001, '10001'],
    [new Date('2024-01-05T00:00:00Z'), '2024-01-05'],
    [new Date('2024-01-05T08:37:00Z'), '2024-01-05 08:37:00'],
    [true, 'TRUE'],
  ])('reads %j as %j', (cell, value) => expect(read(text, cell)).toBe(value));
});

describe('a name', () => {
  it.each([
    ['王　伟', '王伟'],
    [' 郑明燕　', '郑明燕'],
    ['欧阳 娜 娜', '欧阳娜娜'],
    ['Li  Ming', 'Li Ming'],
    ['艾力·买买提', '艾力·买买提'],
  ])('%j is %j', (cell, value) => expect(read(name, cell)).toBe(value));
  it('is no number', () => expect(read(name, 5)).toBe('!bad-text'));
});

describe('an identifier', () => {
  it.each<[Cell, string]>([
    [10001, '10001'],
    ['１０００１', '10001'],
    [' 10001.0 ', '10001'],
    ['1.5E+10', '15000000000'],
    [1.5e10, '15000000000'],
    ['00123', '00123'],
    ["'00123", '00123'],
    ['Ｃ０１－Ｘ１', 'C01-X1'],
    ['C01—Y02', 'C01-Y02'],
    ['1E5', '1E5'],
    ['1.2.3', '1.2.3'],
  ])('%j is %j', (cell, value) => expect(read(identifier, cell)).toBe(value));

  it.each<[Cell, string]>([
    [410102199001011234, '!digits-lost'],
    ['4.10102E+17', '!digits-lost'],
    ['1.23457E+11', '!digits-lost'],
    [1.5, '!bad-identifier'],
    [-3, '!bad-identifier'],
    [true, '!bad-identifier'],
    [new Date(0), '!bad-identifier'],
  ])('%j is refused: %s', (cell, error) => expect(read(identifier, cell)).toBe(error));

  it('reads back in every form in which a number may stand', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), (value) => {
        const plain = String(value);
        for (const cell of [value, plain, wide(plain), ` ${plain}\u3000`, `${plain}.0`, `'${plain}`]) {
          expect(read(identifier, cell)).toBe(plain);
        }
      }),
    );
  });
});

describe('a number', () => {
  it.each<[Cell, number]>([
    ['3,914', 3914],
    ['３９１４', 3914],
    ['３，９１４', 3914],
    ['3914笔', 3914],
    ['12 人次', 12],
    ['1.2万', 12_000],
    ['1.2 万笔', 12_000],
    ['1,2345', 12_345],
    ['1,234,567', 1_234_567],
    ['3914.0', 3914],
    ['-5', -5],
    ['－５', -5],
    [12_000.000000000002, 12_000],
    [0, 0],
  ])('whole: %j is %d', (cell, value) => expect(read(integer, cell)).toBe(value));

  it.each<Cell>(['3,91', '3914.5', 3914.5, '约3914', '1.23456万', '三千', '１２－３', '1e3', true, 1e300, 'NaN', '--5'])(
    'whole: %j is refused',
    (cell) => expect(read(integer, cell)).toBe('!bad-integer'),
  );

  it('may have a fraction, and bounds', () => {
    expect(read(number, '３．５元')).toBe(3.5);
    expect(read(number, 'x')).toBe('!bad-number');
    const few = within(integer, { min: 1, max: 3 });
    expect([0, 1, 3, 4, 'x'].map((cell) => read(few, cell))).toEqual(['!out-of-range', 1, 3, '!out-of-range', '!bad-integer']);
  });

  it('reads back in every form in which it may stand', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2_000_000_000 }), (value) => {
        const grouped = value.toLocaleString('en-US');
        for (const cell of [value, String(value), grouped, wide(grouped), `${grouped}笔`, `${value}.00`, `${value / 10_000}万`]) {
          if (typeof cell === 'string' && cell.includes('e')) continue;
          expect(read(integer, cell)).toBe(value);
        }
      }),
    );
  });
});

describe('a share', () => {
  it.each<[Cell, number]>([
    ['55.8%', 0.558],
    ['55.8％', 0.558],
    ['５５．８ %', 0.558],
    ['0.541', 0.541],
    [0.541, 0.541],
    [54.1, 0.541],
    ['54.1', 0.541],
    [1, 1],
    ['100%', 1],
    [100, 1],
    ['0.5%', 0.005],
    [0, 0],
    [1e-9, 1e-9],
  ])('%j is %d', (cell, value) => expect(read(share, cell)).toBe(value));
  it.each<Cell>(['101%', 100.5, '-5%', -0.1, '一半', true])('%j is refused', (cell) => expect(read(share, cell)).toBe('!bad-share'));
});

describe('words', () => {
  it('say yes or no in many ways', () => {
    expect(['是', ' Y ', 'Ｙ', 'true', true, 1, '1', '√'].map((cell) => read(yesNo, cell))).toEqual(Array(8).fill(true));
    expect(['否', 'n', 'FALSE', false, 0, '×'].map((cell) => read(yesNo, cell))).toEqual(Array(6).fill(false));
    expect(read(yesNo, '也许')).toBe('!bad-yes-no');
  });

  it('are found in a list by any of their synonyms', () => {
    const kind = oneOf({ hall: ['营业厅', '供电营业厅'], county: ['县公司', 'County company'] });
    expect(['供电 营业厅', 'COUNTY　COMPANY', 'hall'].map((cell) => read(kind, cell))).toEqual(['hall', 'county', 'hall']);
    expect(read(kind, '班组')).toBe('!not-in-list');
    expect(kind.allowed).toEqual(['营业厅', '县公司']);
    expect(read(oneOf({ one: ['1', '一级'] }), 1)).toBe('one');
  });
});

it('an error cell is shown by its sign', () => expect(shown({ code: 'cell-error', text: '#REF!' })).toBe('#REF!'));
