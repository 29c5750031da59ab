import { exchangeQuestion } from '../exchange-question.js';
import { comesBack } from '../testing/comes-back.js';
import { readZhText } from './read-zh-text.js';
import { writeZhText } from './write-zh-text.js';

describe('questions written as plain text', () => {
  it('come back as they were where nothing is said to be lost', () => comesBack(writeZhText, readZhText));

  it('are what a hall would write', () => {
    const { text, losses } = writeZhText([
      exchangeQuestion('single', 0, '先核对（　）。', { number: 'BIZ-1', options: [{ text: '天数', credit: 0 }, { text: '示数', credit: 1 }], explanation: '先看示数。', difficulty: 2, track: 'business' }),
      exchangeQuestion('trueFalse', 0, '电能表是计量器具。', { options: [{ text: '正确', credit: 1 }, { text: '错误', credit: 0 }] }),
      exchangeQuestion('fillIn', 0, '频率是_____赫兹，公司是_____。', { answers: [{ blank: 1, text: '50', credit: 1 }, { blank: 2, text: '国家电网', credit: 1 }, { blank: 2, text: '国网', credit: 1 }] }),
      exchangeQuestion('case', 0, '客户投诉。', { clause: '第三条', parts: [exchangeQuestion('shortAnswer', 0, '如何处理？', { modelAnswer: '道歉' })] }),
    ]);
    expect(losses).toEqual([]);
    expect(text).toBe(['一、单选题', '', '1、先核对（　）。', 'A、天数', 'B、示数', '答案：B', '解析：先看示数。', '难度：2', '类别：业务知识', '题号：BIZ-1', '', '二、判断题', '', '1、电能表是计量器具。', '答案：正确', '', '三、填空题', '', '1、频率是_____赫兹，公司是_____。', '答案：50；国家电网|国网', '', '四、案例分析题', '', '1、客户投诉。', '依据：第三条', '（1）（简答题）如何处理？', '答案：道歉', '', ''].join('\n'));
  });

  it('say where text would be read as something else', () => {
    const { losses } = writeZhText([exchangeQuestion('shortAnswer', 0, '甲\n2、乙', { modelAnswer: '一' }), exchangeQuestion('single', 0, '甲', { options: [{ text: '一', credit: 1 }, { text: '二', credit: 0.5 }] })]);
    expect(losses.map(({ number, code }) => [number, code])).toEqual([['1', 'reads-otherwise'], ['2', 'partial-credit']]);
  });
});
