import { drawWorld, estimateStacked, NEVER_TREATED, twoWayPoisson } from '@skillhall/statistics';
import { panelLines, TestFiles } from '../testing/files.js';
import { type Ran, runCommand, runForJson } from '../testing/run-command.js';
import { addEstimateCommand } from './estimate.js';
import type { EstimateReport } from './report.js';

const world = drawWorld({ seed: 21, units: 60, unitsPerWave: 8, ratio: 0.5, meanCount: 3 });
let files: TestFiles;
let panel: string;

beforeAll(async () => {
  files = await TestFiles.make();
  panel = await files.write('panel.csv', panelLines(world));
});
afterAll(() => files.remove());

const estimate = (...parameters: string[]): Promise<Ran> => runCommand(addEstimateCommand, 'estimate', '--panel', panel, ...parameters);
const report = (...parameters: string[]): Promise<EstimateReport> => runForJson(addEstimateCommand, 'estimate', '--panel', panel, ...parameters);

describe('skillhall estimate', () => {
  it('prints the default estimate, its interval, waves, months, comparisons and verdict as one object', async () => {
    const found = await report('--lang', 'en');
    const wanted = estimateStacked(world);
    expect(found).toMatchObject({ method: 'stacked', decisionWindow: 3, clusters: 60, units: 60, trainedUnits: 40, verdict: 'fell', permutationP: null, negativeControl: null });
    expect(found.rateRatio).toBeCloseTo(wanted.ratio, 10);
    expect(found.ci95[0]).toBeCloseTo(wanted.lower, 10);
    expect(found.ci95[1]).toBeCloseTo(wanted.upper, 10);
    expect(found.standardErrorLog).toBeCloseTo(wanted.standardError, 10);
    expect(found.observations).toBe(wanted.rows);
    expect(found.perWave!.map(({ wave }) => wave)).toEqual([13, 17, 21, 25, 29]);
    expect(found.eventStudy!.filter((event) => event.window === 'decision').map(({ relative }) => relative)).toEqual([-3, -2, -1]);
    expect(found.naive!.quarterBefore.rateRatio).toBeLessThan(found.rateRatio);
    expect(found.windowCurve!.points.map(({ decisionWindow }) => decisionWindow)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(found.sentence).toContain('fell by about');
    expect(Object.keys(found.missing).sort()).toEqual(['negativeControl', 'permutationP']);
  });

  it.each(['twfe', 'etwfe', 'cs'] as const)('answers by %s, says what it cannot give, and rests the verdict on the default', async (method) => {
    const [found, plain] = [await report('--method', method), await report()];
    expect(found.method).toBe(method);
    expect(found.rateRatio).toBeGreaterThan(0.3);
    expect(found.ci95[0]).toBeLessThan(found.rateRatio);
    expect(found.ci95[1]).toBeGreaterThan(found.rateRatio);
    expect(found).toMatchObject({ verdict: plain.verdict, verdictRestsOn: 'stacked', default: { rateRatio: plain.rateRatio } });
    for (const field of ['perWave', 'eventStudy', 'permutationP'] as const) if (found[field] === null) expect(found.missing[field]).toMatch(/。$/);
    expect(found.perWave === null).toBe(method === 'twfe');
    expect(found.notes.length).toBeGreaterThan(0);
  });

  it('makes the additive effect of Callaway and Sant’Anna a ratio, and says how', async () => {
    const found = await report('--method', 'cs', '--lang', 'en');
    expect(found.additive!.per10k).toBeLessThan(0);
    expect(found.notes.find(({ code }) => code === 'additive-made-ratio')!.text).toContain('mean rate of trained halls ÷');
    expect(found.notes.map(({ code }) => code)).toContain('base-before-window');
    expect((await report('--method', 'cs', '--decision-window', '0')).notes.map(({ code }) => code)).toContain('base-on-spike');
  });

  it('takes the usual factors on a clustered variance', async () => {
    const own = twoWayPoisson({ ...world, correction: { kind: 'clusters-and-columns', extraColumns: 1 } });
    expect((await report('--method', 'twfe', '--small-sample', 'clusters-and-columns')).standardErrorLog).toBeCloseTo(own.standardError, 12);
  });

  it('adds a permutation p-value when asked, the same for the same seed, and keeps the interval', async () => {
    const [found, again, plain] = [await report('--permutations', '99'), await report('--permutations', '99'), await report()];
    expect(found.permutationP).toBeLessThan(0.05);
    expect(again.permutation).toEqual(found.permutation);
    expect(found.ci95).toEqual(plain.ci95);
    expect((await estimate('--permutations', '5')).error).toMatchObject({ code: 'commander.invalidArgument' });
  });

  it('withholds the verdict when complaints that training cannot move have moved', async () => {
    const lines = panelLines(world).map((line, at) => (at === 0 ? `${String(line)},outages` : [...(line as number[]), (line as number[])[2]!]));
    const path = await files.write('control.csv', lines);
    const found = await runForJson<EstimateReport>(addEstimateCommand, 'estimate', '--panel', path, '--negative-control', 'outages');
    expect(found).toMatchObject({ verdict: 'cannot-say-yet', reasons: ['negative-control-moved'] });
    expect(found.negativeControl!.rateRatio).toBeCloseTo(found.rateRatio, 10);
  });

  it.each([['zh-CN', '率比'], ['zh-TW', '預設方法'], ['en', 'Rate ratio']])('speaks %s to people', async (lang, word) => {
    const { output } = await estimate('--lang', lang, '--method', 'twfe');
    expect(output).toContain(word);
    expect(output).not.toMatch(/NaN|undefined|\{\{/);
  });

  it('says what is wrong as an object too, with exit code 1', async () => {
    const nobody = await files.write('nobody.csv', panelLines({ ...world, firstTreated: world.firstTreated.map(() => NEVER_TREATED) }));
    const { output, error } = await runCommand(addEstimateCommand, 'estimate', '--panel', nobody, '--json');
    expect(error).toMatchObject({ exitCode: 1 });
    expect(JSON.parse(output)).toMatchObject({ error: { code: 'no-usable-wave', message: expect.stringContaining('nobody.csv') as string } });
  });
});
