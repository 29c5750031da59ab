import fc from 'fast-check';
import { readQuestions } from './formats.js';
import { judge } from './judge.js';

const zh = (...lines: string[]) => judge(readQuestions('zh-text', lines.join('\n')), { track: 'business' });

describe('a file of questions, judged', () => {
  it('says of each question whether it can be taken in, and what keeps it out', () => {
    const { judged, others } = zh('1、甲（A）', 'A.一 B.二', '2、乙', 'A.一 B.二', '3、丙（A）', 'A.一 B.一');
    expect(judged.map(({ content, doubtful }) => [content.ok ? [] : content.error.map(({ code }) => code), doubtful])).toEqual([[[], false], [['single-needs-one-key'], false], [['options-equal'], false]]);
    expect(others).toEqual([]);
  });

  it('doubts a question of which something was guessed, whether it is said below it or in a list of keys at the end', () => {
    const list = zh('一、单选题', '1、甲', 'A.一 B.二', '2、乙', 'A.一 B.二', '答案', '1.AB', '2.A');
    expect(list.judged.map(({ question, odd, doubtful }) => [question.line, odd.map(({ code }) => code), doubtful])).toEqual([[2, ['single-with-several-keys'], true], [4, [], false]]);
    expect(zh('1、甲（A）', 'A.一 B.二', '答案：B', '2、乙（A）', 'A.一 B.二').judged.map(({ doubtful }) => doubtful)).toEqual([true, false]);
  });

  it('lays what was no question to the charge of none', () => {
    const { judged, others } = zh('1、甲', 'A.一 B.二', '参考答案：', '1-2 AB');
    expect([judged.map(({ doubtful }) => doubtful), others.map(({ line, code }) => [line, code])]).toEqual([[false], [[4, 'key-without-question']]]);
    const json = judge(readQuestions('json', '[{"type":"shortAnswer","stem":"甲"},{"type":"x"}]'), { track: 'law' });
    expect([json.judged.length, json.judged[0]!.doubtful, json.others.map(({ line }) => line)]).toEqual([1, false, [2]]);
  });

  it('loses no problem, and gives none to two', () => {
    const noise = fc.array(fc.constantFrom('一、单选题', '1、', '2、甲（A）', 'A.一 B.二', '答案：', 'B', '参考答案', '1-3 ABC', '难度：x', '\n', '题'), { maxLength: 30 }).map((parts) => parts.join('\n'));
    fc.assert(
      fc.property(noise, (text) => {
        const reading = readQuestions('zh-text', text);
        const { judged, others } = judge(reading, { track: null });
        expect(judged.flatMap(({ odd }) => odd).length + others.length).toBe(reading.problems.length);
        // A question is known by its line.
        expect(new Set(reading.questions.map(({ line }) => line)).size).toBe(reading.questions.length);
      }),
    );
  });
});
