import fc from 'fast-check';
import { groupShare, type ScoreGroups, scoreGroups, upperLower, weighted } from './score-groups.js';
import { shuffles } from './testing/tables.js';

const groupsOf = (...scores: number[]): ScoreGroups | null => scoreGroups(Float64Array.from(scores));
const sum = (weights: Float64Array): number => weights.reduce((total, weight) => total + weight, 0);
const varied = fc.array(fc.integer({ min: 0, max: 6 }).map((value) => value / 2), { minLength: 2, maxLength: 30 }).filter((scores) => new Set(scores).size > 1);

describe('the best and the weakest group', () => {
  it('are 27 % each: 3 of 10', () => {
    const groups = groupsOf(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)!;
    expect(groups.size).toBe(3);
    expect([...groups.lower]).toEqual([1, 1, 1, 0, 0, 0, 0, 0, 0, 0]);
    expect([...groups.upper]).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
  });

  it.each([
    [2, 1],
    [3, 1],
    [5, 1],
    [6, 2],
    [11, 3],
    [50, 14],
    [100, 27],
    [3000, 810],
  ])('of %i attempts have %i', (attempts, size) => {
    expect(scoreGroups(Float64Array.from({ length: attempts }, (_, at) => at))!.size).toBe(size);
    expect(size).toBe(Math.max(1, Math.round(groupShare * attempts)));
  });

  it('share the places left among those who tie at the edge', () => {
    // Two places above; one is taken by 9, the other is shared by the three with 7.
    const groups = groupsOf(9, 7, 7, 7, 3, 2, 1)!;
    expect(groups.size).toBe(2);
    expect([...groups.upper]).toEqual([1, 1 / 3, 1 / 3, 1 / 3, 0, 0, 0]);
    expect([...groups.lower]).toEqual([0, 0, 0, 0, 0, 1, 1]);
  });

  it('see a tie where totals differ by the rounding of decimals alone', () => {
    expect([...groupsOf(0.1 + 0.2, 0.3, 0)!.upper]).toEqual([0.5, 0.5, 0]);
  });

  it('are not there without two attempts or without any difference', () => {
    expect([groupsOf(), groupsOf(4), groupsOf(4, 4, 4), groupsOf(0.1 + 0.2, 0.3)]).toEqual([null, null, null, null]);
  });

  it('hold exactly as many as they should, nobody more than once, the better ones more', () => {
    fc.assert(
      fc.property(varied, (scores) => {
        const { size, upper, lower } = groupsOf(...scores)!;
        for (const weights of [upper, lower]) {
          expect(sum(weights)).toBeCloseTo(size, 9);
          for (const weight of weights) expect(weight >= 0 && weight <= 1).toBe(true);
        }
        for (const [a, one] of scores.entries())
          for (const [b, other] of scores.entries()) {
            if (one > other) expect([upper[a]! >= upper[b]!, lower[a]! <= lower[b]!]).toEqual([true, true]);
            if (one === other) expect([upper[a], lower[a]]).toEqual([upper[b], lower[b]]);
          }
      }),
    );
  });

  it('change places when the scores are turned round', () => {
    fc.assert(
      fc.property(varied, (scores) => {
        const [plain, turned] = [groupsOf(...scores)!, groupsOf(...scores.map((score) => -score))!];
        expect([...turned.upper]).toEqual([...plain.lower]);
        expect([...turned.lower]).toEqual([...plain.upper]);
      }),
    );
  });

  it('follow the attempt, not its place in the list', () => {
    fc.assert(
      fc.property(varied.chain((scores) => fc.tuple(fc.constant(scores), shuffles(scores.map((_, at) => at)))), ([scores, order]) => {
        const [plain, shuffled] = [groupsOf(...scores)!, groupsOf(...order.map((at) => scores[at]!))!];
        expect([...shuffled.upper]).toEqual(order.map((at) => plain.upper[at]));
      }),
    );
  });
});

describe('upper less lower', () => {
  const scores = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
  const of = (marks: number[], maximum = 1) => upperLower(Float64Array.from(marks), groupsOf(...scores), maximum);

  it('is 1 where all of the best and none of the weakest are right, −1 the other way round', () => {
    expect(of([1, 1, 1, 1, 1, 0, 0, 0, 0, 0])).toBe(1);
    expect(of([0, 0, 0, 1, 1, 1, 0, 1, 1, 1])).toBe(-1);
  });

  it('of two right above and one below in groups of three is a third', () => {
    expect(of([1, 1, 0, 0, 0, 0, 0, 0, 1, 0])).toBeCloseTo(1 / 3, 12);
  });

  it('is in parts of the maximum', () => {
    expect(of([4, 4, 4, 0, 0, 0, 0, 0, 0, 0], 4)).toBe(1);
    expect(of([2, 2, 2, 0, 0, 0, 0, 0, 0, 0], 4)).toBe(0.5);
  });

  it('is null without groups and of an item that gives no marks', () => {
    expect(upperLower(Float64Array.of(1, 0), null, 1)).toBeNull();
    expect(of([0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 0)).toBeNull();
  });

  it('lies between −1 and 1 for marks from 0 to the maximum', () => {
    const cases = varied.chain((list) => fc.tuple(fc.constant(list), fc.array(fc.integer({ min: 0, max: 3 }), { minLength: list.length, maxLength: list.length })));
    fc.assert(fc.property(cases, ([list, marks]) => expect(Math.abs(upperLower(Float64Array.from(marks), groupsOf(...list), 3)!)).toBeLessThanOrEqual(1 + 1e-12)));
  });

  it('counts an attempt by its weight', () => {
    expect(weighted(Float64Array.of(1, 0.5, 0), Float64Array.of(2, 4, 100))).toBe(4);
  });
});
