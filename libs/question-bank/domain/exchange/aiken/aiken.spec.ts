import fc from 'fast-check';
import { fromContent } from '../content/from-content.js';
import { exchangeQuestion } from '../exchange-question.js';
import { someOf } from '../testing/some-questions.js';
import { readAiken, readAikenLines } from './read-aiken.js';
import { writeAiken } from './write-aiken.js';

const question = (line: number, stem: string, right: number, ...texts: string[]) => exchangeQuestion('single', line, stem, { options: texts.map((text, index) => ({ text, credit: index === right ? 1 : 0 })) });
const codes = (text: string) => readAiken(text).problems.map(({ line, code }) => [line, code]);

describe('a file in Aiken', () => {
  it.each([
    ['What is first?\nA. This\nB. That\nANSWER: B\n', 'This'],
    ['\ufeffWhat is first?\r\nA) This\r\nB) That\r\nANSWER:B', 'This'],
    ['What is first?\n\n  A)This\n  B)That\n\nanswer: b.', 'This'],
    ['What is first?\nＡ．This\nＢ．That\n答案：B', 'This'],
  ])('%j', (text, first) => expect(readAiken(text)).toMatchObject({ questions: [question(1, 'What is first?', 1, first, 'That')], problems: [] }));

  it('holds one question after the other, with or without a blank line, and keeps signs as they are', () => {
    const { questions, problems } = readAiken('甲 <b>&amp;\nA. 一\nB. 二\nANSWER: A\nA. Lincoln was?\nA. 三\nB. 四\nC. 五\nANSWER: C');
    expect([questions, problems]).toEqual([[question(1, '甲 <b>&amp;', 0, '一', '二'), question(5, 'A. Lincoln was?', 2, '三', '四', '五')], []]);
  });

  it.each<[string, number, [number, string][]]>([
    ['甲\nA) 一\nANSWER: A', 0, [[1, 'aiken-too-few-options']]],
    ['ANSWER: A', 0, [[1, 'aiken-answer-alone']]],
    ['甲\nA) 一\nB) 二\n\n乙\nA) 一\nB) 二\nANSWER: A', 1, [[1, 'aiken-unfinished']]],
    ['甲\nA) 一\nB) 二\n乙\nA) 一\nB) 二\nANSWER: A', 1, [[1, 'aiken-unfinished']]],
    ['甲\n第二行\nA) 一\nB) 二\nANSWER: A', 1, [[2, 'aiken-second-line']]],
    ['甲\nA) 一\n续行\nB) 二\nANSWER: A', 1, [[3, 'aiken-second-line']]],
    ['甲\nA) 一\nB) 二\nANSWER: C', 1, [[4, 'key-not-an-option']]],
    ['甲\nA) 一\nB) 二\nANSWER: A, B', 1, [[4, 'aiken-several-keys']]],
    ['甲\nA) 一\nC) 二\nANSWER: A', 1, [[3, 'option-gap']]],
    ['甲\nA) 一\nB) 二\nANSWER: 一', 1, [[4, 'answer-not-letters']]],
    ['A) 一\n\nANSWER: 一', 0, [[1, 'aiken-too-few-options']]],
  ])('says what is odd and where: %j', (text, count, expected) => expect([readAiken(text).questions.length, codes(text)]).toEqual([count, expected]));

  it('holds what was written in it', () => {
    fc.assert(fc.property(fc.array(someOf('single'), { minLength: 1, maxLength: 4 }), (contents) => {
      const given = contents.map((content) => fromContent(content, null)).map(({ stem, options }) => question(0, stem, options.findIndex(({ credit }) => credit === 1), ...options.map(({ text }) => text)));
      const { text, losses } = writeAiken(given);
      const lost = new Set(losses.map(({ number }) => number));
      const back = readAiken(text);
      expect(back.problems).toEqual([]);
      const kept = back.questions.map((each) => ({ ...each, line: 0 })).filter((_, index) => !lost.has(String(index + 1)));
      expect(kept).toEqual(given.filter((_, index) => !lost.has(String(index + 1))));
    }));
  });

  it('has no place for anything else, and says so', () => {
    const { text, losses } = writeAiken([
      exchangeQuestion('trueFalse', 2, '甲', { options: [{ text: '正确', credit: 1 }, { text: '错误', credit: 0 }], explanation: '因为' }),
      exchangeQuestion('multiple', 4, '乙', { options: [{ text: '一', credit: 0.5 }, { text: '二', credit: 0.5 }] }),
    ]);
    expect(text).toBe('甲\nA. 正确\nB. 错误\nANSWER: A\n\n');
    expect(losses).toEqual([{ number: '1', line: 2, code: 'true-false-as-choice' }, { number: '1', line: 2, code: 'explanation' }, { number: '2', line: 4, code: 'not-written' }]);
  });

  it('never makes the reader throw, nor look at a line more often in a longer file', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('A. 一', 'B)二', 'ANSWER: A', '答案：', '题', '', 'Z. 末')), (lines) => {
      const { questions, problems } = readAiken(lines.join('\n'));
      for (const { line } of [...questions, ...problems]) expect(line >= 1 && line <= Math.max(1, lines.length)).toBe(true);
    }));
    const looks = (count: number): number => {
      let looked = 0;
      const lines = Array.from({ length: count }, (_, index) => ['题', 'A. 一', 'B. 二', 'ANSWER: A', ''][index % 5]!);
      const counted = new Proxy(lines, { get: (target, key, receiver): unknown => ((looked += typeof key === 'string' && /^\d+$/.test(key) ? 1 : 0), Reflect.get(target, key, receiver)) });
      expect(readAikenLines(counted).questions).toHaveLength(count / 5);
      return looked;
    };
    expect(looks(25_000)).toBe(10 * looks(2_500));
  });
});
