import { locales } from '@skillhall/kernel';
import { studySentence, type StudyFacts } from './study-sentence.js';
import { missingParts, studyNotes } from './study-notes.js';

const facts: StudyFacts = {
  ...{ verdict: 'no-detectable-effect', ratio: 1.04, lower: 0.93, upper: 1.16, minimumDetectableFall: 0.1, reasons: [] },
  sameSpike: { trained: { before: 4.3, after: 3.2 }, untrained: { before: 4.1, after: 2.9 } },
};

describe('the sentence of a study', () => {
  it('tells first what the eye sees and what a spike does by itself, then the verdict', () => {
    expect(studySentence(facts, 'zh-CN')).toBe(
      '受训营业厅每万笔投诉由 4.3 变为 3.2（−26%）；投诉水平相同、没有受训的营业厅同期由 4.1 变为 2.9（−29%）。没有检测到培训效果（率比 1.04，95% 区间 0.93–1.16）；这批数据能发现的最小降幅约 10%。',
    );
  });

  it('names a method of comparison before the verdict of the default, which it does not change', () => {
    const sentence = studySentence({ ...facts, sameSpike: undefined, comparison: { method: 'twfe', ratio: 0.91, lower: 0.86, upper: 0.97 } }, 'en');
    expect(sentence).toMatch(/^The two-way Poisson model gives a rate ratio of 0.91 .* the default method decides. No effect of the training was detected \(rate ratio 1.04/);
  });

  it('says a rise as a rise, and nothing of halls that had no complaint', () => {
    const rose = studySentence({ ...facts, sameSpike: { trained: { before: 2, after: 3 }, untrained: { before: 2, after: 2 } } }, 'en');
    expect(rose).toContain('(+50 %) at trained halls');
    expect(rose).toContain('(0 %) at untrained halls');
    expect(studySentence({ ...facts, sameSpike: { trained: { before: 0, after: 3 }, untrained: { before: 2, after: 2 } } }, 'en')).toMatch(/^No effect/);
  });

  it.each(locales)('prints no number that there is not, in %s', (locale) => {
    const nothing = studySentence({ ...facts, verdict: 'cannot-say-yet', reasons: ['not-estimated'], ratio: NaN, lower: NaN, upper: NaN, sameSpike: undefined }, locale);
    expect(nothing).not.toMatch(/NaN|Infinity|\?/);
  });

  it('fills every blank of its notes in all languages alike', () => {
    for (const phrase of Object.values({ ...studyNotes, ...missingParts })) {
      const blanks = locales.map((locale) => [...phrase[locale].matchAll(/\{\{\w+\}\}/g)].map(String).sort().join());
      expect(new Set(blanks).size).toBe(1);
    }
  });
});
