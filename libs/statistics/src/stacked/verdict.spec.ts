import * as fc from 'fast-check';
import { decideVerdict } from './verdict.js';
import type { VerdictEvidence } from './verdict.js';

const quiet: VerdictEvidence = {
  effect: { ratio: 0.83, lower: 0.76, upper: 0.91 },
  standardError: 0.046,
  wantedFall: 0.15,
  windowCurveStable: true,
  negativeControl: { ratio: 1.01, lower: 0.93, upper: 1.1 },
  leadsPValue: 0.4,
  units: 400,
};

describe('the verdict', () => {
  it('is "fell" when the interval lies below 1 and every guard holds', () => {
    expect(decideVerdict(quiet)).toMatchObject({ verdict: 'fell', reasons: [], unchecked: [] });
  });

  it('is "rose" when the interval lies above 1', () => {
    expect(decideVerdict({ ...quiet, effect: { ratio: 1.2, lower: 1.1, upper: 1.31 } }).verdict).toBe('rose');
  });

  it('is "no detectable effect" only when the wanted fall would have been found', () => {
    const none = { ...quiet, effect: { ratio: 1.02, lower: 0.93, upper: 1.12 } };
    expect(decideVerdict(none)).toMatchObject({ verdict: 'no-detectable-effect', moreUnitsNeeded: 0, excludesWantedFall: true });
    const vague = decideVerdict({ ...none, standardError: 0.1, effect: { ratio: 1.02, lower: 0.84, upper: 1.24 } });
    expect(vague).toMatchObject({ verdict: 'cannot-say-yet', reasons: ['too-few-data'], excludesWantedFall: false });
    expect(vague.moreUnitsNeeded).toBeGreaterThan(700);
  });

  it('is withheld when a guard moves, whichever way the effect points', () => {
    const broken: Partial<VerdictEvidence>[] = [
      { negativeControl: { ratio: 0.8, lower: 0.7, upper: 0.9 } },
      { windowCurveStable: false },
      { leadsPValue: 0.005 },
    ];
    const effects = [quiet.effect, { ratio: 1, lower: 0.92, upper: 1.08 }, { ratio: 1.2, lower: 1.1, upper: 1.3 }];
    for (const change of broken) {
      for (const effect of effects) {
        expect(decideVerdict({ ...quiet, ...change, effect }).verdict).toBe('cannot-say-yet');
      }
    }
    expect(decideVerdict({ ...quiet, ...broken[0] }).reasons).toEqual(['negative-control-moved']);
  });

  it('names the guards nobody could check', () => {
    const bare = { effect: quiet.effect, standardError: 0.046, wantedFall: 0.15 };
    expect(decideVerdict(bare)).toMatchObject({
      verdict: 'fell',
      unchecked: ['window-curve', 'negative-control', 'leads'],
      moreUnitsNeeded: undefined,
    });
  });

  it('says nothing from an estimate that is not finite', () => {
    const separated = { ...quiet, effect: { ratio: 0, lower: NaN, upper: NaN } };
    expect(decideVerdict(separated)).toMatchObject({ verdict: 'cannot-say-yet', reasons: ['not-finite'] });
  });

  it('gives a reason exactly when it cannot say', () => {
    const value = fc.double({ min: 0.3, max: 2, noNaN: true });
    fc.assert(
      fc.property(value, fc.double({ min: 0.001, max: 0.4, noNaN: true }), fc.boolean(), (ratio, se, stable) => {
        const effect = { ratio, lower: ratio * Math.exp(-2 * se), upper: ratio * Math.exp(2 * se) };
        const result = decideVerdict({ effect, standardError: se, wantedFall: 0.2, windowCurveStable: stable });
        expect(result.verdict === 'cannot-say-yet').toBe(result.reasons.length > 0);
      }),
    );
  });

  it('refuses a wanted fall that is no share', () => {
    expect(() => decideVerdict({ ...quiet, wantedFall: 15 })).toThrow('wantedFall');
  });
});
