import fc from 'fast-check';
import { allocate } from './allocation.js';
import type { Blueprint, BlueprintRow } from './blueprint.js';
import { checkFeasible, countFitting } from './feasible.js';
import { cellsOf, fits, kindsOf, type PoolQuestion } from './pool.js';

const row = (changes: Partial<BlueprintRow>): BlueprintRow => ({ categoryIds: [], track: null, competency: null, type: null, leastDifficulty: 1, mostDifficulty: 5, count: 1, marks: 1, ...changes });
const question = (n: number, changes: Partial<PoolQuestion> = {}): PoolQuestion => ({ questionId: `q${n}`, versionId: `v${n}`, type: 'single', track: 'business', competency: null, difficulty: 3, categoryIds: [], exposure: 0, ...changes });
const blueprint = (...rows: BlueprintRow[]): Blueprint => ({ sections: [{ title: '一', rows, fixed: [] }] });

const rows = fc.record({
  categoryIds: fc.subarray(['a', 'b', 'c'], { maxLength: 2 }),
  type: fc.constantFrom(null, 'single' as const, 'multiple' as const),
  leastDifficulty: fc.integer({ min: 1, max: 3 }),
  mostDifficulty: fc.integer({ min: 3, max: 5 }),
  count: fc.integer({ min: 0, max: 4 }),
});
const questions = fc.array(fc.record({ type: fc.constantFrom('single' as const, 'multiple' as const), difficulty: fc.integer({ min: 1, max: 5 }), categoryIds: fc.subarray(['a', 'b', 'c'], { maxLength: 2 }), exposure: fc.integer({ min: 0, max: 3 }) }), { maxLength: 14 });
const cases = fc.tuple(fc.array(rows, { minLength: 1, maxLength: 4 }), questions).map(([list, pool]) => ({ plan: blueprint(...list.map(row)), pool: pool.map((each, n) => question(n, each)) }));

/** The most places that can be filled, by trying one question after another for each (Kuhn's method). */
function mostFilled(plan: Blueprint, pool: readonly PoolQuestion[]): number {
  const places = plan.sections.flatMap(({ rows: list }) => list.flatMap((asked) => Array.from({ length: asked.count }, () => asked)));
  const placeOf = new Map<PoolQuestion, number>();
  const fill = (place: number, tried: Set<PoolQuestion>): boolean =>
    pool.some((each) => {
      if (tried.has(each) || !fits(each, places[place]!)) return false;
      tried.add(each);
      const other = placeOf.get(each);
      if (other !== undefined && !fill(other, tried)) return false;
      placeOf.set(each, place);
      return true;
    });
  return places.filter((_, place) => fill(place, new Set())).length;
}

describe('a question fits a row', () => {
  it('of any of the categories named, of the difficulties named with both ends, and of everything else that is named', () => {
    const asked = row({ categoryIds: ['a', 'b'], type: 'single', track: 'law', competency: 'LAW-1', leastDifficulty: 2, mostDifficulty: 4 });
    const fitting = { track: 'law', competency: 'LAW-1', categoryIds: ['top', 'b'] } as const;
    expect([1, 2, 4, 5].map((difficulty) => fits(question(1, { ...fitting, difficulty }), asked))).toEqual([false, true, true, false]);
    const others: Partial<PoolQuestion>[] = [{ categoryIds: ['top'] }, { type: 'multiple' }, { track: 'ethics' }, { competency: null }];
    for (const other of others) expect(fits(question(1, { ...fitting, ...other }), asked)).toBe(false);
  });
});

