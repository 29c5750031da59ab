import fc from 'fast-check';
import {
  addMonths,
  civilDate,
  civilDateIn,
  isId,
  matchLocale,
  monthFromIndex,
  monthIndex,
  newId,
  pageOf,
  pageRequest,
  parseCivilDate,
  parseCivilMonth,
  say,
  transition,
  unreachable,
} from './index.js';

describe('ids', () => {
  it('sort by the time they were made', () => {
    expect([newId(2_000), newId(1_000)].sort()[0]!.slice(0, 13)).toBe('00000000-03e8');
    expect(isId(newId())).toBe(true);
    expect(isId("1' or 1=1")).toBe(false);
  });
});

describe('civil dates', () => {
  it('know the calendar', () => {
    expect(civilDate(2024, 2, 29)).toBe('2024-02-29');
    expect(civilDate(2023, 2, 29)).toBeUndefined();
    expect(civilDate(2024, 13, 1)).toBeUndefined();
    expect(parseCivilDate('2024-2-1')).toBeUndefined();
    expect(parseCivilMonth('2024-00')).toBeUndefined();
  });

  it('are the day of the place, not of Greenwich', () => {
    expect(civilDateIn(new Date('2026-11-22T17:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-23');
  });

  it('count months without a gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900 * 12, max: 2200 * 12 }), fc.integer({ min: -24, max: 24 }), (index, step) => {
        const month = monthFromIndex(index);
        expect(monthIndex(month)).toBe(index);
        expect(monthIndex(addMonths(month, step))).toBe(index + step);
      }),
    );
  });
});

describe('pages', () => {
  it('never hold more than a page may', () => {
    expect(pageRequest(-5, 100_000)).toEqual({ offset: 0, limit: 200 });
    expect(pageOf([1, 2], 3, { offset: 0, limit: 2 }).pageInfo.hasNextPage).toBe(true);
    expect(pageOf([3], 3, { offset: 2, limit: 2 }).pageInfo.hasNextPage).toBe(false);
  });
});

describe('languages', () => {
  it('are matched from what a browser sends', () => {
    expect(matchLocale('zh-Hant-TW,zh;q=0.9')).toBe('zh-TW');
    expect(matchLocale('fr-FR,en;q=0.5')).toBe('en');
    expect(matchLocale(undefined)).toBe('zh-CN');
  });

  it('fill in the values of a phrase', () => {
    const phrase = { 'zh-CN': '第 {{row}} 行', 'zh-TW': '第 {{row}} 列', en: 'row {{row}}' };
    expect(say(phrase, 'zh-TW', { row: 3 })).toBe('第 3 列');
  });
});

describe('transition tables', () => {
  const table = { open: { close: 'closed' }, closed: {}, lost: { close: 'closed' } } as const;
  it('allow what they declare and name what cannot be reached', () => {
    expect(transition<'open' | 'closed' | 'lost', 'close'>(table, 'open', 'close')).toBe('closed');
    expect(transition<'open' | 'closed' | 'lost', 'close'>(table, 'closed', 'close')).toBeUndefined();
    expect(unreachable<'open' | 'closed' | 'lost', 'close'>(table, 'open')).toEqual(['lost']);
  });
});
