import { clockOffset, clockText, remainingMs } from './attempt-clock.js';

describe('the clock of an attempt', () => {
  const deadline = '2026-11-23T02:00:00Z';
  const at = Date.parse(deadline);

  it('goes by the server, however wrong this device is', () => {
    const deviceNow = at - 3_600_000;
    expect(remainingMs(deadline, 3_540_000, deviceNow)).toBe(60_000);
    expect(remainingMs(deadline, 7_200_000, deviceNow)).toBe(0);
  });

  it('takes the server to have looked midway through the request', () => {
    expect(clockOffset('2026-11-23T02:00:00Z', at - 5000, at - 3000)).toBe(4000);
  });

  it('is written in minutes, with hours only when there are some', () => {
    expect([0, 900, 59_000, 60_000, 754_200, 3_909_000].map(clockText)).toEqual(['0:00', '0:01', '0:59', '1:00', '12:35', '1:05:09']);
  });
});
