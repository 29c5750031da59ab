import { locales } from '@skillhall/kernel';
import { planNotes, planSentence, type PlanFacts } from './plan-sentence.js';

const facts: PlanFacts = {
  ...{ halls: 100, ratePerHallMonth: 1.3, preMonths: 12, postMonths: 10, trainedShare: 0.5, fall: 0.2, power: 0.8 },
  ...{ hallsNeeded: 142, minimumDetectableFall: 0.234, postMonthsNeeded: 22, soonest: undefined, longest: 36 },
};

describe('the sentence of a plan', () => {
  it('says how many halls are needed, what those at hand would find, and how long to wait', () => {
    expect(planSentence(facts, 'zh-CN')).toBe(
      '每厅每月 1.3 件投诉、训前 12 个月、训后 10 个月、50% 的厅受训：要以 80% 的把握发现 20% 的降幅，约需 142 个营业厅。现有 100 个，不够：只能发现约 23% 以上的降幅。训后观察满 22 个月就够。所比较的派训次序在 36 个月内都给不出结论。',
    );
  });

  it('says enough where it is enough, and which order comes first', () => {
    const said = planSentence({ ...facts, halls: 400, minimumDetectableFall: 0.12, soonest: { plan: '1:200', months: 6 } }, 'en');
    expect(said).toContain('The 400 at hand are enough');
    expect(said).toContain('1:200 allows an answer soonest: 6 months after training begins');
  });

  it('promises nothing where nothing can be found', () => {
    for (const locale of locales) {
      const said = planSentence({ ...facts, minimumDetectableFall: NaN, postMonthsNeeded: NaN }, locale);
      expect(said).not.toMatch(/NaN|\{\{/);
      expect(said).toMatch(/什么样的降幅都发现不了|什麼樣的降幅都發現不了|would miss a fall of any size/);
    }
  });

  it('has the same blanks in the notes of every language', () => {
    for (const phrase of Object.values(planNotes)) {
      const blanks = locales.map((locale) => [...phrase[locale].matchAll(/\{\{\w+\}\}/g)].map(String).sort().join());
      expect(new Set(blanks).size).toBe(1);
    }
  });
});
