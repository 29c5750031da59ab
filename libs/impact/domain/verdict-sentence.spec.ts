import { verdictSentence, type VerdictFacts } from './verdict-sentence.js';

const facts = (changes: Partial<VerdictFacts>): VerdictFacts => ({ verdict: 'fell', ratio: 0.83, lower: 0.76, upper: 0.91, minimumDetectableFall: 0.1, reasons: [], ...changes });

describe('the sentence of a verdict', () => {
  it('names the fall and its interval from the smaller to the larger', () => {
    expect(verdictSentence(facts({}), 'zh-CN')).toBe('培训使每万笔投诉下降约 17%（95% 区间 9%–24%）。');
  });

  it('says of a rise that complaints rose', () => {
    expect(verdictSentence(facts({ verdict: 'rose', ratio: 1.2, lower: 1.05, upper: 1.37 }), 'en')).toBe('After the training, complaints per 10,000 transactions rose by about 20 % (95 % interval 5 %–37 %).');
  });

  it('says what could have been found where nothing was', () => {
    expect(verdictSentence(facts({ verdict: 'no-detectable-effect', ratio: 1.04, lower: 0.93, upper: 1.16 }), 'zh-CN')).toContain('率比 1.04，95% 区间 0.93–1.16）；这批数据能发现的最小降幅约 10%');
  });

  it('says why nothing can be said, and what is needed', () => {
    const sentence = verdictSentence(facts({ verdict: 'cannot-say-yet', ratio: 0.9, lower: 0.4, upper: 2.1, minimumDetectableFall: 0.68, reasons: ['too-few-data'], moreUnitsNeeded: 120 }), 'zh-CN');
    expect(sentence).toBe('现在还不能下结论（率比 0.90，95% 区间 0.40–2.10）。数据太少：目前只能发现约 68% 以上的降幅。还需要约 120 个营业厅，或更长时间。');
  });

  it('prints no number where there is none', () => {
    expect(verdictSentence(facts({ verdict: 'cannot-say-yet', ratio: NaN, lower: 0, upper: Infinity, reasons: ['not-finite'] }), 'en')).not.toMatch(/NaN|Infinity/);
  });
});
