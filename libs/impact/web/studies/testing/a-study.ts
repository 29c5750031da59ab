/** A study and a report as the server gives them; for tests. */
export const plan = {
  ...{ id: 's1', title: '沟通课有没有减少投诉', state: 'locked', version: 2, mayManage: true, outcomeClasses: ['service', 'business'], controlClasses: ['outage'], countRule: 'filed' },
  ...{ decisionWindow: 3, windowSource: 'usual', wantedFall: 0.2, cluster: 'hall', cost: 50_000, declaredAt: '2026-11-01T08:00:00Z', declaredBy: '杨军', lockedAt: '2026-11-02T08:00:00Z', lockedBy: '杨军' },
  ...{ dataUntilAtLock: '2026-10', planDigest: 'abcdef0123456789', adjustedPValue: 0.02, course: { id: 'c1', name: '沟通课' }, unit: { id: 'unit-1', name: '江北县' }, replaces: null, replacedBy: null },
};

const snapshot = { id: 'd1', digest: '0123456789', takenAt: '2026-11-02T08:00:00Z', halls: 40, trainedHalls: 30, rows: 1440, firstMonth: '2023-11', lastMonth: '2026-10' };
export const run = { id: 'r1', number: 1, state: 'done', progress: 100, reason: '', askedAt: '2026-11-02T08:00:00Z', askedBy: '杨军', endedAt: '2026-11-02T08:01:00Z', methodVersion: 'stacked-clean-window-1', snapshot, report: { verdict: 'fell' } };

const ratio = { ratio: 0.8, low: 0.7, high: 0.91 };
const event = (relative: number, window: string, level = 1) => ({ relative, window, ratio: level, low: level * 0.7, high: level * 1.4 });
const side = (before: number, after: number) => ({ before, after, halls: 16, ratio: after / before, low: 0.5, high: 1.1 });

export const report = {
  ...{ verdict: 'fell', headline: '培训使每万笔投诉下降约 20%（95% 区间 9%–30%）。', sentence: '受训营业厅由 3.9 变为 2.3。培训使每万笔投诉下降约 20%（95% 区间 9%–30%）。', reasons: [], notes: [{ code: 'known-at-lock', text: '锁定方案时数据已经存在。' }] },
  ...{ effect: ratio, pValue: 0.001, byPermutation: false, minimumDetectableFall: 0.15, moreHalls: null, moreMonths: null, halls: 40, trainedHalls: 30, months: 36, complaints: 1878, clusters: 40 },
  events: [event(-5, 'cleanBefore'), event(-4, 'cleanBefore'), event(-3, 'decision', 2), event(-2, 'decision', 2), event(-1, 'decision', 2), event(0, 'phaseIn'), event(1, 'phaseIn'), event(2, 'after', 0.8), event(3, 'after', 0.8)],
  sameSpike: { unmatched: 2, trained: side(3.9, 2.3), untrained: side(3.7, 2.8), series: [{ relative: -1, trained: 4, untrained: 4 }, { relative: 0, trained: 3, untrained: 3.5 }, { relative: 2, trained: 2.3, untrained: 2.8 }] },
  ...{ avoided: { complaints: 120, low: 40, high: 200, hallMonths: 300 }, costPerAvoided: { cost: 417, low: 250, high: 1250 }, leadsP: 0.4 },
  ...{ curve: { stable: true, points: [2, 3, 4].map((decisionWindow) => ({ decisionWindow, ...ratio })) }, control: { ratio: 1.02, low: 0.9, high: 1.2 }, symmetricWindow: ratio, decisionRate: ratio },
  naive: { quarter: side(4.6, 2.4), year: side(3.1, 2.6) },
  waves: [{ month: '2025-03', trainedHalls: 6, comparisonHalls: 28, ...ratio }, { month: '2025-07', trainedHalls: 6, comparisonHalls: 22, ...ratio }],
  ...{ permutation: { p: 0.004, draws: 999, low: 0.7, high: 0.92 }, sensitivity: { sharp: false, breakdown: 1.3, bands: [{ violation: 0, low: 0.7, high: 0.91 }, { violation: 1, low: 0.65, high: 0.98 }] } },
  ...{ coTraining: [], exclusions: [{ code: 'silent', text: '1 组没有投诉。' }] },
};
