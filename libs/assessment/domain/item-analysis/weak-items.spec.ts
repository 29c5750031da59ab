import fc from 'fast-check';
import { locales } from '@skillhall/kernel';
import type { OptionStatistics } from './option-statistics.js';
import { sayWeakItem } from './weak-item-phrases.js';
import { type JudgedItem, weakItemFlags, weakItemLimits, weakReasons } from './weak-items.js';

const sound: JudgedItem = { attempts: 200, facility: 0.6, randomGuessScore: 0.25, discriminationIndex: 40, withTotal: 0.5, options: null };
const flags = (change: Partial<JudgedItem>) => weakItemFlags({ ...sound, ...change });
const reasons = (change: Partial<JudgedItem>) => flags(change).map(({ reason }) => reason);
const option = (id: string, key: boolean, share: number, upperShare: number | null): OptionStatistics => ({ option: id, key, count: Math.round(share * 200), share, upperShare, lowerShare: 0.2 });

describe('an item', () => {
  it('that is sound has no flag', () => {
    expect(flags({})).toEqual([]);
  });

  it('that nobody was asked has none either', () => {
    expect(flags({ attempts: 0, facility: null, discriminationIndex: null })).toEqual([]);
  });

  it('without figures, for all marks are the same, is flagged for what is known only', () => {
    expect(reasons({ facility: 1, discriminationIndex: null, withTotal: 0 })).toEqual(['too-easy']);
    expect(reasons({ facility: null, discriminationIndex: null, withTotal: null })).toEqual([]);
  });
});

describe('too few attempts', () => {
  it('are fewer than 30, and the other flags stay, to be read as hints', () => {
    expect([reasons({ attempts: 30 }), reasons({ attempts: 29 })]).toEqual([[], ['too-few-attempts']]);
    expect(flags({ attempts: 12, facility: 0.99 })).toEqual([
      { reason: 'too-few-attempts', value: 12, limit: 30 },
      { reason: 'too-easy', value: 0.99, limit: 0.95 },
    ]);
  });
});

describe('difficulty', () => {
  it.each([
    [1, ['too-easy']],
    [0.95, ['too-easy']],
    [0.949, []],
    [0.26, []],
    [0.25, ['too-hard']],
    [0, ['too-hard']],
    [-0.1, ['too-hard']],
  ])('of facility %d with a guess score of a quarter gives %j', (facility, expected) => expect(reasons({ facility })).toEqual(expected));

  it('is too hard at 0.2 where guessing brings less or cannot be said', () => {
    expect([reasons({ facility: 0.2, randomGuessScore: null }), reasons({ facility: 0.21, randomGuessScore: null })]).toEqual([['too-hard'], []]);
    expect(flags({ facility: 0.45, randomGuessScore: 0.5 })).toEqual([{ reason: 'too-hard', value: 0.45, limit: 0.5 }]);
    expect(flags({ facility: 0.15, randomGuessScore: 0.1 })).toEqual([{ reason: 'too-hard', value: 0.15, limit: 0.2 }]);
  });
});

describe('discrimination', () => {
  it.each([
    [20, []],
    [19.9, ['low-discrimination']],
    [0, ['low-discrimination']],
    [-0.1, ['negative-discrimination']],
    [-80, ['negative-discrimination']],
  ])('of %d %% gives %j', (discriminationIndex, expected) => expect(reasons({ discriminationIndex })).toEqual(expected));

  it('that makes item and total run against each other leaves no effective weight', () => {
    expect(flags({ discriminationIndex: -30, withTotal: -0.02 })).toEqual([
      { reason: 'negative-discrimination', value: -30, limit: 0 },
      { reason: 'adverse-weight', value: -0.02, limit: 0 },
    ]);
    expect(reasons({ withTotal: 0 })).toEqual([]);
  });
});

