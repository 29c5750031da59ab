import fc from 'fast-check';
import { checkQuestion, type QuestionRow } from './check-question.js';
import { longestText } from './checks/check-face.js';
import { contentText } from './content-text.js';
import { readAnswer, readLetters } from './read-answer.js';

const row = (changes: Partial<QuestionRow> = {}): QuestionRow => ({
  type: 'single',
  stem: '客户询问电费，最先核对什么？',
  options: ['示数', '天数', null, null, null, null],
  answer: 'A',
  explanation: null,
  track: 'business',
  competency: 'BIZ-3',
  difficulty: 2,
  clause: null,
  ...changes,
});

const codes = (changes: Partial<QuestionRow>): string[] => {
  const checked = checkQuestion(row(changes));
  return checked.ok ? [] : checked.error.map(({ code }) => code);
};

describe('a row of a question list', () => {
  it('becomes the content of a question', () => {
    const checked = checkQuestion(row());
    expect(checked).toEqual({
      ok: true,
      value: expect.objectContaining({ options: [{ key: 'A', text: '示数' }, { key: 'B', text: '天数' }], key: { kind: 'choice', correct: ['A'], rule: 'allOrNothing', credits: null }, track: 'business' }),
    });
  });

  it('gives a true/false question its two options whatever stands in the option cells', () => {
    const checked = checkQuestion(row({ type: 'trueFalse', options: ['正确', '错误'], answer: 'B' }));
    expect(checked.ok && checked.value.key).toMatchObject({ correct: ['F'] });
    expect(checked.ok && checked.value.options.map(({ key }) => key)).toEqual(['T', 'F']);
  });

  it('takes the track from the competency and a middle difficulty where they are blank', () => {
    const checked = checkQuestion(row({ track: null, difficulty: null }));
    expect(checked.ok && [checked.value.track, checked.value.difficulty]).toEqual(['business', 3]);
  });

  it.each<[string, Partial<QuestionRow>]>([
    ['too-few-options', { options: ['示数', null, null] }],
    ['option-missing', { options: ['示数', null, '天数'], answer: 'A' }],
    ['options-equal', { options: ['示数', '示数'] }],
    ['key-not-an-option', { answer: 'C' }],
    ['single-needs-one-key', { answer: 'AB' }],
    ['multiple-needs-two-keys', { type: 'multiple', answer: 'A' }],
    ['answer-not-letters', { answer: '示数' }],
    ['answer-not-true-or-false', { type: 'trueFalse', answer: '也许' }],
    ['unknown-competency', { competency: 'BIZ-99' }],
    ['competency-of-other-track', { competency: 'ETH-1' }],
    ['missing-track', { track: null, competency: null }],
    ['text-too-long', { stem: '长'.repeat(longestText + 1) }],
  ])('is refused with %s', (code, changes) => {
    expect(codes(changes)).toEqual([code]);
  });

  it('is told everything that is wrong with it at once', () => {
    expect(codes({ options: ['示数', '示数'], answer: 'Z', competency: 'X' })).toEqual(['options-equal', 'key-not-an-option', 'unknown-competency']);
  });

  it.each<[Partial<QuestionRow>, object]>([
    [{ type: 'multiple', answer: 'AB', rule: 'missingHalf' }, { key: { kind: 'choice', correct: ['A', 'B'], rule: 'missingHalf', credits: null } }],
    [{ type: 'multiple', answer: 'AB', rule: 'perOption' }, { key: { rule: 'perOption', credits: { A: 0.5, B: 0.5 } } }],
    [{ type: 'fillIn', stem: '频率是____赫兹。', options: [], answer: '50|五十|约50' }, { stem: '频率是[[1]]赫兹。', key: { blanks: [{ accepted: [{ text: '50' }, { text: '约50' }] }] } }],
    [{ type: 'numeric', options: [], answer: '220±5 V' }, { blanks: [{ kind: 'number', unit: 'V' }] }],
    [{ type: 'ordering', answer: 'BA', rule: 'perPlace' }, { key: { kind: 'order', rule: 'perPlace' } }],
    [{ type: 'shortAnswer', options: [], answer: null, rubric: '说明（3分）；道歉（1分）' }, { key: { criteria: [{ share: 0.75 }, { share: 0.25 }] } }],
    [{ type: 'calculation', stem: '用电{{kwh}}度', options: [], answer: null, variables: 'kwh=1~9', formula: 'kwh*2' }, { key: { kind: 'formula' } }],
    [{ type: 'case', options: [], answer: null, parts: '（1）如何处理？\n答案：道歉' }, { parts: [{ type: 'shortAnswer', key: { modelAnswer: '道歉' } }] }],
  ])('of any other type becomes content too: %j', (changes, expected) => {
    const checked = checkQuestion(row(changes));
    expect(checked.ok ? checked.value : checked.error).toMatchObject(expected);
  });

  it.each<[Partial<QuestionRow>, [string, string][]]>([
    [{ answer: null }, [['answer', 'missing-answer']]],
    [{ type: 'numeric', options: [], answer: '约三' }, [['answer', 'not-a-number'], ['answer', 'accepted-count']]],
    [{ type: 'ordering', answer: 'A' }, [['answer', 'order-incomplete']]],
    [{ type: 'shortAnswer', options: [], track: null, competency: null }, [['track', 'missing-track']]],
    [{ type: 'calculation', options: [], answer: null, variables: 'a', formula: '1+' }, [['answer', 'variables-unreadable'], ['formula', 'formula-unfinished']]],
  ])('of any other type is told what is wrong: %j', (changes, expected) => {
    const checked = checkQuestion(row(changes));
    expect(checked.ok ? [] : checked.error.map(({ field, code }) => [field, code])).toEqual(expected);
  });

  it('has another content text whenever anything in it differs', () => {
    const text = (changes: Partial<QuestionRow>): string => {
      const checked = checkQuestion(row(changes));
      return checked.ok ? contentText(checked.value) : 'refused';
    };
    const variants = [{}, { answer: 'B' }, { explanation: '说明' }, { clause: '第一条' }, { difficulty: 3 }, { options: ['示数', '日期'] }];
    expect(new Set(variants.map(text)).size).toBe(variants.length);
  });
});

describe('an answer cell', () => {
  it('names the same letters in any order, width, case and separation', () => {
    const subset = fc.subarray(['A', 'B', 'C', 'D', 'E', 'F'], { minLength: 1 });
    const separator = fc.constantFrom('', ' ', '、', ',', '，', ' / ', '和');
    fc.assert(
      fc.property(subset.chain((keys) => fc.tuple(fc.constant(keys), fc.shuffledSubarray(keys, { minLength: keys.length }))), separator, fc.constantFrom('plain', 'lower', 'wide'), ([keys, shuffled], between, form) => {
        const written = shuffled.map((key) => (form === 'lower' ? key.toLowerCase() : form === 'wide' ? String.fromCharCode(key.charCodeAt(0) + 0xfee0) : key)).join(between);
        expect(readLetters(`（${written}）`)).toEqual(keys);
      }),
    );
  });

  it.each([['正确', 'T'], ['對', 'T'], ['√', 'T'], ['TRUE', 'T'], ['错误', 'F'], ['×', 'F'], ['错', 'F'], ['no', 'F']])('reads %s as %s', (text, key) => {
    expect(readAnswer('trueFalse', text, [])).toEqual([key]);
  });

  it('does not guess what a letter means where no option says it', () => {
    expect(readAnswer('trueFalse', 'A', [null, null])).toBeUndefined();
  });
});
