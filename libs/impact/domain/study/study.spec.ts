import { unreachable } from '@skillhall/kernel';
import { drawWorld, effectStudy, NEVER_TREATED, StatisticsError } from '@skillhall/statistics';
import fc from 'fast-check';
import { avoidedComplaints, costPerAvoided } from './avoided.js';
import { emptyResult, studyResult } from './build-result.js';
import { coTrainingOf } from './co-training.js';
import { type StudyPanel, studyRows } from './study-panel.js';
import { planProblem, planText, type StudyPlan, usualPlan, windowFrom } from './study-plan.js';
import { runStates, studyStates } from './study-state.js';
import { exclusionText, studyHeadline, studyNotesOf } from './study-words.js';

const world = drawWorld({ seed: 8, units: 60, unitsPerWave: 8, ratio: 0.6, meanCount: 4 });
const { units, times } = world.options;

/** The drawn world as halls × months. */
const panelOf = (changes: Partial<StudyPanel> = {}): StudyPanel => ({
  hallIds: Array.from({ length: units }, (_, hall) => `hall-${hall}`),
  firstMonth: 1,
  months: times,
  transactions: Int32Array.from(world.exposure, Math.round),
  outcome: Int32Array.from(world.count),
  control: new Int32Array(world.count.length).fill(1),
  trainedFrom: Int32Array.from({ length: units }, (_, hall) => world.firstTreated[hall * times]!),
  cluster: Int32Array.from({ length: units }, (_, hall) => hall),
  ...changes,
});
const plan: StudyPlan = { ...usualPlan, cost: 30_000 };
const subject = { studyId: 's', courseId: 'c', unitId: 'u', replacesId: null };

describe('the states of a study', () => {
  it('can all be reached, and nothing leads back from a lock to a plan that may be changed', () => {
    expect([unreachable(studyStates, 'declared'), unreachable(runStates, 'waiting')]).toEqual([[], []]);
    const after = new Set(['locked', ...Object.values(studyStates.locked)]);
    for (const state of after) expect(studyStates[state as 'locked']).not.toHaveProperty('change');
    expect(studyStates.declared).not.toHaveProperty('run');
    expect(studyStates.locked).not.toHaveProperty('drop');
  });
});

describe('the plan of a study', () => {
  it('is right as it is usual, and names the field that is not', () => {
    expect(planProblem(usualPlan)).toBeUndefined();
    expect(planProblem({ ...usualPlan, outcomeClasses: ['service', 'service'] })).toBe('outcomeClasses');
    expect(planProblem({ ...usualPlan, controlClasses: ['service'] })).toBe('controlClasses');
    expect(planProblem({ ...usualPlan, controlClasses: [] })).toBeUndefined();
    expect(planProblem({ ...usualPlan, decisionWindow: 2.5 })).toBe('decisionWindow');
    expect(planProblem({ ...usualPlan, wantedFall: NaN })).toBe('wantedFall');
    expect(planProblem({ ...usualPlan, cost: Infinity })).toBe('cost');
  });

  it('has one text, whatever the order of its classes, and another for every change', () => {
    expect(planText(subject, { ...usualPlan, outcomeClasses: ['business', 'service'] })).toBe(planText(subject, { ...usualPlan, outcomeClasses: ['service', 'business'] }));
    const changes: Partial<StudyPlan>[] = [{ outcomeClasses: ['service'] }, { controlClasses: [] }, { countRule: 'substantiated' }, { decisionWindow: 6 }, { windowSource: 'chosen' }, { wantedFall: 0.1 }, { cluster: 'county' }, { cost: 1 }];
    const texts = [planText(subject, usualPlan), planText({ ...subject, replacesId: 'r' }, usualPlan), ...changes.map((change) => planText(subject, { ...usualPlan, ...change }))];
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('takes a window as long as anybody looked back, and a long one as soon as somebody did not write it down', () => {
    expect(windowFrom([])).toEqual({ decisionWindow: 3, windowSource: 'usual' });
    expect(windowFrom([3, 1, 4])).toEqual({ decisionWindow: 4, windowSource: 'recorded' });
    expect(windowFrom([3, null])).toEqual({ decisionWindow: 6, windowSource: 'unknown' });
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 24 })), { minLength: 1 }), (looked) => {
        const { decisionWindow } = windowFrom(looked);
        expect(decisionWindow).toBeGreaterThanOrEqual(Math.max(0, ...looked.map((months) => months ?? 6)));
      }),
    );
  });
});

