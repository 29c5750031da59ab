import { transition, unreachable } from '@skillhall/kernel';
import fc from 'fast-check';
import { attemptDeadline, type Candidacy, type SittingState, type SittingTimes, sittingState, startRefusal } from './sitting.js';
import { sittingSteps } from './sitting-steps.js';

const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 25, 1) + minutes * 60_000);
const times = (changes: Partial<SittingTimes> = {}): SittingTimes => ({ opensAt: at(0), closesAt: at(120), lateEntryMinutes: 15, cancelledAt: null, endedAt: null, ...changes });
const candidacy = (changes: Partial<Candidacy> = {}): Candidacy => ({ admitted: true, checkIn: 'none', checkedIn: false, attemptsUsed: 0, attemptsAllowed: 1, ...changes });

describe('a sitting', () => {
  it('is planned, then open from the first instant to before the last, then closed', () => {
    expect([-1, 0, 119, 120].map((minutes) => sittingState(times(), at(minutes)))).toEqual(['planned', 'open', 'open', 'closed']);
  });

  it('is closed once it has been ended and cancelled once it has been cancelled, whatever the clock says', () => {
    expect(sittingState(times({ endedAt: at(30) }), at(31))).toBe('closed');
    fc.assert(fc.property(fc.integer({ min: -500, max: 500 }), fc.boolean(), (minutes, ended) => sittingState(times({ cancelledAt: at(-10), endedAt: ended ? at(5) : null }), at(minutes)) === 'cancelled'));
  });
});

describe('the steps of a sitting', () => {
  it('reach every state, and lead nowhere from a cancelled one', () => {
    expect(unreachable(sittingSteps, 'planned')).toEqual([]);
    expect(sittingSteps.cancelled).toEqual({});
  });

  it('are what the clock does: from one instant to a later one a state stays, or becomes what a step makes of it', () => {
    const instant = fc.integer({ min: -200, max: 300 });
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        const [before, after] = [Math.min(one, other), Math.max(one, other)].map((minutes) => sittingState(times(), at(minutes))) as [SittingState, SittingState];
        const byClock = (state: SittingState): SittingState => transition(sittingSteps, state, 'opens') ?? transition(sittingSteps, state, 'closes') ?? state;
        expect([before, byClock(before), byClock(byClock(before))]).toContain(after);
      }),
    );
  });

  it('end it and cancel it in the states that allow that, as the clock sees it then', () => {
    const [planned, open] = [at(-5), at(5)];
    expect(sittingState(times({ cancelledAt: planned }), planned)).toBe(transition(sittingSteps, 'planned', 'cancelled'));
    expect(sittingState(times({ endedAt: open }), open)).toBe(transition(sittingSteps, 'open', 'ended'));
    for (const step of ['ended', 'all-extended', 'forced-in'] as const) expect(transition(sittingSteps, 'planned', step)).toBeUndefined();
  });
});

describe('beginning an attempt', () => {
  it.each([
    ['somebody who is not admitted', {}, { admitted: false }, 5, 'NOT_ADMITTED'],
    ['before the opening', {}, {}, -1, 'SITTING_NOT_OPEN'],
    ['after the end', {}, {}, 120, 'SITTING_CLOSED'],
    ['after the late entry', {}, {}, 15.1, 'TOO_LATE'],
    ['without the check-in that is asked for', {}, { checkIn: 'code' }, 5, 'CHECK_IN_NEEDED'],
    ['a second time where one attempt is allowed', {}, { attemptsUsed: 1 }, 5, 'NO_ATTEMPT_LEFT'],
    ['a cancelled sitting', { cancelledAt: at(-60) }, {}, 5, 'SITTING_CANCELLED'],
  ] as const)('is refused for %s', (_name, changedTimes, changes, minutes, refusal) => {
    expect(startRefusal(times(changedTimes), candidacy(changes), at(minutes))).toBe(refusal);
  });

  it('is allowed at the last minute of late entry, checked in, with an attempt left', () => {
    expect(startRefusal(times(), candidacy({ checkIn: 'invigilator', checkedIn: true, attemptsUsed: 1, attemptsAllowed: 2 }), at(15))).toBeNull();
  });

  it('tells nothing of the sitting to somebody who is not admitted', () => {
    fc.assert(fc.property(fc.integer({ min: -500, max: 500 }), (minutes) => startRefusal(times(), candidacy({ admitted: false }), at(minutes)) === 'NOT_ADMITTED'));
  });
});

describe('the deadline', () => {
  const minutes = fc.integer({ min: 1, max: 600 });
  const extra = fc.integer({ min: 0, max: 600 });
  const start = fc.integer({ min: 0, max: 119 });

  it('is the whole time for who begins early enough, and the end of the sitting for who does not', () => {
    expect(attemptDeadline(at(0), 90, 0, at(120))).toEqual(at(90));
    expect(attemptDeadline(at(60), 90, 0, at(120))).toEqual(at(120));
  });

  it('gives extra minutes in full, wherever the end of the sitting lies', () => {
    fc.assert(
      fc.property(start, minutes, extra, (begun, limit, more) => {
        const without = attemptDeadline(at(begun), limit, 0, at(120)).getTime();
        expect(attemptDeadline(at(begun), limit, more, at(120)).getTime() - without).toBe(more * 60_000);
      }),
    );
  });

  it('is never later for who begins earlier, and never past the end of the sitting without extra time', () => {
    fc.assert(
      fc.property(start, start, minutes, (one, other, limit) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        expect(attemptDeadline(at(early), limit, 0, at(120)) <= attemptDeadline(at(late), limit, 0, at(120))).toBe(true);
        expect(attemptDeadline(at(late), limit, 0, at(120)) <= at(120)).toBe(true);
      }),
    );
  });
});