describe('whether papers can be drawn', () => {
  it('agrees with trying every question for every place, and misses as many as it says', () => {
    fc.assert(
      fc.property(cases, ({ plan, pool }) => {
        const asked = plan.sections[0]!.rows.reduce((sum, { count }) => sum + count, 0);
        const missing = checkFeasible(plan, pool).reduce((sum, problem) => (problem.kind === 'too-few' ? sum + problem.needed - problem.available : sum), 0);
        expect(missing).toBe(asked - mostFilled(plan, pool));
      }),
      { numRuns: 400 },
    );
  });

  it('is said of rows that really cannot be filled: what they need and what fits any of them', () => {
    fc.assert(
      fc.property(cases, ({ plan, pool }) => {
        for (const problem of checkFeasible(plan, pool)) {
          if (problem.kind !== 'too-few') throw new Error(problem.kind);
          const named = problem.rows.map(({ section, row: at }) => plan.sections[section]!.rows[at]!);
          expect(problem.needed).toBe(named.reduce((sum, { count }) => sum + count, 0));
          expect(problem.available).toBe(pool.filter((each) => named.some((asked) => fits(each, asked))).length);
          expect(problem.available).toBeLessThan(problem.needed);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is not fooled by rows that are each filled alone but share their questions', () => {
    const pool = [question(1), question(2), question(3, { type: 'multiple' })];
    const plan = blueprint(row({ type: 'single', count: 2 }), row({ leastDifficulty: 3, count: 2 }));
    expect(countFitting(plan, pool)).toEqual([[2, 3]]);
    expect(checkFeasible(plan, pool)).toEqual([{ kind: 'too-few', rows: [{ section: 0, row: 0 }, { section: 0, row: 1 }], needed: 4, available: 3 }]);
    expect(checkFeasible(plan, [...pool, question(4, { type: 'multiple' })])).toEqual([]);
  });

  it('is not greedy: the row that has a choice leaves the others theirs', () => {
    const pool = [question(1, { categoryIds: ['a'] }), question(2)];
    expect(checkFeasible(blueprint(row({ count: 1 }), row({ categoryIds: ['a'], count: 1 })), pool)).toEqual([]);
  });

  it('names rows apart that have nothing to do with each other', () => {
    const problems = checkFeasible(blueprint(row({ type: 'single', count: 3 }), row({ type: 'multiple', count: 2 }), row({ type: 'trueFalse', count: 1 })), [question(1), question(2, { type: 'trueFalse' })]);
    expect(problems).toEqual([
      { kind: 'too-few', rows: [{ section: 0, row: 0 }], needed: 3, available: 1 },
      { kind: 'too-few', rows: [{ section: 0, row: 1 }], needed: 2, available: 0 },
    ]);
  });

  it('leaves out questions that are used up, and those that stand on the paper anyway', () => {
    const plan: Blueprint = { sections: [{ title: '一', rows: [row({ count: 2 })], fixed: [{ questionId: 'q1', marks: 5 }] }] };
    const pool = [question(1), question(2), question(3, { exposure: 9 })];
    expect(checkFeasible(plan, pool)).toEqual([]);
    expect(checkFeasible(plan, pool, 9)).toMatchObject([{ needed: 2, available: 1 }]);
  });

  it('says which fixed question is gone or stands twice', () => {
    const plan: Blueprint = { sections: [{ title: '一', rows: [], fixed: [{ questionId: 'q1', marks: 5 }, { questionId: 'q9', marks: 5 }] }, { title: '二', rows: [], fixed: [{ questionId: 'q1', marks: 5 }] }] };
    expect(checkFeasible(plan, [question(1)])).toEqual([
      { kind: 'fixed-missing', section: 0, questionId: 'q9' },
      { kind: 'fixed-twice', section: 1, questionId: 'q1' },
    ]);
  });
});

describe('the mix of difficulties', () => {
  const supply = (...counts: number[]): PoolQuestion[] => counts.flatMap((count, at) => Array.from({ length: count }, (_, n) => question(at * 1000 + n, { difficulty: at + 1 })));
  const quotas = (plan: Blueprint, pool: readonly PoolQuestion[]): number[][] => {
    const cells = cellsOf(plan);
    const { stalls } = allocate(cells, kindsOf(cells, new Set(), pool, null), () => 0);
    return stalls.map(({ cell, difficulty, quota }) => [cell, difficulty, quota]);
  };

  it('is that of the largest remainder', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 5 }), fc.integer({ min: 1, max: 20 }), (counts, asked) => {
        const all = counts.reduce((sum, count) => sum + count, 0);
        fc.pre(asked <= all);
        const ideal = counts.map((count) => (asked * count) / all);
        const got = quotas(blueprint(row({ count: asked })), supply(...counts)).map(([, , quota]) => quota!);
        expect(got.reduce((sum, quota) => sum + quota, 0)).toBe(asked);
        for (const [at, quota] of got.entries()) expect([Math.floor(ideal[at]! + 1e-9), Math.ceil(ideal[at]! - 1e-9)]).toContain(quota);
        const [up, down] = [true, false].map((raised) => ideal.flatMap((share, at) => (got[at]! > share + 1e-9 === raised && share % 1 > 1e-9 && share % 1 < 1 - 1e-9 ? [share % 1] : [])));
        if (up!.length && down!.length) expect(Math.min(...up!)).toBeGreaterThanOrEqual(Math.max(...down!) - 1e-3);
      }),
    );
  });

  it('gives way where rows that overlap could not be filled otherwise', () => {
    const pool = [...supply(0, 0, 2, 2), question(9001, { difficulty: 3, type: 'multiple' }), question(9002, { difficulty: 4, type: 'multiple' })];
    const plan = blueprint(row({ count: 4 }), row({ type: 'multiple', count: 1 }), row({ type: 'single', count: 1 }));
    const got = quotas(plan, pool);
    expect(got.filter(([cell]) => cell === 0).reduce((sum, [, , quota]) => sum + quota!, 0)).toBe(4);
  });
});
