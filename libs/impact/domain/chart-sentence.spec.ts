import { locales } from '@skillhall/kernel';
import { chartSentence } from './chart-sentence.js';

describe('the sentence of control charts', () => {
  it('counts the signals by rule, and never calls a chart a proof', () => {
    expect(chartSentence({ kind: 'xmr', charts: 3, signals: { outside: 2, shift: 1, trend: 0 }, tooShort: 1 }, 'zh-CN')).toBe(
      '单值-移动极差图（XmR） 3 张，3 处信号（超出控制限 2、连续 7 点在同一侧 1）。其中 1 张不足 12 点，控制限还不可靠。控制图只提示该看哪里，不能证明培训有效；若按信号挑选派训的厅，信号所在的月份就是决策期。',
    );
    for (const locale of locales) expect(chartSentence({ kind: 'laney', charts: 1, signals: {}, tooShort: 0 }, locale)).toMatch(/没有信号|沒有訊號|no signal/);
  });

  it('warns where neighbouring periods differ more than chance and the chart counts with chance alone', () => {
    const facts = { charts: 1, signals: { outside: 13 }, tooShort: 0, sigmaZ: 3.13 };
    expect(chartSentence({ kind: 'u', ...facts }, 'en')).toContain('differ 3.1 times as much as pure chance');
    expect(chartSentence({ kind: 'laney', ...facts }, 'en')).not.toContain('pure chance');
    expect(chartSentence({ kind: 'u', ...facts, sigmaZ: 1.1 }, 'en')).not.toContain('pure chance');
  });
});
