import type { CivilMonth } from '@skillhall/kernel';
import { coverageAt } from './coverage.js';

const month = (text: string): CivilMonth => text as CivilMonth;

describe('coverage', () => {
  const rows = [
    { unitId: 'a', month: month('2025-01'), staff: 4, completed: 1 },
    { unitId: 'a', month: month('2025-03'), staff: 4, completed: 2 },
    { unitId: 'b', month: null, staff: 6, completed: 0 },
  ];

  it('is the share of all counter staff who had completed by the end of the month', () => {
    expect(coverageAt(rows, month('2024-12'))).toBe(0);
    expect(coverageAt(rows, month('2025-01'))).toBe(0.1);
    expect(coverageAt(rows, month('2025-02'))).toBe(0.1);
    expect(coverageAt(rows, month('2025-03'))).toBe(0.3);
  });

  it('is unknown where nobody serves at a counter', () => expect(coverageAt([], month('2025-01'))).toBeNull());
});
