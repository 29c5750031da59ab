import { locales } from '@skillhall/kernel';
import fc from 'fast-check';
import { contentErrors } from '../content-errors.js';
import { creditOf, rightChoice } from '../grading/credit.js';
import { drawValues } from '../grading/variables.js';
import type { BlankKey, QuestionKey } from '../key.js';
import { bareFace, optionKeys, trueFalseOptions, type QuestionContent, type QuestionPart } from '../question.js';
import { checkContent } from './check-content.js';

const options = (...texts: string[]) => texts.map((text, index) => ({ key: optionKeys[index] ?? '?', text }));
const choice = (...correct: string[]): QuestionKey => ({ kind: 'choice', correct, rule: 'allOrNothing', credits: null });
const textKey = (...texts: string[]): BlankKey => ({ kind: 'text', matchCase: false, accepted: texts.map((text) => ({ text, credit: 1 })) });
const base = { ...bareFace, stem: '问', explanation: null };

const parts = {
  single: { ...base, type: 'single', options: options('甲', '乙', '丙'), key: choice('A') },
  multiple: { ...base, type: 'multiple', options: options('甲', '乙', '丙'), key: choice('A', 'C') },
  trueFalse: { ...base, type: 'trueFalse', options: trueFalseOptions, key: choice('F') },
  ordering: { ...base, type: 'ordering', options: options('甲', '乙', '丙'), key: { kind: 'order', correct: ['C', 'A', 'B'], rule: 'perPlace' } },
  matching: { ...base, type: 'matching', options: options('甲', '乙'), prompts: [{ key: '1', text: '一' }, { key: '2', text: '二' }], key: { kind: 'match', correct: ['B', 'A'], rule: 'perPlace' } },
  fillIn: { ...base, type: 'fillIn', stem: '[[2]]和[[1]]', blanks: [{ kind: 'text', unit: null }, { kind: 'text', unit: null }], key: { kind: 'blanks', blanks: [textKey('甲', '乙'), textKey('乙')], anyOrder: true } },
  numeric: { ...base, type: 'numeric', blanks: [{ kind: 'number', unit: 'V' }], key: { kind: 'blanks', anyOrder: false, blanks: [{ kind: 'number', unit: 'V', accepted: [{ value: 220, tolerance: 5, credit: 1 }] }] } },
  calculation: {
    ...base,
    ...{ type: 'calculation', stem: '用电{{kwh}}度，电费是多少？', blanks: [{ kind: 'number', unit: '元' }] },
    key: { kind: 'formula', variables: [{ name: 'kwh', least: 100, most: 900, step: 0.5 }], blanks: [{ formula: 'kwh*0.5', tolerance: 0.01, decimals: 2, unit: '元' }] },
  },
  shortAnswer: { ...base, type: 'shortAnswer', key: { kind: 'rubric', criteria: [{ id: 'a', text: '说明', share: 0.1 }, { id: 'b', text: '道歉', share: 0.2 }, { id: 'c', text: '解决', share: 0.7 }], modelAnswer: null } },
} as const satisfies Record<string, QuestionPart>;

const content = (part: QuestionPart, more: Partial<QuestionContent> = {}): QuestionContent => ({ ...part, track: 'business', competency: 'BIZ-3', difficulty: 2, clause: null, parts: [], ...more });
const caseOf = (...list: QuestionPart[]): QuestionContent => content({ ...base, type: 'case', key: { kind: 'parts' } }, { parts: list });
const codes = (checked: QuestionContent): string[] => checkContent(checked).map(({ field, code }) => `${field} ${code}`);

describe('a sound question', () => {
  it.each(Object.entries<QuestionPart>(parts))('of type %s is accepted', (_, part) => {
    expect(checkContent(content(part))).toEqual([]);
  });

  it('may be a case of parts of every other type', () => {
    expect(checkContent(caseOf(...Object.values(parts)))).toEqual([]);
  });

  it('can be answered right: the answer that is shown earns the whole mark, whatever is drawn', () => {
    fc.assert(
      fc.property(fc.constantFrom<QuestionPart[]>(...Object.values(parts)), fc.nat(), (part, pick) => {
        const values = part.key.kind === 'formula' ? drawValues(part.key.variables, (limit) => pick % limit) : {};
        const result = creditOf(part, part.key, rightChoice(part.key, values), values);
        expect('pending' in result ? part.type : result.credit).toBe(part.type === 'shortAnswer' ? 0 : 1);
      }),
    );
  });
});

const { single, multiple, trueFalse, ordering, matching, fillIn, numeric, calculation, shortAnswer } = parts;
const credits = (given: Record<string, number>): QuestionKey => ({ ...choice('A', 'C'), kind: 'choice', correct: ['A', 'C'], rule: 'perOption', credits: given });
const formula = (changes: object, variable: object = {}): QuestionPart => ({
  ...calculation,
  key: { kind: 'formula', variables: [{ ...calculation.key.variables[0], ...variable }], blanks: [{ ...calculation.key.blanks[0], ...changes }] },
});
const blanksOf = (...blanks: BlankKey[]): QuestionKey => ({ kind: 'blanks', blanks, anyOrder: false });