describe('options', () => {
  it('with a key that leads among the best and distractors that work have no flag', () => {
    expect(flags({ options: [option('A', true, 0.6, 0.8), option('B', false, 0.2, 0.1), option('C', false, 0.2, 0.1)] })).toEqual([]);
  });

  it('cast doubt on the key where a distractor beats it among the best, and name the distractor', () => {
    expect(flags({ options: [option('A', true, 0.3, 0.2), option('B', false, 0.5, 0.7), option('C', false, 0.2, 0.1)] })).toEqual([{ reason: 'key-suspect', value: 0.7, limit: 0.2, option: 'B' }]);
  });

  it('do not where both are chosen alike, or nothing is known of the best', () => {
    expect(reasons({ options: [option('A', true, 0.5, 0.5), option('B', false, 0.5, 0.5)] })).toEqual([]);
    expect(reasons({ options: [option('A', true, 0.2, null), option('B', false, 0.8, null)] })).toEqual([]);
  });

  it('are measured against the least chosen of several keys', () => {
    const several = [option('A', true, 0.9, 0.9), option('C', true, 0.4, 0.3), option('B', false, 0.5, 0.4)];
    expect(flags({ options: several })).toEqual([{ reason: 'key-suspect', value: 0.4, limit: 0.3, option: 'B' }]);
  });

  it('are dead below 5 %, each by name', () => {
    const dead = [option('A', true, 0.6, 0.8), option('B', false, 0.33, 0.2), option('C', false, 0.05, 0), option('D', false, 0.02, 0), option('E', false, 0, 0)];
    expect(flags({ options: dead }).map(({ reason, option: id }) => [reason, id])).toEqual([['dead-distractor', 'D'], ['dead-distractor', 'E']]);
  });

  it('are not called dead where nearly everybody is right: wrong answers are too few', () => {
    expect(reasons({ facility: 0.97, options: [option('A', true, 0.97, 1), option('B', false, 0.03, 0)] })).toEqual(['too-easy']);
  });

  it('say nothing where no key is marked', () => {
    expect(flags({ options: [option('A', false, 0.99, 0.2), option('B', false, 0.01, 0.8)] })).toEqual([]);
  });
});

describe('flags', () => {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });
  const items: fc.Arbitrary<JudgedItem> = fc.record({
    attempts: fc.integer({ min: 0, max: 300 }),
    facility: fc.option(fraction),
    randomGuessScore: fc.option(fraction),
    discriminationIndex: fc.option(fc.double({ min: -100, max: 100, noNaN: true })),
    withTotal: fc.option(fc.double({ min: -5, max: 5, noNaN: true })),
    options: fc.option(fc.array(fc.record({ option: fc.constantFrom('A', 'B', 'C', 'D'), key: fc.boolean(), count: fc.nat(300), share: fraction, upperShare: fc.option(fraction), lowerShare: fc.option(fraction) }), { maxLength: 5 })),
  });

  it('never contradict each other, and lie on the wrong side of their limit', () => {
    fc.assert(
      fc.property(items, (item) => {
        const found = weakItemFlags(item);
        const named = new Set(found.map(({ reason }) => reason));
        expect(named.has('too-easy') && named.has('too-hard')).toBe(false);
        expect(named.has('negative-discrimination') && named.has('low-discrimination')).toBe(false);
        for (const { reason, value, limit } of found) expect(['too-easy', 'key-suspect'].includes(reason) ? value >= limit - 1e-9 : value <= limit + 1e-9).toBe(true);
      }),
    );
  });

  it('are not decided by rounding: what misses its limit by less than decimals can show is on it', () => {
    expect(reasons({ discriminationIndex: 20 - 1e-13, facility: 0.25 + 1e-13 })).toEqual(['too-hard']);
    expect(reasons({ facility: 0.95 - 1e-13 })).toEqual(['too-easy']);
    expect(reasons({ options: [option('A', true, 0.5, 0.5), option('B', false, 0.05 - 1e-13, 0.5 + 1e-13)] })).toEqual([]);
  });

  it('appear when an item gets worse and never vanish by it', () => {
    fc.assert(
      fc.property(items, fc.double({ min: 0, max: 50, noNaN: true }), (item, fall) => {
        fc.pre(item.discriminationIndex !== null);
        const weak = (index: number) => weakItemFlags({ ...item, discriminationIndex: index }).filter(({ reason }) => reason.endsWith('discrimination')).length;
        expect(weak(item.discriminationIndex! - fall)).toBeGreaterThanOrEqual(weak(item.discriminationIndex!));
      }),
    );
  });

  it('are said in every language with their numbers and without holes', () => {
    for (const reason of weakReasons)
      for (const locale of locales) {
        const sentence = sayWeakItem({ reason, value: 0.0312, limit: 0.05, option: 'D' }, locale);
        expect(sentence).not.toMatch(/\{\{|undefined|NaN/);
        expect(sentence.length).toBeGreaterThan(5);
      }
  });

  it('speak of fractions and of percent in percent, and count attempts', () => {
    expect(sayWeakItem({ reason: 'too-few-attempts', value: 12, limit: 30 }, 'zh-CN')).toBe('只有 12 份答卷，少于 30 份，以下数字仅供参考');
    expect(sayWeakItem({ reason: 'dead-distractor', value: 0.0312, limit: weakItemLimits.deadDistractor, option: 'D' }, 'en')).toBe('distractor D does no work: chosen by 3.1%, below 5%');
    expect(sayWeakItem({ reason: 'low-discrimination', value: 12.34, limit: 20 }, 'zh-TW')).toBe('鑑別度低：12.3%，低於 20%');
    expect(sayWeakItem({ reason: 'key-suspect', value: 0.7, limit: 0.2, option: 'B' }, 'en')).toBe('key in doubt: 70% of the best chose B, only 20% the key');
  });
});
