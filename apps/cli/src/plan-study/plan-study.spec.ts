import { drawWorld, NEVER_TREATED } from '@skillhall/statistics';
import { panelLines, TestFiles } from '../testing/files.js';
import { runCommand, runForJson } from '../testing/run-command.js';
import type { StudyPlan } from './plan.js';
import { addPlanStudyCommand } from './plan-study.js';

let files: TestFiles;
beforeAll(async () => {
  files = await TestFiles.make();
});
afterAll(() => files.remove());

const plan = (...parameters: string[]): Promise<StudyPlan> => runForJson(addPlanStudyCommand, 'plan-study', ...parameters);
const history = drawWorld({ seed: 9, units: 60, unitsPerWave: 0, meanCount: 3, times: 30 });

describe('skillhall plan-study', () => {
  it('knows the halls that a fall of 10, 20 and 30 percent needs', async () => {
    const { hallsNeededFor, hallsNeeded, minimumDetectableFall, table } = await plan('--halls', '142', '--rate', '1.3');
    expect(hallsNeededFor).toEqual([{ fall: 0.1, halls: 622 }, { fall: 0.2, halls: 142 }, { fall: 0.3, halls: 58 }]);
    expect(hallsNeeded).toBe(142);
    expect(minimumDetectableFall).toBeLessThan(0.2);
    // 100 halls: after 3, 6, 10 and 18 months.
    expect(table.find(({ halls }) => halls === 100)!.falls.map((cell) => Math.round(cell.minimumDetectableFall! * 100))).toEqual([33, 27, 23, 21]);
  });

  it('compares orders of training and names the one that allows an answer first', async () => {
    const { rollouts, soonest, notes } = await plan('--halls', '400', '--rate', '1.3', '--rollout', '1:200', '--rollout', '1:50,5:50,9:50,13:50', '--rollout', '1:200,3:180');
    expect(rollouts.map(({ waves }) => waves.length)).toEqual([1, 4, 2]);
    expect(soonest!.plan).toBe('1:200');
    expect(soonest!.answerAfterMonths).toBe(rollouts[0]!.answerAfterMonths);
    expect(rollouts[1]!.answerAfterMonths).toBeGreaterThan(rollouts[0]!.answerAfterMonths!);
    expect(notes.map(({ code }) => code)).toEqual(expect.arrayContaining(['waves-too-close', 'few-untrained', 'by-lot']));
  });

  it('compares one, two and four waves where no order is named', async () => {
    expect((await plan('--halls', '101', '--rate', '2')).rollouts.map(({ plan: order }) => order)).toEqual(['1:51', '1:25,5:26', '1:12,5:13,9:13,13:13']);
  });

  it('says that no answer is possible, and what might help', async () => {
    const poor = await plan('--halls', '20', '--rate', '0.05', '--lang', 'en');
    expect(poor).toMatchObject({ minimumDetectableFall: null, postMonthsNeeded: null, soonest: null, simulation: null });
    expect(poor.sentence).toContain('would miss a fall of any size');
    expect(poor.notes.map(({ code }) => code)).toEqual(expect.arrayContaining(['rare-complaints', 'shocks-assumed', 'not-simulated']));
  });

  it('takes rate, halls and shocks from a history of one’s own, and simulates on it', async () => {
    const path = await files.write('history.csv', panelLines(history));
    const found = await plan('--panel', path, '--fall', '0.4', '--runs', '40');
    expect(found.halls).toBe(60);
    expect(found.shocks.source).toBe('history');
    expect(found.ratePerHallMonth).toBeCloseTo(history.count.reduce((sum, y) => sum + y, 0) / history.count.length, 10);
    expect(found.simulation).toMatchObject({ runs: 40, hallsInHistory: 60 });
    expect(found.simulation!.power).toBeGreaterThan(0.6);
    expect(found.simulation!.falseAlarms).toBeLessThan(0.2);
    expect(Math.abs(found.simulation!.meanRatio - 0.6)).toBeLessThan(0.06);
  });

  it('leaves out the months from training on, and halls that were trained on the way', async () => {
    const first = Int32Array.from(history.unit, (unit) => (unit <= 15 ? 20 : NEVER_TREATED));
    const path = await files.write('trained.csv', panelLines({ ...history, firstTreated: first }));
    const found = await plan('--panel', path, '--first-treated', 'first_trained_index', '--halls', '40', '--runs', '5');
    expect(found.simulation!.hallsInHistory).toBe(45);
    const more = await plan('--panel', path, '--first-treated', 'first_trained_index', '--halls', '50', '--runs', '5', '--lang', 'en');
    expect(more.simulation).toBeNull();
    expect(more.notes.find(({ code }) => code === 'history-has-fewer-halls')!.text).toContain('Only 45 halls');
    const long = await plan('--panel', path, '--pre', '30', '--runs', '5');
    expect(long.notes.map(({ code }) => code)).toContain('history-too-short');
  });

  it.each<[string, string[], string, number]>([
    ['no halls', ['--rate', '1'], 'option-missing', 2],
    ['no rate', ['--halls', '10'], 'option-missing', 2],
    ['an order that is none', ['--halls', '10', '--rate', '1', '--rollout', 'all'], 'bad-rollout', 2],
    ['a month named twice', ['--halls', '10', '--rate', '1', '--rollout', '1:2,1:3'], 'bad-rollout', 2],
    ['more halls trained than there are', ['--halls', '10', '--rate', '1', '--rollout', '1:11'], 'bad-rollout', 2],
    ['a history that is not there', ['--panel', 'nowhere.csv'], 'file-unreadable', 1],
  ])('refuses %s with a code', async (_, parameters, code, exitCode) => {
    const { output, error } = await runCommand(addPlanStudyCommand, 'plan-study', '--json', ...parameters);
    expect(error).toMatchObject({ exitCode, facts: { code } });
    expect(JSON.parse(output)).toMatchObject({ error: { code } });
  });

  it.each([['zh-CN', '约需 142 个营业厅'], ['zh-TW', '約需 142 個營業廳'], ['en', 'about 142 halls are needed']])('speaks %s', async (lang, words) => {
    const { output } = await runCommand(addPlanStudyCommand, 'plan-study', '--halls', '100', '--rate', '1.3', '--lang', lang);
    expect(output).toContain(words);
    expect(output).not.toMatch(/\{\{|NaN|undefined/);
  });
});
