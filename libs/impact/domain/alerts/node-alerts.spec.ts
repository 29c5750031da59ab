import fc from 'fast-check';
import { alertWords } from './alert-sentence.js';
import { rateAlert, sumAlert, Thresholds } from './node-alerts.js';

const months = 30;
const steady = (level: number, last: number[]): number[] => [...Array.from({ length: months - last.length }, (_, at) => level + (at % 3) - 1), ...last];
const node = (complaints: readonly number[], transactions: readonly number[] = complaints.map(() => 1000)) => ({ firstMonth: 2024 * 12, complaints, transactions });
const common = new Float64Array(months).fill(0.004);
const thresholds = new Thresholds();

describe('alerts', () => {
  it('are raised where the latest month lies above normal variation, and say when and how much', () => {
    expect(rateAlert(node(steady(20, [60])))).toMatchObject({ kind: 'rate', month: '2026-06', since: '2026-06', complaints: 60, rate: 600 });
    expect(rateAlert(node(steady(20, [21])))).toBeNull();
    expect(rateAlert(node(steady(20, [60, 20])))).toBeNull();
  });

  it('are not raised where complaints fell', () => {
    expect(rateAlert(node(steady(20, [1])))).toBeNull();
    expect(sumAlert(node(steady(4, [0, 0, 0])), common, thresholds)).toBeNull();
  });

  it('come from months that add up at one hall, and name the first of them', () => {
    const alert = sumAlert(node(steady(4, [8, 9, 9])), common, thresholds)!;
    expect(alert).toMatchObject({ kind: 'sum', month: '2026-06', limit: null });
    expect(alert.since <= '2026-05').toBe(true);
    expect(alert.complaints).toBeGreaterThan(alert.expected);
  });

  it('are not raised by what all halls share', () => {
    const summer = [...steady(4, []).slice(0, months - 2), 12, 12];
    const shared = Float64Array.from({ length: months }, (_, at) => (at >= months - 2 ? 0.012 : 0.004));
    expect(sumAlert(node(summer), common, thresholds)).not.toBeNull();
    expect(sumAlert(node(summer), shared, thresholds)).toBeNull();
  });

  it('are never raised with fewer than twelve months before, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ complaints: fc.nat(500), transactions: fc.integer({ min: 1, max: 5000 }) }), { maxLength: 12 }), (cells) => {
        const short = node(cells.map(({ complaints }) => complaints), cells.map(({ transactions }) => transactions));
        expect([rateAlert(short), sumAlert(short, new Float64Array(cells.length).fill(0.01), thresholds)]).toEqual([null, null]);
      }),
    );
  });

  it('cry wolf at a steady hall about as rarely as they promise', () => {
    let [state, alarms, hallMonths] = [7, 0, 0];
    const draw = (mean: number): number => {
      // Poisson by products of uniform numbers (Knuth).
      let [product, count] = [1, -1];
      do {
        state = (state * 48_271) % 2_147_483_647;
        product *= state / 2_147_483_647;
        count++;
      } while (product > Math.exp(-mean));
      return count;
    };
    for (let hall = 0; hall < 3000; hall++) {
      hallMonths++;
      if (sumAlert(node(Array.from({ length: months }, () => draw(2))), common, thresholds)) alarms++;
    }
    expect(alarms / hallMonths).toBeLessThan(0.02);
  });

  it.each([['zh-CN', '决策期'], ['zh-TW', '決策期'], ['en', 'decision window']] as const)('say in %s that a signal used to choose halls is itself the decision window', (locale, words) => {
    const alert = sumAlert(node(steady(4, [8, 9, 9])), common, thresholds)!;
    const { text, advice } = alertWords('东街厅', alert, locale);
    expect(advice).toContain(words);
    expect(`${text}${advice}`).not.toMatch(/\{\{|NaN|undefined/);
    expect(text).toContain('东街厅');
  });
});
