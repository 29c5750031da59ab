import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TestFiles } from '../testing/files.js';
import { runCommand, runForJson } from '../testing/run-command.js';
import { addChartCommand } from './chart.js';
import type { ChartReport } from './report.js';

let files: TestFiles;
let file: string;

/** Two halls over fourteen months; hall A has one month that stands out, hall B seven high ones in the end. */
const lines = ['hall,month_index,complaints,counter_tx'];
for (let month = 1; month <= 14; month++) {
  lines.push(`A<1>,${month},${month === 9 ? 30 : 5 + (month % 3)},1000`);
  lines.push(`B,${month},${month > 7 ? 9 + (month % 2) : 3 + (month % 2)},1000`);
}

beforeAll(async () => {
  files = await TestFiles.make();
  file = await files.write('halls.csv', lines);
});
afterAll(() => files.remove());

const chart = (...parameters: string[]): Promise<ChartReport> => runForJson(addChartCommand, 'chart', '--file', file, ...parameters);

describe('skillhall chart', () => {
  it('adds halls up into one series, in the order of the months', async () => {
    const { charts } = await chart('--kind', 'u');
    expect(charts).toHaveLength(1);
    expect(charts[0]!.points.map(({ time }) => time)).toEqual(Array.from({ length: 14 }, (_, at) => String(at + 1)));
    // Month 1: 6 and 4 complaints in 2,000 transactions.
    expect(charts[0]!.points[0]!.value).toBeCloseTo(50, 10);
    expect(charts[0]!.signals).toContainEqual({ rule: 'outside', from: '9', to: '9', points: 1 });
  });

  it('makes one chart for each hall, with the names of the rules that are met', async () => {
    const { charts, signals, per } = await chart('--kind', 'xmr', '--unit', 'hall');
    expect(charts.map(({ unit }) => unit)).toEqual(['A<1>', 'B']);
    // One month so high lifts the mean above the eight before it.
    expect(charts[0]!.signals).toEqual([{ rule: 'outside', from: '9', to: '9', points: 1 }, { rule: 'shift', from: '1', to: '8', points: 8 }]);
    expect(charts[1]!.signals.filter(({ rule }) => rule === 'shift')).toEqual([{ rule: 'shift', from: '1', to: '7', points: 7 }, { rule: 'shift', from: '8', to: '14', points: 7 }]);
    expect(charts[1]!.points[0]!.rules).toContain('shift');
    expect(signals.shift).toBe(3);
    expect(per).toBe(10_000);
    expect((await chart('--kind', 'xmr', '--unit', 'hall', '--only', 'B')).charts.map(({ unit }) => unit)).toEqual(['B']);
  });

  it('widens the limits of Laney’s chart by the spread between neighbours', async () => {
    const [u, laney] = [await chart('--kind', 'u'), await chart('--kind', 'laney')];
    const half = ({ charts }: ChartReport): number => charts[0]!.points[0]!.upper! - charts[0]!.points[0]!.centre!;
    expect(half(laney) / half(u)).toBeCloseTo(laney.charts[0]!.sigmaZ!, 10);
  });

  it('raises an alarm when the sum over a baseline passes its threshold, and says what was expected', async () => {
    const { charts } = await chart('--kind', 'cusum', '--unit', 'hall', '--only', 'B', '--baseline', '7');
    expect(charts[0]!.expectedRate).toBeCloseTo((25 / 7000) * 10_000, 8);
    expect(Number(charts[0]!.signals[0]!.from)).toBeGreaterThan(7);
    expect(charts[0]!.signals.every(({ rule }) => rule === 'alarm')).toBe(true);
    const fixed = await chart('--kind', 'cusum', '--threshold', '500');
    expect(fixed.charts[0]).toMatchObject({ threshold: 500, signals: [] });
  });

  it('charts any values as they stand, with labels in the order of the file', async () => {
    const values = await files.write('scores.csv', ['month,score', ...[8, 9, 7, 8, -9, 8].map((score, at) => `2026年${at + 1}月,${score}`)]);
    const { charts } = await runForJson<ChartReport>(addChartCommand, 'chart', '--kind', 'xmr', '--file', values, '--time', 'month', '--value', 'score');
    expect(charts[0]!.points.map(({ time, value }) => [time, value])[4]).toEqual(['2026年5月', -9]);
    expect(charts[0]!.points[0]!.lower).toBeLessThan(0);
    expect(charts[0]!.tooShort).toBe(true);
  });

  it('draws what it found, with every name escaped and every signal named', async () => {
    const path = join(files.folder, 'charts.svg');
    await runCommand(addChartCommand, 'chart', '--kind', 'xmr', '--file', file, '--unit', 'hall', '--svg', path, '--lang', 'en');
    const svg = await readFile(path, 'utf8');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 760 480"/);
    expect(svg.match(/<circle/g)).toHaveLength(28);
    expect(svg).toContain('A&lt;1&gt;');
    expect(svg).toContain('9: 300, outside the limits');
    expect(svg).not.toMatch(/NaN|undefined|A<1>/);
    const nowhere = await runCommand(addChartCommand, 'chart', '--kind', 'u', '--file', file, '--svg', join(files.folder, 'no/such/folder.svg'));
    expect(nowhere.error).toMatchObject({ exitCode: 1, facts: { code: 'svg-unwritable' } });
  });

  it('names a hall without enough months and draws the others', async () => {
    const more = await files.write('more.csv', [...lines, 'C,1,2,1000']);
    const report = await runForJson<ChartReport>(addChartCommand, 'chart', '--kind', 'laney', '--file', more, '--unit', 'hall');
    expect(report.charts).toHaveLength(2);
    expect(report.uncharted).toEqual([{ unit: 'C', code: 'empty-input' }]);
  });

  it.each<[string, string[], object]>([
    ['an unknown kind', ['--kind', 'pareto'], { code: 'commander.invalidArgument' }],
    ['a value for a chart of rates', ['--kind', 'u', '--value', 'complaints'], { exitCode: 2, facts: { code: 'value-without-xmr' } }],
    ['a change that is none', ['--kind', 'cusum', '--ratio', '1'], { exitCode: 2, facts: { code: 'ratio-is-one' } }],
    ['a hall that is not there', ['--kind', 'u', '--unit', 'hall', '--only', 'Z'], { exitCode: 1, facts: { code: 'unit-missing', column: 'hall' } }],
    ['a name without a column', ['--kind', 'u', '--only', 'A'], { exitCode: 2 }],
    ['a column that is not there', ['--kind', 'u', '--count', 'praise'], { exitCode: 1, facts: { code: 'column-missing', column: 'praise' } }],
  ])('refuses %s', async (_, parameters, error) => {
    expect((await runCommand(addChartCommand, 'chart', '--file', file, ...parameters)).error).toMatchObject(error);
  });

  it.each([['zh-CN', '超出控制限'], ['zh-TW', '超出管制界限'], ['en', 'outside the limits']])('speaks %s, and says that a chart proves nothing', async (lang, rule) => {
    const { output } = await runCommand(addChartCommand, 'chart', '--kind', 'xmr', '--file', file, '--unit', 'hall', '--lang', lang);
    expect(output).toContain(rule);
    expect(output).toMatch(/不能证明|不能證明|prove no effect/);
    expect(output).not.toMatch(/\{\{|NaN/);
  });
});
