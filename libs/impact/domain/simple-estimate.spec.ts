import { addMonths, type CivilMonth, monthIndex } from '@skillhall/kernel';
import fc from 'fast-check';
import { doubts, estimateSentence, reasonSentence } from './estimate-wording.js';
import { buildPanel, type PanelCell } from './hall-panel.js';
import { estimateSimple, reach } from './simple-estimate.js';

const start = '2024-01' as CivilMonth;
const month = (at: number): CivilMonth => addMonths(start, at);

/** Halls h0…, months 0…; complaints by a rule. */
const world = (halls: number, months: number, complaints: (hall: number, at: number) => number, transactions: (hall: number, at: number) => number = () => 1000): PanelCell[] =>
  Array.from({ length: halls * months }, (_, row) => {
    const [hall, at] = [Math.floor(row / months), row % months];
    return { unitId: `h${hall}`, month: month(at), transactions: transactions(hall, at), complaints: complaints(hall, at) };
  });
const training = (...halls: [number, number][]): Map<string, CivilMonth> => new Map(halls.map(([hall, at]) => [`h${hall}`, month(at)]));
const estimate = (cells: PanelCell[], trained: Map<string, CivilMonth>) => estimateSimple(buildPanel(cells, trained));

describe('the simple estimate', () => {
  // Two halls of each kind, two periods: the ratio is that of the cross product of the pooled counts.
  const counts = [[20, 10], [40, 20], [30, 30], [10, 10]];
  const cross = world(4, 2, (hall, at) => counts[hall]![at]!);

  it('is the double ratio where one month lies before and one after', () => {
    const result = estimate(cross, training([0, 1], [1, 1]));
    expect(result.effect!.ratio).toBeCloseTo(0.5, 8);
    expect(result).toMatchObject({ halls: 4, trainedHalls: 2, untrainedHalls: 2, months: 2, complaints: 170, beforeRate: 300, afterRate: 150 });
  });

  it('finds a planted ratio through unequal halls, seasons and volumes, and its interval holds it', () => {
    const season = (at: number): number => 1 + 0.3 * Math.sin(at / 2);
    const volume = (hall: number, at: number): number => 800 + 150 * hall + 10 * at;
    const trained = training([0, 8], [1, 8], [2, 14], [3, 14], [4, 10]);
    const rate = (hall: number, at: number): number => volume(hall, at) * 0.02 * (1 + hall / 10) * season(at) * (hall < 5 && at >= monthIndex(trained.get(`h${hall}`)!) - monthIndex(start) ? 0.8 : 1);
    const result = estimate(world(12, 24, (hall, at) => Math.round(rate(hall, at)), volume), trained);
    expect(result.effect!.ratio).toBeCloseTo(0.8, 1);
    expect(result.effect!.low).toBeLessThan(0.8);
    expect(result.effect!.high).toBeGreaterThan(0.8);
  });

  it('gives no number, but a reason, where there is nothing to compare', () => {
    const cells = world(4, 6, () => 3);
    const reasons: [PanelCell[], Map<string, CivilMonth>, string][] = [
      [[], training(), 'no-data'],
      [cells, training(), 'no-training'],
      [cells, training([0, 9], [1, 9]), 'trained-later'],
      [cells, training([0, 0], [1, 0]), 'nothing-before'],
      [cells, training([0, 3], [1, 3], [2, 3], [3, 4]), 'no-untrained'],
      [cells, training([0, 3]), 'few-trained'],
      [cells, training([0, 3], [1, 3], [2, 3]), 'few-untrained'],
      [world(4, 6, (hall) => (hall < 2 ? 0 : 3)), training([0, 3], [1, 3]), 'no-complaints'],
      [world(4, 6, (hall, at) => (hall < 2 && at >= 3 ? 0 : 3)), training([0, 3], [1, 3]), 'one-sided'],
    ];
    for (const [panel, trained, reason] of reasons) {
      const result = estimate(panel, trained);
      expect(result).toMatchObject({ effect: null, reason });
      expect(reasonSentence(result, 'zh-CN')).toBeTruthy();
      expect(estimateSentence(result, 'zh-CN')).toContain('还给不出估计');
      expect(doubts(result, [], 'zh-CN')).toEqual([]);
    }
  });

  it('leaves out halls trained before the data begin, and says so', () => {
    const result = estimate([...cross, ...world(5, 2, () => 9).slice(8)], new Map([...training([0, 1], [1, 1]), ['h4', month(-3)]]));
    expect(result).toMatchObject({ halls: 4, earlyHalls: 1 });
    expect(result.effect!.ratio).toBeCloseTo(0.5, 8);
    expect(doubts(result, [], 'en').join(' ')).toContain('1 halls were trained before the data begin');
  });

  it('widens the interval where a side has few halls', () => {
    expect(reach(2, 400)).toBeCloseTo(12.706);
    expect(reach(6, 9)).toBeCloseTo(2.571);
    expect(reach(20, 20)).toBeCloseTo(1.96, 3);
    for (let halls = 2; halls < 25; halls++) expect(reach(halls + 1, 30)).toBeLessThanOrEqual(reach(halls, 30));
  });

  it('is never a number that is none, whatever the panel', () => {
    const cell = fc.record({ hall: fc.nat(5), at: fc.nat(8), transactions: fc.integer({ min: 1, max: 9000 }), complaints: fc.nat(6) });
    const trained = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: -2, max: 11 })), { maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(cell, { selector: ({ hall, at }) => `${hall} ${at}`, maxLength: 50 }), trained, (cells, halls) => {
        const result = estimate(cells.map(({ hall, at, ...rest }) => ({ ...rest, unitId: `h${hall}`, month: month(at) })), training(...halls));
        expect(result.effect === null).toBe(result.reason !== null);
        if (result.effect) expect(result.effect.low <= result.effect.ratio && result.effect.ratio <= result.effect.high).toBe(true);
        expect(estimateSentence(result, 'zh-CN')).not.toMatch(/NaN|undefined|null/);
      }),
    );
  });
});

