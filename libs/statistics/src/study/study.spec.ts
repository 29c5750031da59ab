import { drawWorld } from '../simulation/world.js';
import { estimateStacked } from '../stacked/estimate-stacked.js';
import type { Step } from '../steps.js';
import { effectStudy, effectStudySteps } from './effect-study.js';
import { studyMethods } from './methods.js';

const world = drawWorld({ seed: 21, units: 120, unitsPerWave: 18, ratio: 0.7 });
const ask = { ...world, wantedFall: 0.2 };

describe('a whole study', () => {
  const study = effectStudy({ ...ask, control: world.count });

  it('gives the default estimate with everything that belongs beside it', () => {
    const alone = estimateStacked(world);
    expect(study.estimate.effect).toMatchObject({ ratio: alone.ratio, lower: alone.lower, upper: alone.upper });
    expect(study.estimate.waves?.map(({ wave }) => wave)).toEqual([13, 17, 21, 25, 29]);
    expect(study).toMatchObject({ units: 120, treatedUnits: 90, withheld: undefined });
    for (const part of [study.curve, study.naive, study.sameSpike, study.eventStudy, study.sensitivity, study.checks.symmetricWindow, study.checks.decisionRate]) expect(part).toBeDefined();
    expect(study.sensitivity!.bands.map(({ violation }) => violation)).toEqual([0, 0.5, 1, 1.5, 2]);
  });

  it('pauses between its parts and re-draws, and answers as without pauses', () => {
    const asked = { ...ask, permutations: 40 };
    const steps = effectStudySteps(asked);
    const parts: Step[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) parts.push(step.value);
    expect(step.value).toEqual(effectStudy(asked));
    expect([...new Set(parts.map(({ part }) => part))]).toEqual(['estimate', 'event-study', 'window-curve', 'negative-control', 'permutation', 'comparisons']);
    expect(parts.filter(({ part }) => part === 'permutation').map(({ share }) => share)).toEqual([0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1]);
  });

  it('sets trained units beside untrained ones month by month, at the same rates as in sum', () => {
    const { series, treated } = study.sameSpike!;
    expect([series[0]!.relative, series.at(-1)!.relative]).toEqual([-15, 11]);
    const spike = series.filter(({ relative }) => relative >= -3 && relative <= -1).map(({ treatedRate }) => treatedRate);
    expect(Math.min(...spike)).toBeLessThan(treated.rateBefore);
    expect(Math.max(...spike)).toBeGreaterThan(treated.rateBefore);
  });

  it('withholds the verdict when what training cannot move has moved', () => {
    expect(study.control!.ratio).toBeCloseTo(study.estimate.effect.ratio, 12);
    expect(study.verdict).toMatchObject({ verdict: 'cannot-say-yet', reasons: ['negative-control-moved'] });
  });

  it('looks at clean periods as far away before as after in its symmetric check', () => {
    expect(study.checks.symmetricWindow!.logRatio).toBeCloseTo(estimateStacked({ ...world, decisionWindow: 5, prePeriods: 10 }).logRatio, 12);
  });

  it.each(studyMethods.filter((method) => method !== 'stacked'))('shows %s beside the default, and lets the default decide', (method) => {
    const other = effectStudy({ ...ask, method });
    const plain = effectStudy(ask);
    expect(other.verdict).toEqual(plain.verdict);
    expect(other.default!.ratio).toBe(plain.default!.ratio);
    expect(other.estimate.method).toBe(method);
    expect(other.estimate.effect.ratio).toBeGreaterThan(0.4);
    expect(other.estimate.effect.ratio).toBeLessThan(1);
    expect(other.estimate.waves === undefined).toBe(method === 'twfe');
  });

  it('adds a permutation p-value on request and leaves the interval as it was', () => {
    const permuted = effectStudy({ ...ask, permutations: 99 });
    expect(permuted.permutation!.pValue).toBeLessThan(0.05);
    expect(permuted.default!.upper).toBe(estimateStacked(world).upper);
    expect(effectStudy(ask).permutation).toBeUndefined();
  });

  it('falls back to normal theory where few clusters mix waves and cannot be re-drawn', () => {
    const mixed = effectStudy({ ...ask, cluster: world.unit.map((unit) => unit % 10), permutations: 99 });
    expect(mixed.default).toMatchObject({ inference: 'normal' });
    expect(mixed.default!.influence.length).toBe(10);
    expect(mixed.permutation).toBeUndefined();
  });

  it('finds a larger drift that would undo the answer by the sharp test than by the conservative band', () => {
    const [sharp, conservative] = [effectStudy({ ...ask, sharp: true }).sensitivity!, effectStudy(ask).sensitivity!];
    expect([sharp.kind, conservative.kind]).toEqual(['conditional', 'conservative']);
    expect(sharp.breakdown).toBeGreaterThan(conservative.breakdown);
  });

  it('says why there is no default estimate, and then no verdict, whatever another method says', () => {
    const short = drawWorld({ seed: 4, units: 60, times: 8, waves: [4], unitsPerWave: 20, meanCount: 5 });
    const other = effectStudy({ ...short, wantedFall: 0.2, method: 'twfe', decisionWindow: 4 });
    expect(other.withheld!.code).toBe('no-usable-wave');
    expect(other.verdict).toMatchObject({ verdict: 'cannot-say-yet', reasons: ['not-estimated'] });
    expect(() => effectStudy({ ...short, wantedFall: 0.2, decisionWindow: 4 })).toThrow('no wave');
  });
});
