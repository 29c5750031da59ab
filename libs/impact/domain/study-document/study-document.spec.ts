import { drawWorld, effectStudy } from '@skillhall/statistics';
import { studyResult } from '../study/build-result.js';
import { studyRows } from '../study/study-panel.js';
import { usualPlan } from '../study/study-plan.js';
import type { StudyResult } from '../study/study-result.js';
import { documentPhrases } from './document-phrases.js';
import { studyDocument } from './study-document.js';

const world = drawWorld({ seed: 8, units: 60, unitsPerWave: 8, ratio: 0.6, meanCount: 4 });
const { units, times } = world.options;
const halls = Array.from({ length: units }, (_, hall) => hall);
const panel = {
  ...{ hallIds: halls.map(String), firstMonth: 1, months: times, transactions: Int32Array.from(world.exposure, Math.round), outcome: Int32Array.from(world.count), control: new Int32Array(world.count.length).fill(1) },
  ...{ trainedFrom: Int32Array.from(halls, (hall) => world.firstTreated[hall * times]!), cluster: Int32Array.from(halls) },
};
const plan = { ...usualPlan, cost: 30_000 };
const rows = studyRows(panel);
const result = studyResult(effectStudy({ ...rows, control: undefined, decisionWindow: 3, wantedFall: 0.2, permutations: 49 }), panel, rows, plan, []);
const about = { title: '沟通课', unitName: '临江市', courseName: '沟通', plan, lockedAt: '2026-01-01', lockedBy: '杨军', planDigest: 'd', dataUntilAtLock: null, adjustedPValue: null, coTraining: [], runs: [] };
const written = (found: StudyResult, locale: 'zh-CN' | 'en' = 'zh-CN') => studyDocument({ ...about, result: found }, locale);

describe('a study on paper', () => {
  it('says its verdict once, and beside it what the eye sees before', () => {
    const { headline, detail } = written(result);
    expect(headline).toMatch(/^培训使每万笔投诉下降/);
    expect(detail).toContain('没有受训的营业厅');
    expect(detail).not.toContain(headline);
  });

  it('names complaints avoided and a price with their intervals, in the brackets of the language, and neither while nothing can be said', () => {
    const named = (found: StudyResult, locale: 'zh-CN' | 'en') => new Map(written(found, locale).result.rows.map(([name, value]) => [name, value]));
    expect(named(result, 'zh-CN').get(documentPhrases.avoided['zh-CN'])).toMatch(/^\d+（\d+ 到 \d+）$/);
    expect(named(result, 'en').get(documentPhrases.costPerAvoided.en)).toMatch(/^\d+ \(\d+ to \d+\)$/);
    const withheld = named({ ...result, verdict: 'cannot-say-yet', reasons: ['too-few-data'], costPerAvoided: null }, 'zh-CN');
    expect([withheld.has(documentPhrases.avoided['zh-CN']), withheld.has(documentPhrases.costPerAvoided['zh-CN'])]).toEqual([false, false]);
    expect(withheld.has(documentPhrases.moreHalls['zh-CN']) || result.moreHalls === null).toBe(true);
  });
});