describe('the wording', () => {
  const base = { reason: null, halls: 50, trainedHalls: 25, untrainedHalls: 25, earlyHalls: 0, months: 24, complaints: 900, beforeRate: 4.3, afterRate: 3.2, lastMonthsBefore: null };

  it('names the interval and claims nothing where it holds 1', () => {
    const open = { ...base, effect: { ratio: 0.93, low: 0.75, high: 1.15 } };
    expect(estimateSentence(open, 'zh-CN')).toBe('受训营业厅每万笔投诉由培训前的 4.3 变为培训后的 3.2。与同期未受训的营业厅相比，率比 0.93（95% 区间 0.75–1.15）。区间包含 1，这批数据还看不出投诉是降了还是升了。');
    const fell = { ...base, effect: { ratio: 0.83, low: 0.7, high: 0.98 } };
    expect(estimateSentence(fell, 'zh-CN')).toContain('率比 0.83（95% 区间 0.70–0.98），即低约 17%。这只是初步估计');
    expect(estimateSentence({ ...base, effect: { ratio: 1.2, low: 1.1, high: 1.4 } }, 'en')).toContain('about 20% higher');
    expect(estimateSentence({ ...base, effect: { ratio: 0.9, low: 0.8, high: 0.998 } }, 'zh-TW')).toContain('0.998');
  });

  it('always doubts, and names the spike, the changed rule and the few halls where they are seen', () => {
    const effect = { ratio: 0.83, low: 0.7, high: 0.98 };
    expect(doubts({ ...base, effect }, [], 'zh-CN')).toHaveLength(4);
    const worse = doubts({ ...base, effect, trainedHalls: 6, lastMonthsBefore: { recent: 4.3, earlier: 3.1 } }, [{ date: '2025-03-01' as never, note: '投诉分类调整' }], 'zh-CN');
    expect(worse[0]).toContain('培训前 3 个月每万笔投诉 4.3，高于更早的 3.1');
    expect(worse.join('')).toContain('2025-03-01 有变化（投诉分类调整）');
    expect(worse.join('')).toContain('受训 6 个、未受训 25 个');
  });
});
