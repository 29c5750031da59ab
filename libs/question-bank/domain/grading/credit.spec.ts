import fc from 'fast-check';
import type { BlankKey, QuestionKey } from '../key.js';
import type { QuestionType } from '../question.js';
import { creditOf, rightChoice } from './credit.js';

const credit = (type: QuestionType, key: QuestionKey, choice: readonly string[], values?: Record<string, number>): number | 'pending' => {
  const result = creditOf({ type }, key, choice, values);
  return 'pending' in result ? 'pending' : result.credit;
};

const letters = ['A', 'B', 'C', 'D', 'E'];
const choiceKey = (correct: readonly string[], rule: 'allOrNothing' | 'missingProportional' | 'missingHalf' = 'allOrNothing'): QuestionKey => ({ kind: 'choice', correct, rule, credits: null });
const subset = fc.subarray(letters);
const some = fc.subarray(letters, { minLength: 1 });

describe('a choice', () => {
  it('all or nothing: earns the mark with exactly the right options, in any order and however often named', () => {
    fc.assert(fc.property(subset, some, (choice, correct) => expect(credit('multiple', choiceKey(correct), [...choice, ...choice].reverse())).toBe(choice.join() === correct.join() ? 1 : 0)));
  });

  it('missing in proportion: a wrong option earns nothing, else the share of right ones counts', () => {
    fc.assert(
      fc.property(subset, some, (choice, correct) => {
        const wrong = choice.some((key) => !correct.includes(key));
        expect(credit('multiple', choiceKey(correct, 'missingProportional'), choice)).toBeCloseTo(wrong ? 0 : choice.length / correct.length, 5);
      }),
    );
    expect(credit('multiple', choiceKey(['A', 'B', 'C'], 'missingProportional'), ['A', 'B', 'C'])).toBe(1);
  });

  it('missing for half: half for some of the right ones', () => {
    const key = choiceKey(['A', 'B', 'D'], 'missingHalf');
    expect([['A', 'B', 'D'], ['A', 'B'], ['D'], ['A', 'C'], []].map((choice) => credit('multiple', key, choice))).toEqual([1, 0.5, 0.5, 0, 0]);
  });

  it('never earns more under a stricter rule', () => {
    fc.assert(
      fc.property(subset, some, (choice, correct) => {
        const [all, half, share] = (['allOrNothing', 'missingHalf', 'missingProportional'] as const).map((rule) => credit('multiple', choiceKey(correct, rule), choice) as number);
        expect(all).toBeLessThanOrEqual(Math.min(half!, share!));
      }),
    );
  });

  it('per option: credits add up exactly, never below 0 nor above 1', () => {
    const key = { kind: 'choice', correct: ['A', 'B', 'C'], rule: 'perOption', credits: { A: 0.1, B: 0.2, C: 0.7, D: -0.5, E: -1 } } as const;
    expect([['A', 'B'], ['A', 'B', 'C'], ['A', 'B', 'C', 'D'], ['D'], ['C', 'E'], []].map((choice) => credit('multiple', key, choice))).toEqual([0.3, 1, 0.5, 0, 0, 0]);
    const thirds: QuestionKey = { ...key, credits: { A: 0.3333333, B: 0.3333333, C: 0.3333333, D: -1 } };
    expect([['A', 'B', 'C'], ['A']].map((choice) => credit('multiple', thirds, choice))).toEqual([1, 0.333333]);
    expect(credit('single', { kind: 'choice', correct: ['A'], rule: 'perOption', credits: { A: 1, B: 0.5 } }, ['B'])).toBe(0.5);
  });
});

describe('an order and a match', () => {
  it('count as a whole, or place by place', () => {
    const order = (rule: 'allOrNothing' | 'perPlace'): QuestionKey => ({ kind: 'order', correct: ['C', 'A', 'D', 'B'], rule });
    expect([['C', 'A', 'D', 'B'], ['C', 'A', 'B', 'D'], ['C'], []].map((choice) => [credit('ordering', order('allOrNothing'), choice), credit('ordering', order('perPlace'), choice)])).toEqual([[1, 1], [0, 0.5], [0, 0.25], [0, 0]]);
    const match: QuestionKey = { kind: 'match', correct: ['B', 'A', 'B'], rule: 'perPlace' };
    expect([['B', 'A', 'B'], ['B', '', 'A'], ['', '', '']].map((choice) => credit('matching', match, choice))).toEqual([1, 0.333333, 0]);
  });
});

const text = (...accepted: string[]): BlankKey => ({ kind: 'text', matchCase: false, accepted: accepted.map((each) => ({ text: each, credit: 1 })) });
const number = (value: number, tolerance: number, unit: string | null): BlankKey => ({ kind: 'number', unit, accepted: [{ value, tolerance, credit: 1 }] });
const blanks = (anyOrder: boolean, ...keys: BlankKey[]): QuestionKey => ({ kind: 'blanks', blanks: keys, anyOrder });