describe('credits and shares', () => {
  it('that are thirds in decimals add up', () => {
    const { multiple, shortAnswer } = parts;
    const criteria = ['a', 'b', 'c'].map((id) => ({ id, text: id, share: 0.3333 }));
    const key: QuestionKey = { kind: 'choice', correct: ['A', 'B', 'C'], rule: 'perOption', credits: { A: 0.3333333, B: 0.3333333, C: 0.3333333 } };
    expect(codes(content({ ...multiple, key }))).toEqual([]);
    expect(codes(content({ ...shortAnswer, key: { ...shortAnswer.key, criteria } }))).toEqual([]);
  });
});

describe('a question that is not sound', () => {
  it.each<[string, QuestionPart]>([
    ['stem missing-stem', { ...single, stem: ' ' }],
    ['stem text-too-long', { ...single, stem: '长'.repeat(4001) }],
    ['stem control-characters', { ...single, stem: 'a\u0000b' }],
    ['explanation control-characters', { ...single, explanation: '\ud800' }],
    ['options.1 too-few-options', { ...single, options: options('甲') }],
    ['options.12 too-many-options', { ...single, options: options(...'甲乙丙丁戊己庚辛壬癸子丑寅') }],
    ['options.1 option-missing', { ...single, options: [{ key: 'A', text: '甲' }, { key: 'C', text: '丙' }] }],
    ['options.2 option-missing', { ...single, options: options('甲', '乙', ' ') }],
    ['options.2 options-equal', { ...single, options: options('甲', '乙', '甲 ') }],
    ['options options-not-wanted', { ...shortAnswer, options: options('甲', '乙') }],
    ['options options-not-true-false', { ...trueFalse, options: options('甲', '乙'), key: choice('A') }],
    ['prompts prompts-not-wanted', { ...single, prompts: matching.prompts }],
    ['prompts prompt-count', { ...matching, prompts: [matching.prompts[0]], key: { kind: 'match', correct: ['A'], rule: 'perPlace' } }],
    ['prompts.1 options-equal', { ...matching, prompts: [matching.prompts[0], { key: '2', text: '一' }] }],
    ['blanks blanks-not-wanted', { ...single, stem: '[[1]]' }],
    ['blanks blank-count', { ...fillIn, stem: '无', blanks: [], key: blanksOf() }],
    ['blanks blank-count', { ...numeric, blanks: [numeric.blanks[0], numeric.blanks[0]], key: blanksOf(numeric.key.blanks[0], numeric.key.blanks[0]) }],
    ['stem blanks-not-in-stem', { ...fillIn, stem: '[[1]]和[[1]]' }],
    ['stem blanks-not-in-stem', { ...fillIn, stem: '[[1]]和[[3]]' }],
    ['blanks.0.unit bad-unit', { ...numeric, blanks: [{ kind: 'number', unit: ' ' }], key: blanksOf({ ...numeric.key.blanks[0], unit: ' ' }) }],
    ['key key-of-other-type', { ...single, key: ordering.key }],
    ['key key-not-an-option', { ...single, key: choice('D') }],
    ['key key-repeated', { ...multiple, key: choice('A', 'A') }],
    ['key single-needs-one-key', { ...single, key: choice('A', 'B') }],
    ['key single-needs-one-key', { ...trueFalse, key: choice() }],
    ['key multiple-needs-two-keys', { ...multiple, key: choice('A') }],
    ['key.credits credits-not-wanted', { ...single, key: { ...single.key, kind: 'choice', rule: 'allOrNothing', correct: ['A'], credits: { A: 1 } } }],
    ['key.credits credit-out-of-range', { ...multiple, key: credits({ A: 0.5, C: 0.5, B: -2 }) }],
    ['key.credits credits-not-one', { ...multiple, key: credits({ A: 0.5, C: 0.4 }) }],
    ['key.credits credits-against-key', { ...multiple, key: credits({ A: 0.5, B: 0.5, C: 0 }) }],
    ['key.credits key-not-an-option', { ...multiple, key: credits({ A: 0.5, C: 0.5, Z: 0 }) }],
    ['key.credits credit-of-best-is-one', { ...single, key: { kind: 'choice', correct: ['A'], rule: 'perOption', credits: { A: 1, B: 1 } } }],
    ['key order-incomplete', { ...ordering, key: { ...ordering.key, correct: ['A', 'B', 'B'] } }],
    ['key match-incomplete', { ...matching, key: { ...matching.key, correct: ['A'] } }],
    ['key key-not-an-option', { ...matching, key: { ...matching.key, correct: ['A', 'C'] } }],
    ['key.blanks blanks-and-keys', { ...fillIn, key: blanksOf(textKey('甲')) }],
    ['key.blanks.0 blank-of-other-kind', { ...numeric, key: blanksOf({ ...numeric.key.blanks[0], unit: 'A' }) }],
    ['key.blanks.1 blank-of-other-kind', { ...fillIn, key: blanksOf(textKey('甲'), numeric.key.blanks[0]) }],
    ['key.blanks.0 accepted-count', { ...fillIn, key: blanksOf(textKey(), textKey('乙')) }],
    ['key.blanks.0 accepted-text', { ...fillIn, key: blanksOf(textKey('。'), textKey('乙')) }],
    ['key.blanks.0 accepted-equal', { ...fillIn, key: blanksOf(textKey('十五', '15'), textKey('乙')) }],
    ['key.blanks.0 no-full-answer', { ...fillIn, key: blanksOf({ kind: 'text', matchCase: false, accepted: [{ text: '甲', credit: 0.5 }] }, textKey('乙')) }],
    ['key.blanks.0 credit-out-of-range', { ...fillIn, key: blanksOf({ kind: 'text', matchCase: false, accepted: [{ text: '甲', credit: 1.5 }] }, textKey('乙')) }],
    ['key.blanks.0 bad-tolerance', { ...numeric, key: blanksOf({ kind: 'number', unit: 'V', accepted: [{ value: 220, tolerance: -1, credit: 1 }] }) }],
    ['key.blanks blanks-not-distinct', { ...fillIn, key: { kind: 'blanks', blanks: [textKey('甲'), textKey('甲')], anyOrder: true } }],
    ['key.variables.0 bad-variable-name', formula({}, { name: 'min' })],
    ['key.variables.0 bad-variable-range', formula({}, { step: 0 })],
    ['key.variables.0 bad-variable-range', formula({}, { most: Infinity })],
    ['stem variable-not-shown', { ...calculation, stem: '电费是多少？' }],
    ['stem unknown-variable', { ...calculation, stem: '{{kwh}}{{price}}' }],
    ['key.blanks.0 bad-decimals', formula({ decimals: 9 })],
    ['key.blanks.0 blank-of-other-kind', formula({ unit: 'V' })],
    ['key.blanks.0.formula formula-unknown-name', formula({ formula: 'kwh * price' })],
    ['key.blanks.0.formula formula-unfinished', formula({ formula: 'kwh *' })],
    ['key.blanks.0.formula formula-divides-by-zero', formula({ formula: '1 / (kwh - 900)' })],
    ['key.blanks.0.formula formula-divides-by-zero', formula({ formula: '1 / (kwh - 437.5)' })],
    ['key.criteria criterion-count', { ...shortAnswer, key: { ...shortAnswer.key, criteria: [] } }],
    ['key.criteria shares-not-one', { ...shortAnswer, key: { ...shortAnswer.key, criteria: shortAnswer.key.criteria.slice(0, 2) } }],
    ['key.criteria criterion-repeated', { ...shortAnswer, key: { ...shortAnswer.key, criteria: shortAnswer.key.criteria.map((each) => ({ ...each, id: 'a' })) } }],
    ['key.criteria.0 criterion-text', { ...shortAnswer, key: { ...shortAnswer.key, criteria: [{ id: 'a', text: ' ', share: 1 }] } }],
  ])('is told: %s', (problem, part) => {
    expect(codes(content(part))).toEqual([problem]);
    if (part.type !== 'case') expect(codes(caseOf(part))).toEqual([`parts.0.${problem}`]);
  });

  it.each<[string, QuestionContent]>([
    ['parts part-count', caseOf()],
    ['parts.0 case-in-case', caseOf({ ...base, type: 'case', key: { kind: 'parts' } })],
    ['parts parts-not-wanted', content(single, { parts: [single] })],
    ['competency unknown-competency', content(single, { competency: 'XXX-1' })],
    ['competency competency-of-other-track', content(single, { track: 'law' })],
    ['difficulty bad-difficulty', content(single, { difficulty: 2.5 })],
  ])('as a whole is told: %s', (problem, whole) => {
    expect(codes(whole)).toEqual([problem]);
  });

  it('with a formula of many variables is tried at the ends of each', () => {
    const names = [...'abcdefghij'];
    const variables = names.map((name) => ({ name, least: 0, most: 999, step: 1 }));
    const part: QuestionPart = { ...calculation, stem: names.map((name) => `{{${name}}}`).join(''), key: { kind: 'formula', variables, blanks: [{ formula: `100 / (${names.join('+')})`, tolerance: 0, decimals: 2, unit: '元' }] } };
    expect(codes(content(part))).toEqual(['key.blanks.0.formula formula-divides-by-zero']);
  });
});

describe('sentences of problems', () => {
  it('fill in every value that they speak of, in every language alike', () => {
    const named = (sentence: string): string[] => [...new Set([...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!))].sort();
    for (const [code, phrase] of Object.entries(contentErrors)) for (const locale of locales) expect([code, locale, named(phrase[locale])]).toEqual([code, locale, named(phrase['zh-CN'])]);
  });
});
