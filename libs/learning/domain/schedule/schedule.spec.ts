import type { CivilDate, CivilMonth } from '@skillhall/kernel';
import fc from 'fast-check';
import { type AssignmentPlan, assignmentProblem, assignmentStates, decisionMonths, drawWaves, leastKeptShare, lotteryProblem, type ScheduledHall, scheduleHints, tiersOf, waveMonth, windowOf } from './index.js';

const month = (text: string): CivilMonth => text as CivilMonth;
const plan: AssignmentPlan = { plannedMonth: month('2026-04'), plannedOn: null, reason: 'spike', lookedFrom: month('2026-01'), lookedUntil: month('2026-03'), decidedBy: '营销部' };

describe('the plan of a first session', () => {
  it('says what was looked at, in months that lie before it', () => {
    expect(assignmentProblem(plan)).toBeNull();
    expect(assignmentProblem({ ...plan, lookedFrom: null, lookedUntil: null })).toBe('lookedFrom');
    expect(assignmentProblem({ ...plan, reason: 'rotation', lookedFrom: null, lookedUntil: null })).toBeNull();
    expect(assignmentProblem({ ...plan, lookedUntil: null })).toBe('lookedUntil');
    expect(assignmentProblem({ ...plan, lookedUntil: month('2026-05') })).toBe('lookedUntil');
    expect(assignmentProblem({ ...plan, lookedUntil: month('2025-12') })).toBe('lookedUntil');
    expect(assignmentProblem({ ...plan, lookedFrom: month('2026-05'), lookedUntil: month('2026-05') })).toBe('lookedFrom');
    expect(assignmentProblem({ ...plan, lookedFrom: month('2024-03') })).toBe('lookedFrom');
    expect(assignmentProblem({ ...plan, plannedOn: '2026-05-01' as CivilDate })).toBe('plannedOn');
    expect(assignmentProblem({ ...plan, decidedBy: ' ' })).toBe('decidedBy');
  });

  it('is over once held or cancelled', () => {
    expect([assignmentStates.planned.hold, assignmentStates.held, assignmentStates.cancelled]).toEqual(['held', {}, {}]);
  });

  it('asks a study to leave out the months from the first looked at, none after a lottery, and leaves it open where nobody knows', () => {
    expect(decisionMonths(month('2025-11'), month('2026-02'))).toBe(3);
    expect([windowOf('spike', month('2025-11'), month('2026-02')), windowOf('lottery', null, month('2026-02')), windowOf('rotation', null, month('2026-02'))]).toEqual([3, 0, null]);
  });
});

