import fc from 'fast-check';
import { date, dateTime, month } from './cells.js';
import { dateOfSerial } from './number-format.js';
import type { Cell } from './table.js';
import { readCell as read, wide } from './testing/read-cell.js';

const serialOf = (day: Date): number => day.getTime() / 86_400_000 + 25_569;

describe('a date', () => {
  it.each<Cell>([
    '2024-1-5', '2024-01-05', '2024/1/5', '2024.01.05', '20240105', 20240105, '2024年1月5日', '２０２４年１月５日', '2024年01月05号',
    '二〇二四年一月五日', '二零二四年一月五日', '二○二四年一月五日', ' 2024 - 1 - 5 ', '2024年 1月 5日', '2024-01-05 08:37', '2024/1/5 8:37:12',
    '2024-01-05T08:37:12', '2024-01-05 08:37:12.0', '2024年1月5日8时37分', '2024年1月5日 下午3点', '2024-01-05 星期五', '2024年1月5日（周五）',
    '20240105083712', 45296, 45296.36, '45296', new Date('2024-01-05T08:37:00Z'),
  ])('%j is 2024-01-05', (cell) => expect(read(date, cell)).toBe('2024-01-05'));

  it.each<[string, string]>([
    ['二〇二四年十二月三十一日', '2024-12-31'],
    ['二〇二四年十月廿五日', '2024-10-25'],
    ['二〇二四年十月二十日', '2024-10-20'],
    ['2024年十一月卅日', '2024-11-30'],
    ['2024年二月二十九日', '2024-02-29'],
  ])('%s is %s', (cell, day) => expect(read(date, cell)).toBe(day));

  it.each<Cell>([
    '2024-02-30', '2024年二月三十日', '2022-13-45', '2023-02-29', '1899-12-31', '2201-01-01', 2024, 5, '5/1/2024', '24-1-5', '1/5/24',
    '2024-01', '2024-1/5', '去年', '2024-01-05 25:00', '2024-01-05 8:60', '2024-01-05 x', '2024-1-58:37', '二四年一月五日', true, -1, 1e12, 20241301,
  ])('%j is refused', (cell) => expect(read(date, cell)).toBe('!bad-date'));

  const day = fc.date({ min: new Date('1928-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true }).map(
    (moment) => new Date(Math.floor(moment.getTime() / 86_400_000) * 86_400_000),
  );

  it('reads back in every form in which it may stand', () => {
    fc.assert(
      fc.property(day, (value) => {
        const [y, m, d] = [value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate()];
        const iso = value.toISOString().slice(0, 10);
        const year = [...String(y)].map((sign) => '〇一二三四五六七八九'[Number(sign)]).join('');
        const counted = (n: number) =>
          `${n >= 20 ? '一二三'[Math.floor(n / 10) - 1] : ''}${n >= 10 ? '十' : ''}${n % 10 ? '一二三四五六七八九'[(n % 10) - 1] : ''}`;
        const forms: Cell[] = [
          iso, `${y}-${m}-${d}`, `${y}/${m}/${d}`, `${y}.${m}.${d}`, iso.replaceAll('-', ''), `${y}年${m}月${d}日`,
          wide(`${y}/${m}/${d}`), `${year}年${counted(m)}月${counted(d)}日`, value, serialOf(value), `${iso} 23:59:59`,
        ];
        for (const form of forms) expect(read(date, form)).toBe(iso);
        expect(read(month, value)).toBe(iso.slice(0, 7));
        for (const form of [`${y}-${m}`, `${y}/${m}`, `${y}年${m}月`, iso.slice(0, 7).replace('-', ''), `${y}.${m}`, iso, serialOf(value)]) {
          expect(read(month, form)).toBe(iso.slice(0, 7));
        }
      }),
    );
  });
});

describe('a date with a time', () => {
  it.each<[Cell, string]>([
    ['2024/1/2 8:37', '2024-01-02T08:37:00'],
    ['2024-01-13 20:10:13', '2024-01-13T20:10:13'],
    ['2024-01-13T20:10:13.456', '2024-01-13T20:10:13'],
    ['２０２４／１／２　８：３７', '2024-01-02T08:37:00'],
    ['2024年1月2日 下午2:05', '2024-01-02T14:05:00'],
    ['2024年1月2日上午12时05分', '2024-01-02T00:05:00'],
    ['2024-1-2 2:05 PM', '2024-01-02T14:05:00'],
    ['2024-1-2 2:05:09 am', '2024-01-02T02:05:09'],
    ['2024年1月2日8时37分12秒', '2024-01-02T08:37:12'],
    ['2024-01-02', '2024-01-02T00:00:00'],
    [45_304.840428240744, '2024-01-13T20:10:13'],
    [new Date('2024-01-13T20:10:13Z'), '2024-01-13T20:10:13'],
  ])('%j is %s', (cell, value) => expect(read(dateTime, cell)).toBe(value));

  it('keeps every second through the day number of a spreadsheet', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000, max: 7_000_000_000 }), (seconds) => {
        const moment = new Date(seconds * 1_000);
        expect(dateOfSerial(serialOf(moment))).toEqual(moment);
      }),
    );
  });

  it.each(['2024年二月三十日', '2024-01-05 24:00', '8:37'])('%s is refused', (cell) => expect(read(dateTime, cell)).toBe('!bad-date'));
});

it('a very long cell is refused at once', () => {
  expect(read(date, `2024${' '.repeat(32_000)}x`)).toBe('!bad-date');
  expect(read(month, `2024${' '.repeat(32_000)}x`)).toBe('!bad-month');
});

describe('a month', () => {
  it.each<Cell>([
    '2024-01', '2024/1', '2024年1月', '2024年01月份', '202401', 202401, '2024.1', '2024.01', 2024.01, 'Jan-24', 'January 2024', '二〇二四年一月',
    '２０２４年１月', '2024-01-15', 45292, new Date('2024-01-01T00:00:00Z'),
  ])('%j is 2024-01', (cell) => expect(read(month, cell)).toBe('2024-01'));

  it('typed as a number is ambiguous only between January and October', () => {
    expect([2024.1, 2024.2, 2024.11, 2024.12].map((cell) => read(month, cell))).toEqual(['!ambiguous-month', '2024-02', '2024-11', '2024-12']);
  });

  it.each<Cell>(['2024-13', '2024-0', '13月', 202413, 2024, '24-Jan', 2024.13, 'Foo-24', true])('%j is refused', (cell) =>
    expect(read(month, cell)).toBe('!bad-month'),
  );
});

describe('the day number of a spreadsheet', () => {
  it('knows the 29 February that never was', () => {
    const day = (serial: number, from1904?: boolean) => dateOfSerial(serial, from1904)?.toISOString().slice(0, 10);
    expect([1, 59, 60, 61, 45292, 109_939, 109_940, -1, 0].map((serial) => day(serial))).toEqual([
      '1900-01-01', '1900-02-28', undefined, '1900-03-01', '2024-01-01', '2200-12-31', undefined, undefined, undefined,
    ]);
    expect(day(0, true)).toBe('1904-01-01');
  });
});
