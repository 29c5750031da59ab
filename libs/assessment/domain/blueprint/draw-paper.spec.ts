import fc from 'fast-check';
import { seededDraw } from '../testing/seeded-draw.js';
import type { Blueprint, BlueprintRow } from './blueprint.js';
import { drawPaper, type DrawnQuestion } from './draw-paper.js';
import { checkFeasible } from './feasible.js';
import { fits, type PoolQuestion } from './pool.js';
import { indexPool, type PoolIndex } from './pool-index.js';

const row = (changes: Partial<BlueprintRow>): BlueprintRow => ({ categoryIds: [], track: null, competency: null, type: null, leastDifficulty: 1, mostDifficulty: 5, count: 1, marks: 1, ...changes });
const question = (n: number, changes: Partial<PoolQuestion> = {}): PoolQuestion => ({ questionId: `q${n}`, versionId: `v${n}`, type: 'single', track: 'business', competency: null, difficulty: 3, categoryIds: [], exposure: 0, ...changes });
const blueprint = (...rows: BlueprintRow[]): Blueprint => ({ sections: [{ title: '一', rows, fixed: [] }] });
const made = (plan: Blueprint, pool: readonly PoolQuestion[], cap: number | null = null, tie = seededDraw(1)): PoolIndex => {
  const result = indexPool(plan, pool, cap, tie);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const ids = (paper: readonly DrawnQuestion[]): string[] => paper.map(({ questionId }) => questionId);

const rows = fc.record({
  categoryIds: fc.subarray(['a', 'b', 'c'], { maxLength: 2 }),
  type: fc.constantFrom(null, 'single' as const, 'multiple' as const),
  leastDifficulty: fc.integer({ min: 1, max: 3 }),
  mostDifficulty: fc.integer({ min: 3, max: 5 }),
  count: fc.integer({ min: 0, max: 4 }),
  marks: fc.constantFrom(1, 2.5),
});
const questions = fc.array(fc.record({ type: fc.constantFrom('single' as const, 'multiple' as const), difficulty: fc.integer({ min: 1, max: 5 }), categoryIds: fc.subarray(['a', 'b', 'c'], { maxLength: 2 }), exposure: fc.integer({ min: 0, max: 9 }) }), { maxLength: 40 });
const plans = fc.tuple(fc.array(rows, { minLength: 1, maxLength: 3 }), fc.array(rows, { maxLength: 2 }), questions).map(([one, two, pool]) => ({
  plan: { sections: [{ title: '一', rows: one.map(row), fixed: [] }, { title: '二', rows: two.map(row), fixed: pool.length > 2 ? [{ questionId: 'q2', marks: 3 }] : [] }] } satisfies Blueprint,
  pool: pool.map((each, n) => question(n, each)),
}));

/** Checks a paper against its blueprint without the code that drew it: a question for every place of every row. */
function follows(paper: readonly DrawnQuestion[], { sections }: Blueprint, pool: readonly PoolQuestion[]): void {
  expect(new Set(ids(paper)).size).toBe(paper.length);
  let at = 0;
  for (const [section, { rows: list, fixed }] of sections.entries()) {
    for (const { questionId, marks } of fixed) expect(paper[at++]).toMatchObject({ questionId, marks, section });
    for (const asked of list) {
      for (let n = 0; n < asked.count; n++, at++) {
        const drawn = paper[at]!;
        expect(drawn).toMatchObject({ section, marks: asked.marks });
        const found = pool.find(({ questionId }) => questionId === drawn.questionId)!;
        expect([fits(found, asked), found.versionId]).toEqual([true, drawn.versionId]);
      }
    }
  }
  expect(paper).toHaveLength(at);
}

describe('a paper drawn by a blueprint', () => {
  it('is whole and has no question twice, whenever a paper can be drawn; else it is said why', () => {
    fc.assert(
      fc.property(plans, fc.nat(), ({ plan, pool }, seed) => {
        const index = indexPool(plan, pool, null, seededDraw(seed));
        expect(index.ok).toBe(checkFeasible(plan, pool).length === 0);
        if (index.ok) follows(drawPaper(index.value, seededDraw(seed + 1)), plan, pool);
        else expect(index.error).toEqual(checkFeasible(plan, pool));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same for the same secret, whenever it is drawn, and another for another', () => {
    const pool = Array.from({ length: 60 }, (_, n) => question(n));
    const index = made(blueprint(row({ count: 10 })), pool);
    expect(drawPaper(index, seededDraw(5))).toEqual(drawPaper(made(blueprint(row({ count: 10 })), pool), seededDraw(5)));
    expect(ids(drawPaper(index, seededDraw(5)))).not.toEqual(ids(drawPaper(index, seededDraw(6))));
  });

  it('has the same mix of difficulties in each row as every other paper of the exam', () => {
    fc.assert(
      fc.property(plans, fc.nat(), ({ plan, pool }, seed) => {
        const index = indexPool(plan, pool, null, seededDraw(seed));
        fc.pre(index.ok);
        const difficulty = new Map(pool.map((each) => [each.questionId, each.difficulty]));
        const mix = (paper: readonly DrawnQuestion[]): string => {
          let at = 0;
          const parts = plan.sections.flatMap(({ rows: list, fixed }) => ((at += fixed.length), list.map(({ count }) => paper.slice(at, (at += count)))));
          return parts.map((part) => ids(part).map((id) => difficulty.get(id)).sort().join('')).join('|');
        };
        expect(new Set([1, 2, 3, 4].map((n) => mix(drawPaper(index.value, seededDraw(seed + n))))).size).toBe(1);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the exposure cap wherever a paper can be drawn without going beyond it, and else goes beyond as little as possible', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 1, max: 9 }), fc.nat(), ({ plan, pool }, cap, seed) => {
        const index = indexPool(plan, pool, cap, seededDraw(seed));
        fc.pre(index.ok);
        const fixed = new Set(plan.sections.flatMap((section) => section.fixed.map(({ questionId }) => questionId)));
        const worn = ids(drawPaper(index.value, seededDraw(seed))).filter((id) => !fixed.has(id) && pool.find(({ questionId }) => questionId === id)!.exposure >= cap).length;
        const missing = checkFeasible(plan, pool, cap).reduce((sum, problem) => (problem.kind === 'too-few' ? sum + problem.needed - problem.available : sum), 0);
        expect([worn, index.value.worn]).toEqual([missing, missing]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a question used as often as the cap allows', () => {
  it('goes where a paper cannot do without it, and never where another would do', () => {
    const pool = [question(1, { categoryIds: ['a', 'b'], exposure: 1 }), question(2, { categoryIds: ['b'] })];
    const plan = blueprint(row({ categoryIds: ['a'] }), row({ categoryIds: ['b'] }));
    const index = made(plan, pool, 1);
    for (let n = 0; n < 50; n++) expect(ids(drawPaper(index, seededDraw(n)))).toEqual(['q1', 'q2']);
  });
});

describe('over many papers', () => {
  const often = (index: PoolIndex, papers: number): Map<string, number> => {
    const counts = new Map<string, number>();
    for (let n = 0; n < papers; n++) for (const id of ids(drawPaper(index, seededDraw(1000 + n)))) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  };

  it('questions that are alike come equally often (chi-square at 0.1 %)', () => {
    const pool = Array.from({ length: 50 }, (_, n) => question(n, { exposure: 4 }));
    const counts = often(made(blueprint(row({ count: 10 })), pool), 2000);
    const expected = (2000 * 10) / 50;
    // Drawn without being put back, so the statistic is smaller than that of 49 degrees of freedom, whose limit is 85.4.
    expect(pool.reduce((sum, { questionId }) => sum + ((counts.get(questionId) ?? 0) - expected) ** 2 / expected, 0)).toBeLessThan(85.4);
  });

  it('two questions come together as often as any other two', () => {
    const pool = Array.from({ length: 6 }, (_, n) => question(n));
    const index = made(blueprint(row({ count: 2 })), pool);
    const counts = new Map<string, number>();
    for (let n = 0; n < 3000; n++) {
      const pair = ids(drawPaper(index, seededDraw(n))).sort().join();
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    expect(counts.size).toBe(15);
    expect([...counts.values()].reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0)).toBeLessThan(36.1);
  });

  it('every question that can stand on a paper does, also where rows overlap and little is to spare', () => {
    const pool = [...Array.from({ length: 4 }, (_, n) => question(n, { categoryIds: ['a'] })), ...Array.from({ length: 3 }, (_, n) => question(10 + n, { categoryIds: ['a', 'b'] })), ...Array.from({ length: 3 }, (_, n) => question(20 + n, { categoryIds: ['b'] }))];
    const counts = often(made(blueprint(row({ categoryIds: ['a'], count: 5 }), row({ categoryIds: ['b'], count: 4 })), pool), 300);
    expect(counts.size).toBe(pool.length);
  });

  it('of exams with secrets of their own every difficulty has its turn, where one question is asked of five', () => {
    const pool = [1, 2, 3, 4, 5].map((difficulty) => question(difficulty, { difficulty }));
    const seen = new Set(Array.from({ length: 60 }, (_, n) => ids(drawPaper(made(blueprint(row({})), pool, null, seededDraw(n)), seededDraw(9)))[0]));
    expect(seen.size).toBe(5);
  });

  it('questions used less often come sooner, and none is left out for ever', () => {
    const pool = [...Array.from({ length: 10 }, (_, n) => question(n, { exposure: 0 })), ...Array.from({ length: 10 }, (_, n) => question(100 + n, { exposure: 4 }))];
    const counts = often(made(blueprint(row({ count: 4 })), pool), 1000);
    const [fresh, used] = [0, 100].map((from) => Array.from({ length: 10 }, (_, n) => counts.get(`q${from + n}`) ?? 0));
    expect(Math.min(...fresh!)).toBeGreaterThan(Math.max(...used!));
    expect(Math.min(...used!)).toBeGreaterThan(0);
  });

  it('a question that everybody has seen is still drawn where nothing else is left', () => {
    const pool = [question(1), question(2, { exposure: 2_000_000 }), question(3, { exposure: 3_000_000 })];
    expect(ids(drawPaper(made(blueprint(row({ count: 3 })), pool), seededDraw(1))).sort()).toEqual(['q1', 'q2', 'q3']);
  });
});