describe('complaints avoided', () => {
  const estimate = { ratio: 0.8, lower: 0.7, upper: 0.95, waves: [{ wave: 13 }] } as unknown as Parameters<typeof avoidedComplaints>[1];

  it('are those of the averaged months of the waves compared, by hand', () => {
    const panel = panelOf();
    let by = 0;
    for (let row = 0; row < world.count.length; row++) if (world.firstTreated[row] === 13 && world.time[row]! >= 15 && world.time[row]! <= 24) by += world.count[row]!;
    const found = avoidedComplaints(panel, estimate);
    expect(found.complaints).toBeCloseTo(by / 0.8 - by, 8);
    expect([found.low, found.high]).toEqual([by * (1 / 0.95 - 1), by * (1 / 0.7 - 1)]);
    expect(found.hallMonths).toBe(80);
  });

  it('cost what training cost, with the ends of the interval the other way round, and nothing where none may have been avoided', () => {
    expect(costPerAvoided(1000, { complaints: 10, low: 5, high: 20, hallMonths: 1 })).toEqual({ cost: 100, low: 50, high: 200 });
    expect(costPerAvoided(1000, { complaints: 10, low: -5, high: 20, hallMonths: 1 })).toEqual({ cost: 100, low: 50, high: null });
    expect(costPerAvoided(1000, { complaints: -1, low: -5, high: 2, hallMonths: 1 })).toBeNull();
  });
});

describe('what else came to trained halls', () => {
  const halls = { hallIds: ['a', 'b', 'c'], trainedFrom: Int32Array.from([100, 100, NEVER_TREATED]) };

  it('counts from the first clean month to the last averaged one, at trained halls alone', () => {
    const other = (unitId: string, month: number, courseId = 'x') => ({ courseId, unitId, month });
    expect(coTrainingOf(halls, 3, [other('a', 85), other('b', 111), other('c', 100), other('b', 84, 'y'), other('a', 112, 'y')])).toEqual([{ courseId: 'x', halls: 2 }]);
  });
});

describe('the result of a study', () => {
  const panel = panelOf();
  const rows = studyRows(panel);
  const result = studyResult(effectStudy({ ...rows, control: undefined, decisionWindow: 3, wantedFall: 0.2, permutations: 49 }), panel, rows, plan, []);

  it('is plain numbers that come back from JSON as they were', () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(JSON.stringify(result)).not.toContain('NaN');
  });

  it('gives a price only where complaints fell', () => {
    expect(result.verdict).toBe('fell');
    expect(result.costPerAvoided!.cost).toBeCloseTo(30_000 / result.avoided!.complaints!, 8);
    expect(result.moreMonths).toBe(0);
    const still = drawWorld({ seed: 8, units: 60, unitsPerWave: 8, ratio: 1, meanCount: 4 });
    const quiet = panelOf({ outcome: Int32Array.from(still.count), transactions: Int32Array.from(still.exposure, Math.round), trainedFrom: Int32Array.from({ length: units }, (_, hall) => still.firstTreated[hall * times]!) });
    const lines = studyRows(quiet);
    const nothing = studyResult(effectStudy({ ...lines, control: undefined, wantedFall: 0.05, permutations: 0 }), quiet, lines, { ...plan, wantedFall: 0.05 }, []);
    expect(nothing).toMatchObject({ verdict: 'cannot-say-yet', costPerAvoided: null });
    expect(nothing.moreHalls).toBeGreaterThan(0);
    // All waves have their ten months: waiting does not help any more.
    expect(nothing.moreMonths === null || nothing.moreMonths > 0).toBe(true);
  });

  it('names what is left out', () => {
    const transactions = Int32Array.from(panel.transactions);
    transactions.fill(0, 0, 5);
    const trainedFrom = Int32Array.from(panel.trainedFrom);
    trainedFrom[1] = 1;
    trainedFrom[2] = times + 3;
    const cut = panelOf({ transactions, trainedFrom });
    const { exclusions } = emptyResult(cut, studyRows(cut), [], new StatisticsError('no-usable-wave', 'none'));
    const lost = panel.outcome.slice(0, 5).reduce((sum, count) => sum + count, 0);
    expect(exclusions).toEqual(
      [
        { reason: 'no-volume', halls: 1, number: 5 },
        { reason: 'trained-before-data', halls: 1, number: times },
        { reason: 'trained-after-data', halls: 1, number: 1 },
        { reason: 'complaints-without-volume', halls: 1, number: lost },
      ].filter(({ number }) => number > 0),
    );
  });

  it.each(['zh-CN', 'zh-TW', 'en'] as const)('speaks %s, with or without a number', (locale) => {
    const without = emptyResult(panel, rows, [], new StatisticsError('no-usable-wave', 'none'));
    const study = { decisionWindow: 6, windowSource: 'unknown', dataUntilAtLock: '2025-12' as never };
    const said = [result, without].flatMap((one) => [studyHeadline(one, locale).sentence, ...studyNotesOf(one, study, locale).map(({ text }) => text), ...one.exclusions.map((exclusion) => exclusionText(exclusion, locale))]);
    expect(said.length).toBeGreaterThan(4);
    for (const text of said) expect(text).not.toMatch(/\{\{|NaN|undefined|null/);
    expect(studyHeadline(without, locale).headline).not.toMatch(/\d/);
  });
});