describe('blanks', () => {
  it('are compared without regard to width, spaces, punctuation and numerals', () => {
    const key = blanks(false, text('首问负责制', '首问负责'), text('24小时'));
    expect(credit('fillIn', key, [' 首问负责。', '二十四小时'])).toBe(1);
    expect(credit('fillIn', key, ['首问', '２４ 小时'])).toBe(0.5);
    expect(credit('fillIn', key, ['', ''])).toBe(0);
  });

  it('earn the credit of what was written: the best where several are met', () => {
    const key = blanks(false, { kind: 'text', matchCase: true, accepted: [{ text: 'kWh', credit: 1 }, { text: 'KWH', credit: 0.4 }] });
    expect([['kWh'], ['KWH'], ['kwh']].map((choice) => credit('fillIn', key, choice))).toEqual([1, 0.4, 0]);
    const near: QuestionKey = { kind: 'blanks', anyOrder: false, blanks: [{ kind: 'number', unit: 'V', accepted: [{ value: 220, tolerance: 10, credit: 0.5 }, { value: 220, tolerance: 0, credit: 1 }] }] };
    expect([['220 伏'], ['215'], ['209.99']].map((choice) => credit('numeric', near, choice))).toEqual([1, 0.5, 0]);
  });

  it('are within their tolerance to the last decimal, where floating point would say otherwise', () => {
    const key = blanks(false, number(0.3, 0.1, null));
    expect(['0.2', '0.4', '0.19', '0.41', '0.40000001'].map((written) => credit('numeric', key, [written]))).toEqual([1, 1, 0, 0, 0]);
  });

  it('in any order: each answer counts once, and the best assignment is taken', () => {
    const key = blanks(true, text('甲', '乙'), text('甲'), text('丙'));
    expect([['甲', '乙', '丙'], ['丙', '甲', '乙'], ['甲', '甲', '甲'], ['甲', '丁', '丙']].map((choice) => credit('fillIn', key, choice))).toEqual([1, 1, 0.333333, 0.666667]);
    const pair = blanks(true, number(1, 0, null), number(2, 0, null));
    expect([['2', '一'], ['1', '1.0'], ['二', '2']].map((choice) => credit('fillIn', pair, choice))).toEqual([1, 0.5, 0.5]);
  });

  it('in any order earn the same however the answers are turned, and never less than in order', () => {
    const words = ['甲', '乙', '丙', '丁'];
    const keys = fc.array(fc.subarray(words, { minLength: 1 }), { minLength: 3, maxLength: 3 });
    const answers = fc.array(fc.constantFrom(...words, ''), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(keys, answers, fc.integer({ min: 0, max: 2 }), (accepted, choice, by) => {
        const key = (anyOrder: boolean): QuestionKey => blanks(anyOrder, ...accepted.map((list) => text(...list)));
        const turned = [...choice.slice(by), ...choice.slice(0, by)];
        expect(credit('fillIn', key(true), turned)).toBe(credit('fillIn', key(true), choice));
        if (new Set(choice.filter(Boolean)).size === choice.filter(Boolean).length) expect(credit('fillIn', key(true), choice)).toBeGreaterThanOrEqual(credit('fillIn', key(false), choice) as number);
      }),
    );
  });
});

describe('a calculation', () => {
  const key: QuestionKey = {
    kind: 'formula',
    variables: [{ name: 'kwh', least: 100, most: 500, step: 1 }],
    blanks: [
      { formula: 'min(kwh, 180)*0.5 + max(0, kwh-180)*0.55', tolerance: 0.01, decimals: 2, unit: '元' },
      { formula: 'kwh / 3', tolerance: 0, decimals: 1, unit: 'kWh' },
    ],
  };

  it('is compared with what comes out for the values of this attempt, rounded', () => {
    expect(credit('calculation', key, ['90.55元', '60.3度'], { kwh: 181 })).toBe(1);
    expect(credit('calculation', key, ['90.56', '60.333'], { kwh: 181 })).toBe(0.5);
    expect(credit('calculation', key, ['90.55', ''], { kwh: 200 })).toBe(0);
  });

  it('is left to people where it cannot be computed', () => {
    expect(credit('calculation', key, ['1', '2'], {})).toBe('pending');
  });

  it('earns the whole mark with the answer that is shown as right, for every value that may be drawn', () => {
    fc.assert(fc.property(fc.integer({ min: 100, max: 500 }), (kwh) => expect(credit('calculation', key, rightChoice(key, { kwh }), { kwh })).toBe(1)));
  });
});

describe('a short answer', () => {
  const key: QuestionKey = { kind: 'rubric', criteria: [{ id: 'a', text: '说明原因', share: 1 }], modelAnswer: '先核对示数。' };

  it('waits for people, unless nothing was written', () => {
    expect(credit('shortAnswer', key, ['核对示数'])).toBe('pending');
    expect(credit('shortAnswer', key, [])).toBe(0);
    expect(credit('shortAnswer', key, [' \n'])).toBe(0);
  });
});

describe('a credit', () => {
  it('is whole for the answer that is shown as right, whatever the type', () => {
    const cases: [QuestionType, QuestionKey][] = [
      ['single', choiceKey(['B'])],
      ['multiple', { kind: 'choice', correct: ['A', 'C'], rule: 'perOption', credits: { A: 0.5, C: 0.5, B: -1 } }],
      ['trueFalse', choiceKey(['F'])],
      ['ordering', { kind: 'order', correct: ['B', 'A'], rule: 'perPlace' }],
      ['matching', { kind: 'match', correct: ['B', 'B'], rule: 'perPlace' }],
      ['fillIn', blanks(true, text('甲', '乙'), number(3, 0, '天'))],
      ['numeric', blanks(false, number(1e-7, 0, null))],
    ];
    for (const [type, key] of cases) expect(credit(type, key, rightChoice(key))).toBe(1);
  });

  it('is not given by the key of another type, nor for a case as a whole', () => {
    expect(() => creditOf({ type: 'ordering' }, choiceKey(['A']), ['A'])).toThrow('ordering');
    expect(() => creditOf({ type: 'case' }, { kind: 'parts' }, [])).toThrow('case');
    expect(rightChoice({ kind: 'parts' })).toEqual([]);
  });
});