/** FNV-1a with a last stirring (the finaliser of MurmurHash3): enough of a lot for a test; the server hands in SHA-256. */
function hash(text: string): string {
  let state = 0x811c9dc5;
  for (const sign of text) state = Math.imul(state ^ sign.charCodeAt(0), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return ((state ^ (state >>> 16)) >>> 0).toString(16).padStart(8, '0');
}
const lottery = fc.record({
  halls: fc.uniqueArray(fc.record({ code: fc.stringMatching(/^[A-Z0-9-]{1,8}$/), measure: fc.integer({ min: 0, max: 20 }) }), { selector: ({ code }) => code, minLength: 8, maxLength: 60 }),
  tiers: fc.integer({ min: 1, max: 4 }),
  waves: fc.integer({ min: 1, max: 5 }),
  keptShare: fc.integer({ min: 25, max: 60 }).map((percent) => percent / 100),
  seed: fc.stringMatching(/^[0-9a-f]{8}$/),
});

describe('a lottery', () => {
  it('gives every hall one lot, keeps the share untrained in every tier, and spreads the rest evenly', () => {
    fc.assert(
      fc.property(lottery, ({ halls, tiers: count, waves, keptShare, seed }) => {
        const tiers = tiersOf(halls, count);
        const drawn = drawWaves(tiers, { waves, keptShare }, seed, hash);
        expect([...drawn.keys()].sort()).toEqual(halls.map(({ code }) => code).sort());
        for (const tier of new Set(tiers.values())) {
          const own = [...tiers].filter(([, at]) => at === tier).map(([code]) => drawn.get(code)!);
          expect(own.filter((wave) => wave === null).length).toBeGreaterThanOrEqual(keptShare * own.length - 1e-6);
          const sizes = Array.from({ length: waves }, (_, wave) => own.filter((at) => at === wave + 1).length);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('is the same for the same seed, whatever the order in which halls are named', () => {
    fc.assert(
      fc.property(lottery, ({ halls, tiers, waves, keptShare, seed }) => {
        const draw = (order: typeof halls): [string, number | null][] => [...drawWaves(tiersOf(order, tiers), { waves, keptShare }, seed, hash)].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(draw([...halls].reverse())).toEqual(draw(halls));
      }),
    );
  });

  it('puts halls that are alike into one tier', () => {
    const tiers = tiersOf([{ code: 'A', measure: 9 }, { code: 'B', measure: 1 }, { code: 'C', measure: 8 }, { code: 'D', measure: 2 }], 2);
    expect(Object.fromEntries(tiers)).toEqual({ B: 1, D: 1, C: 2, A: 2 });
  });

  it('gives each hall of a tier the same chance', () => {
    const tiers = new Map(['A', 'B', 'C', 'D'].map((code) => [code, 1]));
    const kept = Array.from({ length: 2000 }, (_, seed) => drawWaves(tiers, { waves: 3, keptShare: 0.25 }, String(seed), hash).get('A')).filter((wave) => wave === null).length;
    // A quarter of 2,000, give or take five standard errors.
    expect(Math.abs(kept - 500)).toBeLessThan(97);
  });

  it('refuses what would leave nothing to compare', () => {
    const good = { tiersBy: 'size', tiers: 2, waves: 3, firstMonth: month('2026-04'), monthsApart: 4, keptShare: leastKeptShare } as const;
    expect(lotteryProblem(good, 12)).toBeNull();
    expect(lotteryProblem({ ...good, keptShare: 0.2 }, 12)).toBe('keptShare');
    expect(lotteryProblem({ ...good, monthsApart: 1 }, 12)).toBe('monthsApart');
    expect(lotteryProblem({ ...good, tiers: 0 }, 12)).toBe('tiers');
    expect(lotteryProblem({ ...good, waves: 1.5 }, 12)).toBe('waves');
    expect(lotteryProblem(good, 3)).toBe('hallIds');
    expect(waveMonth(good, 3)).toBe('2026-12');
  });
});

describe('hints on a schedule', () => {
  const hall = (at: string, rest: Partial<ScheduledHall> = {}): ScheduledHall => ({ month: month(at), state: 'planned', reason: 'lottery', lookedFrom: null, ...rest });
  const codes = (halls: number, scheduled: ScheduledHall[]): string[] => scheduleHints(halls, scheduled).map(({ code }) => code);

  it('are none for a lottery with waves apart and enough halls left', () => {
    expect(codes(8, [hall('2026-01'), hall('2026-01'), hall('2026-04')])).toEqual([]);
    expect(codes(8, [])).toEqual([]);
  });

  it('speak of few untrained halls, near waves, unknown months and spikes', () => {
    expect(codes(4, [hall('2026-01'), hall('2026-01'), hall('2026-01'), hall('2026-01')])).toEqual(['fewUntrained']);
    expect(codes(4, [hall('2026-01'), hall('2026-01', { state: 'cancelled' }), hall('2026-01'), hall('2026-01')])).toEqual([]);
    expect(codes(9, [hall('2026-01'), hall('2026-02')])).toEqual(['wavesClose']);
    expect(codes(9, [hall('2026-01', { reason: 'rotation' })])).toEqual(['lookedUnknown']);
    expect(codes(9, [hall('2026-04', { reason: 'spike', lookedFrom: month('2026-01') }), hall('2026-07')])).toEqual(['wavesClose', 'spikesWithoutLottery']);
    expect(codes(9, [hall('2026-04', { reason: 'spike', lookedFrom: month('2026-01') }), hall('2026-08')])).toEqual(['spikesWithoutLottery']);
  });
});
