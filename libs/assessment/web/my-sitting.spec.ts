import { blockedNow, isPast, nextSitting, offsetOf } from './my-sitting.js';
import { aSitting } from './testing/a-sitting.js';

const at = (time: string): number => Date.parse(`2026-11-23T${time}:00Z`);
const opened = { state: 'open', refusal: null } as const;
const mine = (state: 'open' | 'submitted') => [{ id: 'attempt', state, receipt: null }];

describe('what stands between an examinee and the paper', () => {
  it('is nothing once the server’s clock has passed the opening, although the last answer of the server is older', () => {
    const sitting = aSitting();
    expect(blockedNow(sitting, at('00:59'))).toBe('planned');
    expect(blockedNow(sitting, at('01:00'))).toBeUndefined();
  });

  it('is the check-in after the opening: by a field where there is a code, by the invigilator else', () => {
    expect(blockedNow(aSitting({ checkIn: 'code' }), at('01:01'))).toBe('code');
    expect(blockedNow(aSitting({ checkIn: 'invigilator' }), at('01:01'))).toBe('checkIn');
    expect(blockedNow(aSitting({ checkIn: 'invigilator', checkedIn: true }), at('01:01'))).toBeUndefined();
  });

  it.each([
    ['SITTING_CANCELLED', 'cancelled'],
    ['SITTING_CLOSED', 'closed'],
    ['TOO_LATE', 'tooLate'],
    ['NO_ATTEMPT_LEFT', 'used'],
    ['ON_PAPER', 'paper'],
    ['NOT_ADMITTED', 'notAdmitted'],
  ])('is what the server says: %s', (refusal, why) => {
    expect(blockedNow(aSitting({ refusal }), at('01:01'))).toBe(why);
  });

  it('is never anything for a paper that is open: it is resumed', () => {
    expect(blockedNow(aSitting({ refusal: 'TOO_LATE', myAttempts: mine('open') }), at('01:50'))).toBeUndefined();
  });
});

describe('the exam that beats everything else of today', () => {
  const far = aSitting({ id: 'far', opensAt: '2026-11-30T01:00:00Z' });
  const soon = aSitting({ id: 'soon' });
  const running = aSitting({ id: 'running', ...opened, opensAt: '2026-11-22T01:00:00Z' });

  it('is the first that runs or opens within a day, and none that is further away', () => {
    expect(nextSitting([far], at('00:20'))).toBeUndefined();
    expect(nextSitting([far, soon], at('00:20'))?.id).toBe('soon');
    expect(nextSitting([far, soon, running], at('00:20'))?.id).toBe('running');
  });

  it('is first of all the one that is being written', () => {
    const writing = aSitting({ id: 'writing', ...opened, opensAt: '2026-11-23T00:10:00Z', myAttempts: mine('open') });
    expect(nextSitting([running, writing], at('00:20'))?.id).toBe('writing');
  });

  it('is none that is over, cancelled, handed in or missed', () => {
    const gone = [aSitting({ state: 'closed' }), aSitting({ state: 'cancelled' }), aSitting({ ...opened, refusal: 'NO_ATTEMPT_LEFT' }), aSitting({ ...opened, refusal: 'TOO_LATE' })];
    expect(nextSitting(gone, at('01:20'))).toBeUndefined();
    expect(gone.map(isPast)).toEqual([true, true, true, false]);
  });
});

it('the clock of an answer is that of its arrival, however often the answer is shown', () => {
  const answer = { serverNow: new Date(Date.now() + 90_000).toISOString() };
  const first = offsetOf(answer);
  expect(Math.round(first / 1000)).toBe(90);
  expect(offsetOf(answer)).toBe(first);
});
