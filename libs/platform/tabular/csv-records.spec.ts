import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvRecords } from './csv-records.js';
import { defaultLimits, TableError, type Cell } from './table.js';

const split = (text: string, separator = ',', cuts: readonly number[] = []): Cell[][] => {
  const records = new CsvRecords(separator, defaultLimits);
  const ends = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  const found: Cell[][] = [];
  let from = 0;
  for (const end of [...ends, text.length]) {
    found.push(...records.push(text.slice(from, end)));
    from = end;
  }
  return [...found, ...records.push('', true)];
};

const lineOfError = (text: string): unknown => {
  try {
    return split(text);
  } catch (error) {
    return error instanceof TableError ? [error.code, error.values] : error;
  }
};

describe('the records of a CSV text', () => {
  it('keep quoted separators, line breaks and doubled quotes', () => {
    expect(split('a,"b,\r\nc ""d""",\r\n"",x\n')).toEqual([
      ['a', 'b,\r\nc "d"', null],
      [null, 'x'],
    ]);
  });

  it('may end in any way, and blank lines count as records', () => {
    expect(split('a\rb\r\nc\n\nd')).toEqual([['a'], ['b'], ['c'], [null], ['d']]);
    expect(split('a,')).toEqual([['a', null]]);
    expect(split('')).toEqual([]);
  });

  it('unwrap ="00123" and the apostrophe before a sign, and take quotes inside a cell as they are', () => {
    expect(split(`="00123",'=1+1,'-5,5"屏,"东湖"厅,'甲`)).toEqual([['00123', '=1+1', '-5', '5"屏', '"东湖"厅', "'甲"]]);
    expect(split('"=""00123""",x')).toEqual([['00123', 'x']]);
  });

  it('name the line of a quote that is not closed, also where a later quote seems to close it', () => {
    expect(lineOfError('a,b\n"c\nd",e\nf,"g,h\ni,j\n')).toEqual(['unclosed-quote', { line: 4 }]);
    expect(lineOfError('a,b\n1,"x\n2,"y"\n3,z')).toEqual(['unclosed-quote', { line: 2 }]);
    expect(lineOfError(`a\n"${'b\n'.repeat(600_000)}`)).toEqual(['unclosed-quote', { line: 2 }]);
  });

  it('refuse endless cells and too many columns', () => {
    expect(lineOfError(`a\n${'b'.repeat(40_000)}`)).toMatchObject(['cell-too-long', { row: 2 }]);
    expect(lineOfError('b'.repeat(2_000_000))).toMatchObject(['cell-too-long', { row: 1 }]);
    expect(lineOfError(`a\n${',x'.repeat(600)}`)).toMatchObject(['too-many-columns', { row: 2 }]);
    expect(split(`a\n${','.repeat(600)}`)[1]?.length).toBe(512);
  });

  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', '，', '张'), maxLength: 8 });
  const quoted = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

  it('read back whatever was written, wherever the text is cut', () => {
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.array(fc.nat(), { maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\r'), (rows, cuts, end) => {
        const text = rows.map((row) => row.map(quoted).join(',') + end).join('');
        expect(split(text, ',', cuts)).toEqual(rows.map((row) => row.map((value) => (value === '' ? null : value))));
      }),
    );
  });

  it('agree with an independent parser where that one finds no fault', () => {
    const loose = fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '\n'), maxLength: 20 });
    fc.assert(
      fc.property(loose, (text) => {
        let theirs: string[][];
        try {
          theirs = parse(text, { relax_column_count: true, record_delimiter: '\n' }) as unknown as string[][];
        } catch {
          return;
        }
        expect(split(text)).toEqual(theirs.map((row) => row.map((value) => (value === '' ? null : value))));
      }),
      { numRuns: 1000 },
    );
  });
});
