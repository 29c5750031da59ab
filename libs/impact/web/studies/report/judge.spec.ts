import { report as found } from '../testing/a-study.js';
import { agrees, standings, wavesApart, type Report } from './judge.js';

const report = found as unknown as Report;

describe('how the checks of an answer came out', () => {
  it('lets all of them stand where nothing speaks against it, and never the plain report', () => {
    const { naive, exclusions, ...others } = standings(report);
    expect(new Set(Object.values(others))).toEqual(new Set(['stands']));
    expect([naive, exclusions]).toEqual(['careful', 'careful']);
  });

  it('warns of complaints that moved though training cannot touch them', () => {
    expect(standings({ ...report, control: { ratio: 0.8, low: 0.7, high: 0.9 } }).control).toBe('careful');
  });

  it('never calls a check passed that could not be made', () => {
    const none = standings({ ...report, curve: null, control: null, leadsP: null, permutation: null, sensitivity: null, symmetricWindow: null, decisionRate: null, waves: [] });
    for (const name of ['curve', 'control', 'leads', 'permutation', 'sensitivity', 'other', 'waves'] as const) expect(none[name]).toBe('unchecked');
  });

  it('does not say that one wave confirms itself', () => {
    expect(standings({ ...report, waves: report.waves.slice(0, 1) }).waves).toBe('careful');
  });

  it('names the waves whose interval does not hold the ratio of all', () => {
    const odd = { ...report.waves[0]!, ratio: 1.4, low: 1.2, high: 1.6 };
    expect(wavesApart({ ...report, waves: [odd, report.waves[1]!] })).toEqual([odd]);
    expect(agrees({ ratio: null, low: null, high: null }, report.effect)).toBe(true);
  });

  it('does not count it against an answer without a claim that lots would draw as much', () => {
    const effect = { ratio: 0.9, low: 0.7, high: 1.2 };
    expect(standings({ ...report, effect, permutation: { ...report.permutation!, p: 0.4 } }).permutation).toBe('stands');
    expect(standings({ ...report, permutation: { ...report.permutation!, p: 0.4 } }).permutation).toBe('careful');
  });
});
