import fc from 'fast-check';
import { exchangeQuestion } from '../exchange-question.js';
import { comesBack } from '../testing/comes-back.js';
import { readJson } from './read-json.js';
import { readZhText } from '../zh-text/read-zh-text.js';
import { jsonText, writeJson } from './write-json.js';

describe('questions in JSON', () => {
  it('come back as they were', () => comesBack(writeJson, readJson));

  it('hold everything that a question may have', () => {
    const question = exchangeQuestion('single', 1, '甲', {
      ...{ number: 'A', name: '名', options: [{ text: '一', credit: 1, feedback: '对' }], explanation: '因', category: '营业', track: 'law', competency: 'LAW-1', difficulty: 2, clause: '第一条', tags: ['易错'] },
      media: [{ name: 'a.png', description: '电表' }],
    });
    expect(readJson(writeJson([question]).text)).toEqual({ questions: [question], problems: [] });
  });

  it('bring along what was odd where they were read first, as of the same questions', () => {
    const first = readZhText(['一、单选题', '1、甲（A）', 'A.一 B.二', '2、乙（AB）', 'A.一 B.二', '3、丙（B）', 'A.一 B.二'].join('\n'));
    const { problems } = readJson(jsonText(first.questions, first.problems));
    expect([first.problems.map(({ line }) => line), problems]).toEqual([[4], [{ line: 2, code: 'single-with-several-keys', values: { text: 'AB' } }]]);
    expect(readJson('{"questions":[{"type":"shortAnswer","stem":"甲","line":4}],"problems":[{"line":4,"code":"constructor"},{"line":2,"code":"no-answer"},{"line":4,"code":"text-left-out"},7]}').problems).toEqual([]);
  });

  it('may be the list alone, and need no more than type and stem', () => {
    expect(readJson('[{"type":"shortAnswer","stem":"甲"}]')).toEqual({ questions: [exchangeQuestion('shortAnswer', 1, '甲')], problems: [] });
  });

  it.each<[string, [number, string][]]>([
    ['{', [[1, 'json-damaged']]],
    ['{"x":1}', [[1, 'no-questions']]],
    ['[{"type":"single","stem":"甲"},{"type":"essay"},3,{"type":"single"}]', [[2, 'unknown-type'], [3, 'unknown-type'], [4, 'missing-stem']]],
  ])('say what is odd: %s', (text, expected) => expect(readJson(text).problems.map(({ line, code }) => [line, code])).toEqual(expected));

  it('never make the reader throw', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.array(fc.record({ type: fc.constantFrom('single', 'case', 'fillIn'), stem: fc.string(), options: fc.anything(), answers: fc.anything(), parts: fc.anything() })).map((list) => JSON.stringify(list) ?? '')), (text) => {
      expect(Array.isArray(readJson(text).questions)).toBe(true);
    }));
  });
});
