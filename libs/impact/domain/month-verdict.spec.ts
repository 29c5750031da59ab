import { addMonths, type CivilMonth } from '@skillhall/kernel';
import fc from 'fast-check';
import { judgeLatestMonth, type MonthCount, type MonthVerdict } from './month-verdict.js';
import { overviewSentence } from './overview-sentence.js';

const start = '2024-01' as CivilMonth;
const series = (complaints: readonly number[], transactions = 20_000): MonthCount[] =>
  complaints.map((count, at) => ({ month: addMonths(start, at), complaints: count, transactions }));
const calm = [5, 4, 6, 5, 4, 5, 6, 5, 4, 6, 5, 5, 5];

describe('the latest month', () => {
  it('is compared with the year before and with what is normal', () => {
    const verdict = judgeLatestMonth(series([...calm.slice(0, 12), 4]))!;
    expect(verdict).toMatchObject({ month: '2025-01', rate: 2, yearBefore: 2.5, variation: { kind: 'within' } });
    expect(overviewSentence('江北县', verdict, 'zh-CN')).toBe('江北县 2025年1月每万笔投诉 2.0，比去年同期（2.5）低，仍在正常波动内。');
    expect(overviewSentence('江北縣', verdict, 'zh-TW')).toBe('江北縣 2025年1月每萬筆投訴 2.0，比去年同期（2.5）低，仍在正常波動內。');
    expect(overviewSentence('Jiangbei', verdict, 'en')).toBe('Jiangbei: 2.0 complaints per 10,000 transactions in January 2025, lower than a year before (2.5), still within normal variation.');
  });

  it('is said as exactly as the year before, not with more decimals for the smaller of the two', () => {
    const verdict: MonthVerdict = { ...judgeLatestMonth(series(calm))!, rate: 1.43, yearBefore: 0.97, variation: { kind: 'within', lower: 0, upper: 4 } };
    expect(overviewSentence('江北县', verdict, 'zh-CN')).toContain('每万笔投诉 1.4，比去年同期（1.0）高');
    expect(overviewSentence('江北县', { ...verdict, rate: 0.45, yearBefore: 0.52 }, 'zh-CN')).toContain('每万笔投诉 0.45，比去年同期（0.52）低');
  });

  it('stands out only beyond the limits', () => {
    const high = judgeLatestMonth(series([...calm, 20]))!;
    expect(high.variation.kind).toBe('above');
    expect(overviewSentence('江北县', high, 'zh-CN')).toContain('高出正常波动的上限');
    const low = judgeLatestMonth(series([...calm.map((count) => count * 20), 20]))!;
    expect(low.variation.kind).toBe('below');
    expect(overviewSentence('江北县', low, 'zh-CN')).toContain('低于正常波动的下限');
  });

  it('is not judged by few months or few complaints', () => {
    const short = judgeLatestMonth(series([5, 4, 9]))!;
    expect(short.variation).toEqual({ kind: 'too-few-months', months: 3 });
    expect(overviewSentence('江北县', short, 'zh-CN')).toBe('江北县 2024年3月每万笔投诉 4.5。只有 3 个月的数据，还不能判断是否属于正常波动。');
    const rare = judgeLatestMonth(series([...Array<number>(12).fill(0), 3]))!;
    expect(rare.variation.kind).toBe('too-few-complaints');
    expect(overviewSentence('江北县', rare, 'zh-CN')).toContain('单月高低说明不了问题');
  });

  it('is the last one with transactions; months without are never divided by', () => {
    const gaps: MonthCount[] = [...series(calm), { month: addMonths(start, 13), complaints: 9, transactions: null }, { month: addMonths(start, 14), complaints: 9, transactions: 0 }];
    expect(judgeLatestMonth(gaps)!.month).toBe('2025-01');
    expect(judgeLatestMonth([])).toBeNull();
    expect(judgeLatestMonth([{ month: start, complaints: 3, transactions: null }])).toBeNull();
    expect(overviewSentence('江北县', null, 'zh-CN')).toContain('还没有业务量数据');
  });

  it('always has finite limits around the centre and never speaks of NaN', () => {
    const month = fc.record({ complaints: fc.nat(60), transactions: fc.oneof(fc.constant(null), fc.nat(50_000)) });
    fc.assert(
      fc.property(fc.array(month, { maxLength: 40 }), (counts) => {
        const verdict = judgeLatestMonth(counts.map((count, at) => ({ ...count, month: addMonths(start, at) })));
        expect(overviewSentence('x', verdict, 'zh-CN')).not.toMatch(/NaN|Infinity|undefined/);
        if (verdict && 'upper' in verdict.variation) {
          const { kind, lower, upper } = verdict.variation;
          expect(0 <= lower && lower <= upper && Number.isFinite(upper)).toBe(true);
          expect(kind === 'within').toBe(verdict.rate >= lower && verdict.rate <= upper);
        }
      }),
    );
  });
});
