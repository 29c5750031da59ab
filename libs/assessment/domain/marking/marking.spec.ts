import { unreachable } from '@skillhall/kernel';
import fc from 'fast-check';
import { type AnswerMark, fullShare, type MarkingRules, markingState, markingStates, settledMarks } from './marking-state.js';
import { rubricLines, rubricShare } from './rubric-share.js';
import { type AnswerToMark, type MarkingClaim, marksSeenBy, roundFor } from './who-marks.js';

const share = fc.integer({ min: 0, max: fullShare });
const two: MarkingRules = { markers: 2, gap: 20 };
const one: MarkingRules = { markers: 1, gap: 20 };
const mark = (round: 1 | 2 | 3, given: number, accountId = `m${round}`): AnswerMark => ({ round, accountId, share: given });

describe('the marking of an answer', () => {
  it('has no state that cannot be reached', () => {
    expect(unreachable(markingStates, 'waiting')).toEqual([]);
  });

  it('by one person is settled with the first mark', () => {
    expect([markingState(one, []), markingState(one, [mark(1, 5000)])]).toEqual(['waiting', 'settled']);
    expect(settledMarks(one, [mark(1, 7550)], 10)).toBe(7.55);
  });

  it('by two is settled by their mean where they are near, and waits for a third where they are not', () => {
    expect(markingState(two, [mark(2, 5000)])).toBe('once');
    expect(markingState(two, [mark(1, 5000), mark(2, 7000)])).toBe('settled');
    expect(markingState(two, [mark(1, 5000), mark(2, 7001)])).toBe('disputed');
    expect(settledMarks(two, [mark(1, 5000), mark(2, 7000)], 10)).toBe(6);
    expect(settledMarks(two, [mark(1, 5000), mark(2, 7001)], 10)).toBeNull();
    expect(settledMarks(two, [mark(1, 0), mark(2, 10_000), mark(3, 9000)], 10)).toBe(9);
  });

  it('comes to marks between the two, whoever was first, or to exactly the third', () => {
    fc.assert(
      fc.property(share, share, share, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 10_000 }), (a, b, c, gap, hundredths) => {
        const rules: MarkingRules = { markers: 2, gap };
        const maxMarks = hundredths / 100;
        const pair = [mark(1, a), mark(2, b)];
        const apart = Math.abs(a - b) > gap * 100;
        expect(markingState(rules, pair)).toBe(apart ? 'disputed' : 'settled');
        expect(settledMarks(rules, [mark(1, b), mark(2, a)], maxMarks)).toBe(settledMarks(rules, pair, maxMarks));
        const marks = settledMarks(rules, apart ? [...pair, mark(3, c)] : pair, maxMarks)!;
        const [low, high] = apart ? [c, c] : [Math.min(a, b), Math.max(a, b)];
        expect(marks).toBeGreaterThanOrEqual((low * maxMarks) / fullShare - 0.005 - 1e-9);
        expect(marks).toBeLessThanOrEqual((high * maxMarks) / fullShare + 0.005 + 1e-9);
        expect(Math.abs(marks * 100 - Math.round(marks * 100))).toBeLessThan(1e-6);
      }),
    );
  });
});

const now = new Date(1000);
const answer = (marks: readonly AnswerMark[], claims: readonly MarkingClaim[] = []): AnswerToMark => ({ examineeId: 'examinee', marks, claims });
const claim = (round: 1 | 2 | 3, accountId: string, until: number): MarkingClaim => ({ round, accountId, until: new Date(until) });
const marker = (accountId: string, personId: string | null = accountId) => ({ accountId, personId });

