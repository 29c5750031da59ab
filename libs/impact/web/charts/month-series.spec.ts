import fc from 'fast-check';
import { limitsOf } from './limits.js';
import { finding, monthsToShow, pooled, rateDigits, type MonthPoint } from './month-series.js';

const month = (index: number, transactions: number | null, complaints: number): MonthPoint => ({
  month: `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
  transactions,
  complaints,
  counterComplaints: complaints,
  ratePer10k: transactions ? (complaints / transactions) * 10_000 : null,
  coverage: null,
});

describe('the months of a unit', () => {
  it('begin with the first that tells anything', () => {
    const months = [month(0, null, 0), month(1, null, 0), month(2, 5000, 0), month(3, null, 0)];
    expect(monthsToShow(months, 36).map((one) => one.month)).toEqual(['2024-03', '2024-04']);
    expect(monthsToShow([month(0, null, 0)], 36)).toEqual([]);
  });

  it('give a rate of several months that weighs each by its transactions', () => {
    expect(pooled([month(0, 10_000, 4), month(1, 30_000, 4)])).toEqual({ complaints: 8, ratePer10k: expect.closeTo(2, 9) });
  });

  it('count complaints of months without transactions but let them make no rate', () => {
    expect(pooled([month(0, null, 7), month(1, 10_000, 3)])).toEqual({ complaints: 10, ratePer10k: expect.closeTo(3, 9) });
    expect(pooled([month(0, null, 7)]).ratePer10k).toBeNull();
  });

  it('give a pooled rate between the lowest and the highest month', () => {
    const any = fc.array(fc.tuple(fc.integer({ min: 1, max: 1e6 }), fc.nat(500)), { minLength: 1 });
    fc.assert(
      fc.property(any, (list) => {
        const months = list.map(([transactions, complaints], index) => month(index % 24, transactions, complaints));
        const rates = months.map(({ ratePer10k }) => ratePer10k ?? 0);
        const rate = pooled(months).ratePer10k ?? -1;
        expect(rate).toBeGreaterThanOrEqual(Math.min(...rates) * (1 - 1e-9));
        expect(rate).toBeLessThanOrEqual(Math.max(...rates) * (1 + 1e-9));
      }),
    );
  });

  it('compare the last year with the one before only when there are two', () => {
    const year = (from: number, complaints: number) => Array.from({ length: 12 }, (_, index) => month(from + index, 10_000, complaints));
    expect(finding([...year(0, 4), ...year(12, 2)])).toMatchObject({ n: 12, now: { complaints: 24, ratePer10k: expect.closeTo(2, 9) }, before: { complaints: 48, ratePer10k: expect.closeTo(4, 9) } });
    expect(finding(year(0, 4)).before).toBeUndefined();
  });

  it('write rates with the decimals that they carry', () => {
    expect([rateDigits(12.3), rateDigits(0.43), rateDigits(0), rateDigits(null)]).toEqual([1, 2, 1, 1]);
  });
});

describe('the limits of normal variation', () => {
  const calm = Array.from({ length: 30 }, (_, index) => month(index, 40_000, 10 + (index % 3)));

  it('are said only after enough months', () => {
    const limits = limitsOf(calm);
    expect(limits.slice(0, 12).every((limit) => limit === null)).toBe(true);
    expect(limits.at(-1)).not.toBeNull();
  });

  it('hold an ordinary month and not a month of five times the complaints', () => {
    const limit = limitsOf([...calm, month(30, 40_000, 55)]).at(-1);
    expect(limit?.upper).toBeLessThan((55 / 40_000) * 10_000);
    expect(limit?.upper).toBeGreaterThan((11 / 40_000) * 10_000);
  });

  it('are missing for a month without transactions', () => {
    expect(limitsOf([...calm, month(30, null, 9)]).at(-1)).toBeNull();
  });
});
