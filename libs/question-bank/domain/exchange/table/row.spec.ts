import fc from 'fast-check';
import { contentText } from '../../content-text.js';
import { fromContent } from '../content/from-content.js';
import { toContent } from '../content/to-content.js';
import { exchangeQuestion, type ReadingProblem } from '../exchange-question.js';
import { someContent } from '../testing/some-questions.js';
import { readRow, rowFields, writeRows, type RowTexts } from './row.js';

const row = (cells: Partial<RowTexts>): RowTexts => ({ ...(Object.fromEntries(rowFields.map((field) => [field, null])) as Omit<RowTexts, 'options'>), options: [], ...cells });
const read = (cells: Partial<RowTexts>) => {
  const problems: ReadingProblem[] = [];
  return { question: readRow(row(cells), 7, problems), codes: problems.map(({ line, code }) => [line, code]) };
};

describe('a row of a question list', () => {
  it.each<[Partial<RowTexts>, object]>([
    [{ type: '单选题', stem: '甲', options: ['一', '二'], answer: 'B', number: 'A-1', difficulty: '较难', track: '法律法规' }, { type: 'single', line: 7, number: 'A-1', difficulty: 4, track: 'law', options: [{ text: '一', credit: 0 }, { text: '二', credit: 1 }] }],
    [{ type: '多选题', stem: '甲', options: ['一', '二', '三'], answer: 'A、C', rule: '少选得一半' }, { type: 'multiple', rule: 'missingHalf', options: [{ credit: 0.5 }, { credit: 0 }, { credit: 0.5 }] }],
    [{ type: '判断题', stem: '甲', answer: '×' }, { type: 'trueFalse', options: [{ credit: 0 }, { credit: 1 }] }],
    [{ type: '填空题', stem: '甲是____，乙是____', answer: '一|1；二' }, { type: 'fillIn', stem: '甲是_____，乙是_____', answers: [{ blank: 1, text: '一' }, { blank: 1, text: '1' }, { blank: 2, text: '二' }] }],
    [{ type: '数值题', stem: '甲', answer: '220±5 V' }, { type: 'numeric', answers: [{ value: 220, tolerance: 5, unit: 'V' }] }],
    [{ type: '排序题', stem: '甲', options: ['一', '二'], answer: 'BA' }, { type: 'ordering', items: ['二', '一'] }],
    [{ type: '配对题', stem: '甲\n①一\n②二', options: ['三', '四'], answer: '①-B；②-A' }, { type: 'matching', stem: '甲', pairs: [{ prompt: '一', match: '四' }, { prompt: '二', match: '三' }] }],
    [{ type: '简答题', stem: '甲', answer: '乙', rubric: '丙（3分）；丁（1分）' }, { type: 'shortAnswer', modelAnswer: '乙', rubric: [{ text: '丙', share: 0.75 }, { text: '丁', share: 0.25 }] }],
    [{ type: '计算题', stem: '{{a}}', variables: 'a=1~9', formula: 'a*2 保留1位' }, { type: 'calculation', variables: [{ name: 'a', least: 1, most: 9, step: 1 }], answers: [{ formula: 'a*2', decimals: 1 }] }],
    [{ type: '案例分析题', stem: '甲', parts: '（1）乙？\n答案：丙\n（2）丁（A）\nA、一\nB、二' }, { type: 'case', stem: '甲', parts: [{ type: 'shortAnswer', modelAnswer: '丙' }, { type: 'single', options: [{ credit: 1 }, { credit: 0 }] }] }],
    [{ stem: '甲', options: ['一', '二'], answer: 'AB' }, { type: 'multiple' }],
  ])('%j', (cells, expected) => {
    const { question, codes } = read(cells);
    expect(codes).toEqual([]);
    expect(question).toMatchObject(expected);
  });

  it('says what is odd, and is nothing where it is blank', () => {
    expect(read({ type: '拼图题', stem: '甲', difficulty: '9' }).codes).toEqual([[7, 'unknown-type'], [7, 'no-answer'], [7, 'bad-difficulty']]);
    expect(read({})).toEqual({ question: undefined, codes: [] });
  });

  it('holds what was written in it, but for what is said to be lost', () => {
    fc.assert(
      fc.property(someContent, (content) => {
        const { rows, losses } = writeRows([fromContent(content, 'X')]);
        if (losses.length) return;
        const problems: ReadingProblem[] = [];
        const back = toContent(readRow(rows[0]!, 1, problems)!, { track: null });
        expect([problems, back.ok ? contentText(back.value) : back.error]).toEqual([[], contentText(content)]);
      }),
      { numRuns: 300 },
    );
  });

  it('has no place for titles, tags, feedback and single credits', () => {
    const { losses } = writeRows([exchangeQuestion('single', 3, '甲', { name: '名', tags: ['易错'], options: [{ text: '一', credit: 1, feedback: '对' }, { text: '二', credit: 0.5 }] })]);
    expect(losses.map(({ line, code }) => [line, code])).toEqual([[3, 'name'], [3, 'tags'], [3, 'feedback'], [3, 'partial-credit']]);
  });
});