describe('who marks', () => {
  it('is never the examinee, and nobody twice', () => {
    expect(roundFor(two, answer([]), marker('x', 'examinee'), now)).toBe('OWN_PAPER');
    expect(roundFor(two, answer([mark(1, 1)]), marker('m1'), now)).toBe('MARKED_BEFORE');
    expect(roundFor(two, answer([mark(1, 0), mark(2, 9000)]), marker('m2'), now)).toBe('MARKED_BEFORE');
  });

  it('are two at the same time, each in a round of their own, and nobody third unless they differ', () => {
    const claims = [claim(1, 'a', 2000), claim(2, 'b', 2000)];
    expect(['a', 'b', 'c'].map((account) => roundFor(two, answer([], claims), marker(account), now))).toEqual([1, 2, 'TAKEN']);
    expect(roundFor(two, answer([mark(2, 5000, 'b')], [claim(1, 'a', 2000)]), marker('c'), now)).toBe('TAKEN');
    expect(roundFor(two, answer([mark(1, 5000), mark(2, 5000)]), marker('c'), now)).toBe('NOTHING_TO_MARK');
    expect(roundFor(two, answer([mark(1, 0), mark(2, 5000)]), marker('c'), now)).toBe(3);
    expect(roundFor(one, answer([mark(1, 0)]), marker('c'), now)).toBe('NOTHING_TO_MARK');
  });

  it('loses a claim that has run out to whoever comes', () => {
    expect(roundFor(one, answer([], [claim(1, 'a', 1000)]), marker('b'), now)).toBe(1);
    expect(roundFor(one, answer([], [claim(1, 'a', 1001)]), marker('b'), now)).toBe('TAKEN');
  });

  it('can always finish: free markers settle every answer, each with one mark, in two or three marks', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 3, maxLength: 3 }), fc.constantFrom(one, two), (shares, rules) => {
        const marks: AnswerMark[] = [];
        for (const [index, given] of shares.entries()) {
          const round = roundFor(rules, answer(marks), marker(`free${index}`), now);
          if (typeof round === 'string') break;
          marks.push({ round, accountId: `free${index}`, share: given });
        }
        expect(markingState(rules, marks)).toBe('settled');
        expect(new Set(marks.map(({ round }) => round)).size).toBe(marks.length);
      }),
    );
  });

  it('sees nothing of the other before both have marked; who settles a gap sees both', () => {
    const apart = [mark(1, 0), mark(2, 9000)];
    expect(marksSeenBy(two, [mark(1, 5000)], 'm2')).toEqual([]);
    expect(marksSeenBy(two, [mark(1, 5000)], 'm1')).toEqual([mark(1, 5000)]);
    expect(marksSeenBy(two, apart, 'm1')).toEqual([apart[0]]);
    expect(marksSeenBy(two, apart, 'third')).toEqual(apart);
    expect(marksSeenBy(two, [...apart, mark(3, 100)], 'm1')).toHaveLength(3);
  });
});

describe('a rubric', () => {
  const criteria = [{ id: 'a', text: '说明', share: 0.5 }, { id: 'b', text: '道歉', share: 0.2 }, { id: 'c', text: '解决', share: 0.3 }];

  it('adds up its lines by their shares', () => {
    expect(rubricShare(criteria, { a: 10_000, b: 0, c: 5000 })).toBe(6500);
    const thirds = ['a', 'b', 'c'].map((id) => ({ id, text: id, share: 0.3333 }));
    expect([rubricShare(thirds, { a: 10_000, b: 10_000, c: 10_000 }), rubricShare(thirds, { a: 10_000, b: 0, c: 0 })]).toEqual([10_000, 3333]);
  });

  it('has lines that add up to the mark where they weigh the same, and by their shares where they do not', () => {
    const lines = (shares: readonly number[], most: number) => rubricLines(shares.map((weight, index) => ({ id: `${index}`, text: '', share: weight })), most).map(({ marks }) => marks);
    expect([lines([0.3333, 0.3333, 0.3333], 5), lines([0.7, 0.3], 5), lines([], 5)]).toEqual([[1.67, 1.67, 1.66], [3.5, 1.5], []]);
  });

  it('is not counted with a line missing, unknown or out of range', () => {
    const unsound: Record<string, number>[] = [{ a: 1, b: 1 }, { a: 1, b: 1, x: 1 }, { a: 1, b: 1, c: 10_001 }, { a: 1, b: 1, c: -1 }, { a: 1, b: 1, c: 0.5 }];
    for (const given of unsound) expect(rubricShare(criteria, given)).toBeUndefined();
  });

  it('never falls when a line is given more', () => {
    fc.assert(
      fc.property(fc.tuple(share, share, share), fc.integer({ min: 0, max: 2 }), share, ([a, b, c], line, more) => {
        const given = { a, b, c };
        const id = ['a', 'b', 'c'][line] as 'a' | 'b' | 'c';
        const better = { ...given, [id]: Math.max(given[id], more) };
        expect(rubricShare(criteria, better)!).toBeGreaterThanOrEqual(rubricShare(criteria, given)!);
      }),
    );
  });
});
